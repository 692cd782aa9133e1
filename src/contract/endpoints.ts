import * as addresses from '#/contract/addresses.ts'
import * as attributes from '#/contract/attributes.ts'
import * as carts from '#/contract/carts.ts'
import * as createCustomer from '#/contract/create-customer.ts'
import * as customerStatus from '#/contract/customer-status.ts'
import * as customers from '#/contract/customers.ts'
import type { Endpoint } from '#/contract/endpoint.ts'
import * as me from '#/contract/me.ts'
import * as metadata from '#/contract/metadata.ts'
import * as orders from '#/contract/orders.ts'
import * as organizations from '#/contract/organizations.ts'
import * as savedPayments from '#/contract/saved-payments.ts'
import * as service from '#/contract/service.ts'
import * as session from '#/contract/session.ts'
import * as stores from '#/contract/stores.ts'

/** The whole table by operation name. The app imports single endpoints; only the API, mocks and description read this. */
export const endpoints = {
  createSession: session.createSession,
  deleteSession: session.deleteSession,
  getMe: me.getMe,
  patchPreferences: me.patchPreferences,
  getPublicConfig: service.getPublicConfig,
  getConfig: service.getConfig,
  listScopes: service.listScopes,
  getLiveness: service.getLiveness,
  getReadiness: service.getReadiness,
  getDescription: service.getDescription,
  listCustomers: customers.listCustomers,
  createCustomer: createCustomer.createCustomer,
  getCustomer: customers.getCustomer,
  patchCustomer: customers.patchCustomer,
  listStatusChanges: customerStatus.listStatusChanges,
  createStatusChange: customerStatus.createStatusChange,
  deleteSignInLock: customerStatus.deleteSignInLock,
  createPasswordReset: customerStatus.createPasswordReset,
  getCustomerAttributes: attributes.getCustomerAttributes,
  patchCustomerAttributes: attributes.patchCustomerAttributes,
  listAttributeDefinitions: metadata.listAttributeDefinitions,
  putAttributeDefinition: metadata.putAttributeDefinition,
  deleteAttributeDefinition: metadata.deleteAttributeDefinition,
  listLookups: metadata.listLookups,
  putLookup: metadata.putLookup,
  deleteLookup: metadata.deleteLookup,
  putAttributeGroup: metadata.putAttributeGroup,
  deleteAttributeGroup: metadata.deleteAttributeGroup,
  listAddresses: addresses.listAddresses,
  getAddress: addresses.getAddress,
  createAddress: addresses.createAddress,
  patchAddress: addresses.patchAddress,
  deleteAddress: addresses.deleteAddress,
  restoreAddress: addresses.restoreAddress,
  listCustomerOrganizations: organizations.listCustomerOrganizations,
  putMembership: organizations.putMembership,
  deleteMembership: organizations.deleteMembership,
  listOrganizations: organizations.listOrganizations,
  getOrganization: organizations.getOrganization,
  createOrganization: organizations.createOrganization,
  patchOrganization: organizations.patchOrganization,
  listCustomerStores: stores.listCustomerStores,
  putCustomerStore: stores.putCustomerStore,
  deleteCustomerStore: stores.deleteCustomerStore,
  getPreferredStore: stores.getPreferredStore,
  putPreferredStore: stores.putPreferredStore,
  listStores: stores.listStores,
  getStore: stores.getStore,
  listCustomerOrders: orders.listCustomerOrders,
  listOrderValues: orders.listOrderValues,
  getHiddenRows: orders.getHiddenRows,
  listOrders: orders.listOrders,
  getOrder: orders.getOrder,
  listCarts: carts.listCarts,
  getCart: carts.getCart,
  listSavedPayments: savedPayments.listSavedPayments,
  patchSavedPayment: savedPayments.patchSavedPayment,
  deleteSavedPayment: savedPayments.deleteSavedPayment,
} satisfies Record<string, Endpoint>

export type EndpointName = keyof typeof endpoints
