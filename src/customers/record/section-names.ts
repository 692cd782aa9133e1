import { m } from '#/shared/i18n/generated/messages.js'
import type { Section } from '#/workspace/open-records.ts'

const names: Record<Section, () => string> = {
  account: m.record_section_account,
  attributes: m.record_section_attributes,
  addresses: m.record_section_addresses,
  organizations: m.record_section_organizations,
  stores: m.record_section_stores,
  orders: m.record_section_orders,
  carts: m.record_section_carts,
  payments: m.record_section_payments,
  overview: m.record_section_overview,
  activity: m.record_section_activity,
  notes: m.record_section_notes,
  cases: m.record_section_cases,
  contacts: m.record_section_contacts,
  products: m.record_section_products,
  billing: m.record_section_billing,
}

/** The full name of a section: of its tab, its heading and its table. */
export const sectionName = (section: Section): string => names[section]()
