import * as z from 'zod/mini'
import { activitySchema, auditEntrySchema } from '#/contract/activities.ts'
import { addressSchema, postalAddressSchema } from '#/contract/addresses.ts'
import { alertSchema } from '#/contract/alerts.ts'
import { actsForSchema, alternativeContactSchema } from '#/contract/alternative-contacts.ts'
import { billingInfoSchema } from '#/contract/billing-info.ts'
import { caseSchema, caseListItemSchema } from '#/contract/cases.ts'
import { contactSchema } from '#/contract/contacts.ts'
import { instalmentPurchaseSchema } from '#/contract/instalment-purchases.ts'
import { invoiceSchema, invoiceListItemSchema } from '#/contract/invoices.ts'
import { paymentSchema } from '#/contract/payments.ts'
import { subscriptionSchema, subscriptionEntrySchema } from '#/contract/subscriptions.ts'
import { customerAttributesSchema } from '#/contract/attributes.ts'
import { cartListItemSchema, cartSchema } from '#/contract/carts.ts'
import { actorSchema, moneySchema } from '#/contract/common.ts'
import { createdCustomerSchema } from '#/contract/create-customer.ts'
import { statusChangeSchema } from '#/contract/customer-status.ts'
import { customerListItemSchema, customerSchema } from '#/contract/customers.ts'
import { changeEventSchema } from '#/contract/changes.ts'
import { draftSchema } from '#/contract/drafts.ts'
import type { Endpoint, Schema } from '#/contract/endpoint.ts'
import { endpoints } from '#/contract/endpoints.ts'
import { jobSchema } from '#/contract/jobs.ts'
import { meSchema } from '#/contract/me.ts'
import { attributeDefinitionSchema, attributeGroupSchema, lookupSchema } from '#/contract/metadata.ts'
import { noteSchema } from '#/contract/notes.ts'
import { orderLineSchema, orderListItemSchema, orderSchema } from '#/contract/orders.ts'
import { membershipSchema, organizationSchema } from '#/contract/organizations.ts'
import { presenceSchema } from '#/contract/presence.ts'
import { overviewSchema } from '#/contract/overview.ts'
import { problemSchema } from '#/contract/problem.ts'
import { savedPaymentSchema } from '#/contract/saved-payments.ts'
import { configSchema, scopeSchema } from '#/contract/service.ts'
import { customerStoreSchema, preferredStoreSchema, storeSchema } from '#/contract/stores.ts'
import { workspaceSchema } from '#/contract/workspaces.ts'

type Json = Record<string, unknown>
export type Ref = { $ref: string }

/** Schemas that carry a name of their own in the description. */
const named: Record<string, Schema> = {
  Activity: activitySchema,
  Actor: actorSchema,
  ActsFor: actsForSchema,
  Address: addressSchema,
  Alert: alertSchema,
  AlternativeContact: alternativeContactSchema,
  AttributeDefinition: attributeDefinitionSchema,
  AttributeGroup: attributeGroupSchema,
  AuditEntry: auditEntrySchema,
  BillingInfo: billingInfoSchema,
  Cart: cartSchema,
  CartListItem: cartListItemSchema,
  Case: caseSchema,
  CaseListItem: caseListItemSchema,
  ChangeEvent: changeEventSchema,
  Config: configSchema,
  Contact: contactSchema,
  CreatedCustomer: createdCustomerSchema,
  Customer: customerSchema,
  CustomerAttributes: customerAttributesSchema,
  CustomerListItem: customerListItemSchema,
  CustomerStore: customerStoreSchema,
  Draft: draftSchema,
  InstalmentPurchase: instalmentPurchaseSchema,
  Invoice: invoiceSchema,
  InvoiceListItem: invoiceListItemSchema,
  Job: jobSchema,
  Lookup: lookupSchema,
  Me: meSchema,
  Membership: membershipSchema,
  Money: moneySchema,
  Note: noteSchema,
  Order: orderSchema,
  OrderLine: orderLineSchema,
  OrderListItem: orderListItemSchema,
  Organization: organizationSchema,
  Overview: overviewSchema,
  Payment: paymentSchema,
  PostalAddress: postalAddressSchema,
  PreferredStore: preferredStoreSchema,
  Presence: presenceSchema,
  Problem: problemSchema,
  SavedPayment: savedPaymentSchema,
  Scope: scopeSchema,
  StatusChange: statusChangeSchema,
  StoreLocation: storeSchema,
  Subscription: subscriptionSchema,
  SubscriptionEntry: subscriptionEntrySchema,
  Workspace: workspaceSchema,
}

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const refTo = (name: string): Ref => ({ $ref: `#/components/schemas/${name}` })

/** Every schema of the contract as a component, and how operations refer to them. */
export function describeSchemas() {
  const registry = z.registry<{ id: string }>()
  const names = new Map<Schema, string>()
  const name = (schema: Schema, id: string) => {
    if (names.has(schema)) return
    names.set(schema, id)
    registry.add(schema, { id })
  }
  for (const [id, schema] of Object.entries(named)) name(schema, id)
  for (const endpoint of Object.values(endpoints) as Endpoint[]) {
    if (endpoint.body) name(endpoint.body, `${capitalized(endpoint.name)}Body`)
    for (const schema of Object.values(endpoint.responses))
      if (schema) name(schema, `${capitalized(endpoint.name)}Result`)
  }

  const { schemas } = z.toJSONSchema(registry, {
    io: 'input',
    uri: (id) => `#/components/schemas/${id}`,
    override: ({ jsonSchema }) => {
      // The format says it; the pattern behind it is a page long.
      if (jsonSchema.format === 'date-time' || jsonSchema.format === 'date') delete jsonSchema.pattern
    },
  })
  const refOf = (schema: Schema | null | undefined): Ref => refTo((schema && names.get(schema)) ?? 'Problem')
  return {
    schemas: Object.fromEntries(
      Object.entries(schemas)
        .map(([id, schema]): [string, Json] => [id, bare(schema)])
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ),
    bodyRef: ({ body }: Endpoint) => refOf(body),
    resultRef: refOf,
  }
}

/** Without the members that only a schema document of its own has. */
function bare({ $schema: _dialect, $id: _id, ...schema }: Json): Json {
  return schema
}
