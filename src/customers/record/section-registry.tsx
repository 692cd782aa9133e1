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
}

/** Loads the code of every section, so that showing one needs only its data. */
export function preloadSections() {
  for (const section of sections) sectionBodies[section].preload()
}
