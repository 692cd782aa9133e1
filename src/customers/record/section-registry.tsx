import { lazySection, type LazySection } from '#/customers/record/lazy-section.tsx'
import { sections, type Section } from '#/workspace/open-records.ts'

/** The body of each section. Its code is loaded when the section is first shown, or before, when there is time. */
export const sectionBodies: Record<Section, LazySection> = {
  account: lazySection(async () => (await import('#/customers/account/account-section.tsx')).AccountSection),
  attributes: lazySection(
    async () => (await import('#/customers/attributes/attributes-section.tsx')).AttributesSection,
  ),
  addresses: lazySection(async () => (await import('#/customers/addresses/addresses-section.tsx')).AddressesSection),
  organizations: lazySection(
    async () => (await import('#/customers/organizations/organizations-section.tsx')).OrganizationsSection,
  ),
  stores: lazySection(async () => (await import('#/customers/stores/stores-section.tsx')).StoresSection),
  orders: lazySection(async () => (await import('#/customers/orders/orders-section.tsx')).OrdersSection),
  carts: lazySection(async () => (await import('#/customers/carts/carts-section.tsx')).CartsSection),
  payments: lazySection(async () => (await import('#/customers/payments/payments-section.tsx')).PaymentsSection),
  overview: lazySection(async () => (await import('#/customers/overview/overview-section.tsx')).OverviewSection),
  activity: lazySection(async () => (await import('#/customers/activity/activity-section.tsx')).ActivitySection),
  notes: lazySection(async () => (await import('#/customers/notes/notes-section.tsx')).NotesSection),
  cases: lazySection(async () => (await import('#/customers/cases/cases-section.tsx')).CasesSection),
  contacts: lazySection(async () => (await import('#/customers/contacts/contacts-section.tsx')).ContactsSection),
  products: lazySection(async () => (await import('#/customers/products/products-section.tsx')).ProductsSection),
  billing: lazySection(async () => (await import('#/customers/billing/billing-section.tsx')).BillingSection),
}

/** Loads the code of every section, so that showing one needs only its data. */
export function preloadSections() {
  for (const section of sections) sectionBodies[section].preload()
}
