import type { SavedPayment } from '#/contract/saved-payments.ts'
import { maskCardNumbers } from '#/shared/format/format-card.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import type { MenuAction } from '#/shared/ui/menu-action.ts'

interface Actions {
  /** Why nothing may be changed. */
  reason: string | undefined
  onDefault: (isDefault: boolean) => void
  onDelete: () => void
}

/** Why a method cannot become the default: it could not pay. */
function notPaying({ status }: SavedPayment): string | undefined {
  if (status === 'expired') return m.payments_default_expired()
  return status === 'disabled' ? m.payments_default_disabled() : undefined
}

/** What can be done with a saved payment method: never edit it, its data belong to the provider. */
export function paymentMenu(payment: SavedPayment, { reason, onDefault, onDelete }: Actions): MenuAction[][] {
  const makeDefault: MenuAction = payment.isDefault
    ? {
        label: m.payments_clear_default(),
        icon: 'star',
        disabledReason: reason,
        onSelect: () => onDefault(false),
      }
    : {
        label: m.payments_make_default_of({ provider: maskCardNumbers(payment.provider) }),
        icon: 'star',
        disabledReason: reason ?? notPaying(payment),
        onSelect: () => onDefault(true),
      }
  const remove: MenuAction = {
    label: m.payments_delete_menu(),
    icon: 'trash',
    disabledReason: reason,
    isCritical: reason === undefined,
    onSelect: onDelete,
  }
  return [[makeDefault], [remove]]
}
