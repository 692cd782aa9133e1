import type { Customer } from '#/contract/customers.ts'
import { presentInstant } from '#/shared/format/format-time.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import type { MenuAction } from '#/shared/ui/menu-action.ts'
import { recordPath } from '#/workspace/workspace-address.ts'

/** What opens a dialog. */
export type ManageAction =
  | 'status'
  | 'approve'
  | 'reject'
  | 'history'
  | 'unlock'
  | 'reset'
  | 'tier'
  | 'access'
  | 'export'
  | 'anonymise'

interface Rights {
  mayWrite: boolean
  mayChangeStatus: boolean
  mayAnonymise: boolean
}

interface Reactions {
  start: (action: ManageAction) => void
  copyLink: (href: string) => void
}

export const isLocked = ({ lockedUntil }: Customer) => {
  const until = presentInstant(lockedUntil)
  return until !== null && Date.parse(until) > Date.now()
}

/** Why nothing may be changed; the first reason that holds. */
function refusal(customer: Customer, isAllowed: boolean, forbidden: string): string | undefined {
  if (customer.anonymizedAt !== null) return m.record_account_edit_anonymised()
  return isAllowed ? undefined : forbidden
}

function signInReason(customer: Customer): string | undefined {
  return customer.accountType === 'registered' ? undefined : m.account_no_sign_in()
}

/** The entries of the menu of a customer, those that are not to be had now with their reason. */
export function manageGroups(customer: Customer, rights: Rights, { start, copyLink }: Reactions): MenuAction[][] {
  const status = refusal(customer, rights.mayChangeStatus, m.account_status_forbidden())
  const write = refusal(customer, rights.mayWrite, m.record_account_edit_forbidden())
  const signIn = status ?? signInReason(customer)
  const href = recordPath(customer.id, 'account')
  const item = (label: string, action: ManageAction, disabledReason?: string): MenuAction => ({
    label,
    onSelect: () => start(action),
    disabledReason,
  })
  const isVip = customer.tier === 'vip'
  return [
    [
      ...(customer.status === 'requiresApproval'
        ? [item(m.account_approve(), 'approve', status), item(m.account_reject(), 'reject', status)]
        : [item(m.account_change_status(), 'status', status)]),
      item(m.account_show_history(), 'history'),
    ],
    [
      item(m.account_unlock_menu(), 'unlock', signIn ?? (isLocked(customer) ? undefined : m.account_not_locked())),
      item(m.account_reset(), 'reset', signIn ?? (customer.email === null ? m.account_no_email() : undefined)),
    ],
    [
      item(isVip ? m.account_vip_remove_menu() : m.account_vip_menu(), 'tier', write),
      item(customer.accessBlocked ? m.account_access_open_menu() : m.account_access_block_menu(), 'access', write),
    ],
    [
      item(m.privacy_export_menu(), 'export', rights.mayAnonymise ? undefined : m.privacy_forbidden()),
      {
        ...item(m.privacy_anonymise_menu(), 'anonymise', refusal(customer, rights.mayAnonymise, m.privacy_forbidden())),
        isCritical: true,
      },
    ],
    [
      {
        label: m.account_copy_link(),
        onSelect: () => copyLink(new URL(href, document.baseURI).href),
      },
      {
        label: m.account_open_tab(),
        href,
        icon: 'external',
        onSelect: () => window.open(href, '_blank', 'noopener'),
      },
    ],
  ]
}
