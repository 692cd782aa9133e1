import type { Actor } from '#/contract/common.ts'
import type { EndpointName } from '#/contract/endpoints.ts'
import type { RowsToInsert } from '#tests/builders.ts'
import {
  aCart,
  aCustomer,
  aCustomerStore,
  aDefinition,
  aLookup,
  aMembership,
  aSavedPayment,
  aStoreLocation,
  anAddress,
  anAttributeGroup,
  anOrder,
  anOrderDetail,
  anOrganization,
} from '#tests/builders.ts'
import { aBillingWorld } from '#tests/contract/billing-world.ts'
import { aCareWorld } from '#tests/contract/care-world.ts'
import { sealedPin, startOfTests } from '#tests/contract/target.ts'
import type { ValidRequest } from '#tests/contract/valid-request.ts'

let made = 0

/** One customer with one of everything (written by the author where that counts), and for each operation a request about it that succeeds for whoever may. */
export function aWorld(author?: Actor) {
  made += 1
  const customer = aCustomer({
    phone: '+1 514 555 0123',
    lockedUntil: '2030-01-01T00:00:00.000Z',
    pin: sealedPin('4711'),
  })
  const address = anAddress({ customerId: customer.id, name: 'Home' })
  const deleted = anAddress({ customerId: customer.id, deletedAt: new Date(startOfTests - 1000).toISOString() })
  const organization = anOrganization()
  const other = anOrganization()
  const location = aStoreLocation()
  const spareLocation = aStoreLocation()
  const order = anOrder(customer)
  const cart = aCart(customer)
  const payment = aSavedPayment({ customerId: customer.id })
  const spare = aSavedPayment({ customerId: customer.id })
  const group = anAttributeGroup()
  const lookup = aLookup({ id: `lookup${made}` })
  const definition = aDefinition({ id: `plain${made}` })
  const unused = aDefinition({ id: `unused${made}` })

  const care = aCareWorld(customer, author)
  const billing = aBillingWorld(customer)

  const rows: RowsToInsert = {
    ...care.rows,
    ...billing.rows,
    addresses: [address, deleted],
    organizations: [organization, other],
    memberships: [aMembership(customer, organization)],
    storeLocations: [location, spareLocation],
    customerStores: [aCustomerStore(customer, location)],
    orders: [order],
    orderDetails: [anOrderDetail(order)],
    carts: [cart],
    savedPayments: [payment, spare],
    attributeGroups: [group],
    lookups: [lookup],
    attributeDefinitions: [definition, unused],
  }

  const at = `/customers/${customer.id}`
  const metadata = '/metadata'
  const { id: _id, version: _version, updatedAt: _at, updatedBy: _by, ...definitionBody } = definition
  const requests: Record<EndpointName, ValidRequest> = {
    ...care.requests,
    ...billing.requests,
    createSession: { path: '/auth/session', body: { username: 'finance', password: 'correct horse' } },
    deleteSession: { path: '/auth/session' },
    getMe: { path: '/me' },
    patchPreferences: { path: '/me/preferences', body: { density: 'compact' }, ifMatch: '*' },
    listDrafts: { path: '/me/drafts' },
    putDraft: {
      path: `/me/drafts/${customer.id}/account/-`,
      body: { baseEtag: '"1"', values: { firstName: 'Gra' }, baseValues: { firstName: 'Ada' } },
    },
    deleteDraft: { path: `/me/drafts/${customer.id}/account/-` },
    listWorkspaces: { path: '/me/workspaces' },
    putWorkspace: {
      path: `/me/workspaces/window${made}`,
      body: {
        records: [{ id: customer.id, section: 'account', isPinned: false, views: {} }],
        activeId: customer.id,
        closed: [],
        pages: {},
      },
    },
    deleteWorkspace: { path: `/me/workspaces/window${made}` },
    listChanges: { path: '/changes' },
    putPresence: { path: '/me/presence', body: { customerId: customer.id, section: 'account', editing: false } },
    listPresence: { path: `${at}/presence` },
    getPublicConfig: { path: '/config/public' },
    getConfig: { path: '/config' },
    listScopes: { path: '/scopes' },
    getLiveness: { path: '/health/live' },
    getReadiness: { path: '/health/ready' },
    getDescription: { path: '/openapi.json' },
    listCustomers: { path: '/customers?limit=2' },
    createCustomer: {
      path: '/customers',
      body: { firstName: 'New', lastName: `Number ${made}`, email: `new${made}@example.org` },
    },
    getCustomer: { path: at },
    patchCustomer: { path: at, body: { firstName: 'Grace' }, ifMatch: '"1"' },
    listStatusChanges: { path: `${at}/status-changes` },
    createStatusChange: {
      path: `${at}/status-changes`,
      body: { to: 'blocked', reason: 'nonPayment' },
      ifMatch: '"1"',
    },
    deleteSignInLock: { path: `${at}/sign-in-lock`, ifMatch: '"1"' },
    createPasswordReset: { path: `${at}/password-resets` },
    getCustomerAttributes: { path: `${at}/attributes` },
    patchCustomerAttributes: {
      path: `${at}/attributes`,
      body: { values: { [definition.id]: 'gold' } },
      ifMatch: '"0"',
    },
    listAttributeDefinitions: { path: `${metadata}/customer-attributes` },
    putAttributeDefinition: {
      path: `${metadata}/customer-attributes/${definition.id}`,
      body: { ...definitionBody, displayOrder: 7 },
      ifMatch: '"1"',
    },
    deleteAttributeDefinition: { path: `${metadata}/customer-attributes/${unused.id}`, ifMatch: '"1"' },
    listLookups: { path: `${metadata}/lookups` },
    putLookup: {
      path: `${metadata}/lookups/new${made}`,
      body: { label: { en: 'New' }, active: true, values: [] },
      ifNoneMatch: '*',
    },
    deleteLookup: { path: `${metadata}/lookups/${lookup.id}`, ifMatch: '"1"' },
    putAttributeGroup: {
      path: `${metadata}/attribute-groups/${group.id}`,
      body: { label: { en: 'Renamed' }, displayOrder: 2 },
      ifMatch: '"1"',
    },
    deleteAttributeGroup: { path: `${metadata}/attribute-groups/${group.id}`, ifMatch: '*' },
    listAddresses: { path: `${at}/addresses` },
    getAddress: { path: `${at}/addresses/${address.id}` },
    createAddress: { path: `${at}/addresses`, body: { line1: '2 Side Street', city: 'Québec', countryCode: 'CA' } },
    patchAddress: { path: `${at}/addresses/${address.id}`, body: { city: 'Montréal' }, ifMatch: '"1"' },
    deleteAddress: { path: `${at}/addresses/${address.id}`, ifMatch: '*' },
    restoreAddress: { path: `${at}/addresses/${deleted.id}/restoration` },
    listCustomerOrganizations: { path: `${at}/organizations` },
    putMembership: { path: `${at}/organizations/${other.id}` },
    deleteMembership: { path: `${at}/organizations/${organization.id}` },
    listOrganizations: { path: '/organizations' },
    getOrganization: { path: `/organizations/${organization.id}` },
    createOrganization: { path: '/organizations', body: { number: `NEW-${made}`, name: 'New' } },
    patchOrganization: { path: `/organizations/${organization.id}`, body: { name: 'Renamed' }, ifMatch: '"1"' },
    listCustomerStores: { path: `${at}/stores` },
    putCustomerStore: { path: `${at}/stores/${spareLocation.id}` },
    deleteCustomerStore: { path: `${at}/stores/${location.id}` },
    getPreferredStore: { path: `${at}/preferred-store` },
    putPreferredStore: { path: `${at}/preferred-store`, body: { storeId: location.id }, ifMatch: '"1"' },
    listStores: { path: '/stores' },
    getStore: { path: `/stores/${location.id}` },
    listCustomerOrders: { path: `${at}/orders` },
    listOrderValues: { path: `${at}/order-values` },
    getHiddenRows: { path: `${at}/hidden-rows` },
    listOrders: { path: '/orders?limit=2' },
    getOrder: { path: `/orders/${order.id}` },
    listCarts: { path: `${at}/carts` },
    getCart: { path: `/carts/${cart.id}` },
    listSavedPayments: { path: `${at}/saved-payments` },
    patchSavedPayment: { path: `${at}/saved-payments/${payment.id}`, body: { isDefault: true }, ifMatch: '"1"' },
    deleteSavedPayment: { path: `${at}/saved-payments/${spare.id}`, ifMatch: '"1"' },
  }
  return { customer, rows, requests }
}
