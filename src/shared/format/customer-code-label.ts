import type { AccountType, CustomerStatus, Tier } from '#/contract/customers.ts'
import { m } from '#/shared/i18n/generated/messages.js'

interface CustomerCodes {
  customerStatus: CustomerStatus
  tier: Tier
  accountType: AccountType
}

type Labels = { [Kind in keyof CustomerCodes]: Record<CustomerCodes[Kind], () => string> }

/** Labels that the list of customers has use for; those of all other codes are in `code-label.ts`. */
export const customerLabels: Labels = {
  customerStatus: {
    active: m.codes_customer_status_active,
    inactive: m.codes_customer_status_inactive,
    blocked: m.codes_customer_status_blocked,
    requiresApproval: m.codes_customer_status_requires_approval,
  },
  tier: {
    standard: m.codes_tier_standard,
    vip: m.codes_tier_vip,
  },
  accountType: {
    registered: m.codes_account_type_registered,
    unregistered: m.codes_account_type_unregistered,
    guest: m.codes_account_type_guest,
  },
}

/** Label of an enumeration value of a customer: as much of `codeLabel` as the list, the first page, has use for. */
export function customerCodeLabel<Kind extends keyof CustomerCodes>(kind: Kind, code: CustomerCodes[Kind]): string {
  const labels: Labels[Kind] = customerLabels[kind]
  return labels[code]()
}
