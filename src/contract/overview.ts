import * as z from 'zod/mini'
import { activitySchema } from '#/contract/activities.ts'
import { addressSchema } from '#/contract/addresses.ts'
import { alertSchema } from '#/contract/alerts.ts'
import { billingInfoSchema } from '#/contract/billing-info.ts'
import { caseListItemSchema } from '#/contract/cases.ts'
import { flag, instantSchema, moneySchema, totalSchema } from '#/contract/common.ts'
import { contactSchema } from '#/contract/contacts.ts'
import { statusChangeSchema } from '#/contract/customer-status.ts'
import { customerSchema } from '#/contract/customers.ts'
import { endpoint } from '#/contract/endpoint.ts'
import { instalmentPurchaseSchema } from '#/contract/instalment-purchases.ts'
import { invoiceListItemSchema } from '#/contract/invoices.ts'
import { noteSchema } from '#/contract/notes.ts'
import { paymentSchema } from '#/contract/payments.ts'
import { problemSchema } from '#/contract/problem.ts'
import { savedPaymentSchema } from '#/contract/saved-payments.ts'
import { subscriptionSchema } from '#/contract/subscriptions.ts'

/** How many rows a card shows; payment methods are all shown. */
export const cardLimits = {
  alerts: 3,
  contacts: 3,
  subscriptions: 5,
  invoices: 3,
  instalments: 3,
  cases: 5,
  notes: 5,
  activities: 5,
} as const

/** Sums stand by currency and are never added across currencies. */
export const accountSummarySchema = z.object({
  balance: z.array(moneySchema),
  overdue: z.array(moneySchema),
  /** Totals of pending invoices. */
  unbilled: z.array(moneySchema),
  creditLimit: z.nullable(moneySchema),
  since: z.nullable(instantSchema),
  /** Names of the organizations. */
  groups: z.array(z.string()),
  openOrders: z.int(),
  openCases: z.int(),
  /** Totals of the orders that were not canceled, of the scopes that the person sees. */
  lifetimeValue: z.array(moneySchema),
  /** The last change of status, with its reason; nothing when there was none. */
  lastStatusChange: z.nullable(statusChangeSchema),
})
export type AccountSummary = z.output<typeof accountSummarySchema>

const notThere = [
  z.object({ state: z.literal('forbidden') }),
  z.object({ state: z.literal('unavailable'), problem: problemSchema }),
] as const
const valueCard = <S extends z.ZodMiniType>(value: S) =>
  z.optional(z.discriminatedUnion('state', [z.object({ state: z.literal('ok'), value }), ...notThere]))
const listCard = <S extends z.ZodMiniType>(item: S) =>
  z.optional(
    z.discriminatedUnion('state', [
      z.object({ state: z.literal('ok'), items: z.array(item), total: totalSchema }),
      ...notThere,
    ]),
  )

export const overviewCardsSchema = z.object({
  summary: valueCard(accountSummarySchema),
  /** The preferred billing address. */
  address: valueCard(z.nullable(addressSchema)),
  alerts: listCard(alertSchema),
  paymentMethod: listCard(savedPaymentSchema),
  billing: valueCard(billingInfoSchema),
  contacts: listCard(contactSchema),
  subscriptions: listCard(subscriptionSchema),
  /** Approved ones. */
  invoices: listCard(invoiceListItemSchema),
  instalments: listCard(instalmentPurchaseSchema),
  lastPayment: valueCard(z.nullable(paymentSchema)),
  /** Open ones. */
  cases: listCard(caseListItemSchema),
  notes: listCard(noteSchema),
  activities: listCard(activitySchema),
})
export type OverviewCards = z.output<typeof overviewCardsSchema>

export const overviewCards = Object.keys(overviewCardsSchema.shape) as (keyof OverviewCards)[]

export const overviewSchema = z.object({ customer: customerSchema, cards: overviewCardsSchema })
export type Overview = z.output<typeof overviewSchema>

export const getOverview = endpoint({
  name: 'getOverview',
  method: 'GET',
  path: '/customers/{id}/overview',
  summary: 'Cards for one page, each of which may fail alone; `include` asks for single ones',
  tag: 'Customers',
  access: 'customer:read',
  query: z.strictObject({
    include: z.optional(z.array(z.enum(overviewCards))),
    /** Entries of cases among the notes; as the person prefers unless told. */
    includeCaseNotes: z.optional(flag()),
  }),
  responses: { 200: overviewSchema },
})
