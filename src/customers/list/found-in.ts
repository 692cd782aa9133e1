import type { CustomerListItem } from '#/contract/customers.ts'
import { m } from '#/shared/i18n/generated/messages.js'

const labels = {
  number: m.list_found_in_number,
  company: m.list_found_in_company,
  postalCode: m.list_found_in_postal_code,
  order: m.list_found_in_order,
  phone: m.list_found_in_phone,
  email: m.list_found_in_email,
  name: m.list_found_in_name,
}

/** Where the search found a customer, in words, when no column of the list shows it. */
export function foundIn(item: CustomerListItem): string | undefined {
  const { match } = item
  if (!match) return undefined
  const shown = [item.name, item.customerNumber, item.email, item.phone]
  return shown.includes(match.value) ? undefined : labels[match.field]({ value: match.value })
}
