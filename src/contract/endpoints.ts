import * as activities from '#/contract/activities.ts'
import * as addresses from '#/contract/addresses.ts'
import * as alerts from '#/contract/alerts.ts'
import * as alternativeContacts from '#/contract/alternative-contacts.ts'
import * as attributes from '#/contract/attributes.ts'
import * as billingInfo from '#/contract/billing-info.ts'
import * as carts from '#/contract/carts.ts'
import * as cases from '#/contract/cases.ts'
import * as changes from '#/contract/changes.ts'
import * as contacts from '#/contract/contacts.ts'
import * as createCustomer from '#/contract/create-customer.ts'
import * as customerStatus from '#/contract/customer-status.ts'
import * as customers from '#/contract/customers.ts'
import * as drafts from '#/contract/drafts.ts'
import type { Endpoint } from '#/contract/endpoint.ts'
import * as instalmentPurchases from '#/contract/instalment-purchases.ts'
import * as invoices from '#/contract/invoices.ts'
import * as jobs from '#/contract/jobs.ts'
import * as me from '#/contract/me.ts'
import * as metadata from '#/contract/metadata.ts'
import * as notes from '#/contract/notes.ts'
import * as orders from '#/contract/orders.ts'
import * as organizations from '#/contract/organizations.ts'
import * as overview from '#/contract/overview.ts'
import * as payments from '#/contract/payments.ts'
import * as presence from '#/contract/presence.ts'
import * as privacy from '#/contract/privacy.ts'
import * as savedPayments from '#/contract/saved-payments.ts'
import * as service from '#/contract/service.ts'
import * as session from '#/contract/session.ts'
import * as staff from '#/contract/staff.ts'
import * as stores from '#/contract/stores.ts'
import * as subscriptions from '#/contract/subscriptions.ts'
import * as workspaces from '#/contract/workspaces.ts'

/** The whole table by operation name. The app imports single endpoints; only the API, mocks and description read this. */
export const endpoints = {
  createSession: session.createSession,
  deleteSession: session.deleteSession,
  getMe: me.getMe,
  patchPreferences: me.patchPreferences,
  listDrafts: drafts.listDrafts,
  putDraft: drafts.putDraft,
  deleteDraft: drafts.deleteDraft,
  listWorkspaces: workspaces.listWorkspaces,
  putWorkspace: workspaces.putWorkspace,
  deleteWorkspace: workspaces.deleteWorkspace,
  listChanges: changes.listChanges,
  putPresence: presence.putPresence,
  listPresence: presence.listPresence,
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
  listActivities: activities.listActivities,
  listAuditLog: activities.listAuditLog,
  listStaff: staff.listStaff,
  listNotes: notes.listNotes,
  getNote: notes.getNote,
  createNote: notes.createNote,
  patchNote: notes.patchNote,
  deleteNote: notes.deleteNote,
  restoreNote: notes.restoreNote,
  getNoteAttachment: notes.getNoteAttachment,
  putNoteAttachment: notes.putNoteAttachment,
  listCases: cases.listCases,
  createCase: cases.createCase,
  getCase: cases.getCase,
  patchCase: cases.patchCase,
  createCaseComment: cases.createCaseComment,
  listContacts: contacts.listContacts,
  getContact: contacts.getContact,
  createContact: contacts.createContact,
  patchContact: contacts.patchContact,
  deleteContact: contacts.deleteContact,
  listAlternativeContacts: alternativeContacts.listAlternativeContacts,
  createAlternativeContact: alternativeContacts.createAlternativeContact,
  patchAlternativeContact: alternativeContacts.patchAlternativeContact,
  deleteAlternativeContact: alternativeContacts.deleteAlternativeContact,
  listActsFor: alternativeContacts.listActsFor,
  getBillingInfo: billingInfo.getBillingInfo,
  patchBillingInfo: billingInfo.patchBillingInfo,
  listInvoices: invoices.listInvoices,
  createInvoice: invoices.createInvoice,
  getInvoice: invoices.getInvoice,
  getInvoiceDocument: invoices.getInvoiceDocument,
  listPayments: payments.listPayments,
  listInstalmentPurchases: instalmentPurchases.listInstalmentPurchases,
  listSubscriptions: subscriptions.listSubscriptions,
  getSubscription: subscriptions.getSubscription,
  listSubscriptionHistory: subscriptions.listSubscriptionHistory,
  listAlerts: alerts.listAlerts,
  getOverview: overview.getOverview,
  createPinReveal: privacy.createPinReveal,
  createAnonymization: privacy.createAnonymization,
  createDataExport: privacy.createDataExport,
  listJobs: jobs.listJobs,
  getJob: jobs.getJob,
  deleteJob: jobs.deleteJob,
  getJobFile: jobs.getJobFile,
} satisfies Record<string, Endpoint>

export type EndpointName = keyof typeof endpoints
