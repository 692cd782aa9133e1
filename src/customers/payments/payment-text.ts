import type { SavedPayment } from '#/contract/saved-payments.ts'
import { codeLabel } from '#/shared/format/code-label.ts'
import { formatCard, maskCardNumbers } from '#/shared/format/format-card.ts'
import { m } from '#/shared/i18n/generated/messages.js'

/** What tells one method from another: card, account or the label that the provider gave. */
export function methodText({ card, bank, label, kind }: SavedPayment): string {
  const named = maskCardNumbers(bank?.ibanMasked ?? label ?? codeLabel('paymentKind', kind))
  return card ? formatCard(card) || named : named
}

/** Name of the holder, if it is known. */
export function holderText({ card, bank }: SavedPayment): string | null {
  const holder = card?.holder ?? bank?.holder ?? null
  return holder === null ? null : maskCardNumbers(holder)
}

type Use = SavedPayment['usedBy'][number]

/** "Recurring order R-000071"; a use of a kind that is not known by its label alone. */
export function usageText({ type, label }: Use): string {
  switch (type) {
    case 'recurring':
      return m.payments_used_by_recurring({ number: label })
    case 'openOrder':
      return m.payments_used_by_order({ number: label })
    case 'subscription':
      return m.payments_used_by_subscription({ name: label })
    default:
      return label
  }
}
