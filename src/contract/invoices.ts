import * as z from 'zod/mini'
import {
  clearable,
  currencySchema,
  entityMembers,
  flag,
  idSchema,
  instantSchema,
  localDateSchema,
  moneySchema,
  pageOf,
  pagingMembers,
  sortParam,
  text,
} from '#/contract/common.ts'
import { endpoint } from '#/contract/endpoint.ts'
import { postalAddressSchema } from '#/contract/addresses.ts'

export const invoiceStates = ['pending', 'approved', 'rejected', 'rendering'] as const
export const invoiceTypes = ['invoice', 'correction', 'cancellation'] as const

export const invoiceListItemSchema = z.object({
  ...entityMembers,
  customerId: idSchema,
  number: z.string(),
  type: z.enum(invoiceTypes),
  issuedAt: instantSchema,
  dueAt: z.nullable(localDateSchema),
  state: z.enum(invoiceStates),
  sent: z.boolean(),
  total: moneySchema,
  outstanding: moneySchema,
  /** Some or all of it is disputed: the mark D. */
  disputed: moneySchema,
  /** Some or all of it is paid by a plan: the mark P. */
  onPaymentPlan: moneySchema,
  /** Outstanding less disputed less what is on a plan; below zero is a credit. */
  payable: moneySchema,
  /** Outstanding less disputed. */
  finalOutstanding: moneySchema,
  /** Approved, something is outstanding, and the day it was due is over (in UTC). */
  overdue: z.boolean(),
  hasDocument: z.boolean(),
})
export type InvoiceListItem = z.output<typeof invoiceListItemSchema>

const lineSchema = z.object({
  description: z.string(),
  quantity: z.number(),
  unitPrice: moneySchema,
  total: moneySchema,
})

export const invoiceSchema = z.extend(invoiceListItemSchema, {
  lines: z.array(lineSchema),
  billingAddress: z.nullable(postalAddressSchema),
  note: z.nullable(z.string()),
})
export type Invoice = z.output<typeof invoiceSchema>

const when = z.optional(z.union([instantSchema, localDateSchema]))

export const listInvoices = endpoint({
  name: 'listInvoices',
  method: 'GET',
  path: '/customers/{id}/invoices',
  summary: 'Invoices, newest first unless sorted otherwise',
  tag: 'Billing',
  access: 'billing:read',
  query: z.strictObject({
    ...pagingMembers,
    sort: sortParam(['issuedAt', 'number', 'dueAt', 'total', 'outstanding']),
    state: z.optional(z.array(z.enum(invoiceStates))),
    type: z.optional(z.array(z.enum(invoiceTypes))),
    overdue: z.optional(flag()),
    issuedFrom: when,
    issuedTo: when,
  }),
  responses: { 200: pageOf(invoiceListItemSchema) },
})

export const invoiceCreateSchema = z.strictObject({
  type: z.optional(z.enum(['invoice', 'correction'])),
  currency: currencySchema,
  dueAt: clearable(localDateSchema),
  note: clearable(text(2000)),
  lines: z
    .array(
      z.strictObject({
        description: text(500),
        quantity: z.number().check(z.gt(0), z.lte(1_000_000)),
        /** Negative on corrections. */
        unitPriceMinor: z.int().check(z.gte(-1_000_000_000), z.lte(1_000_000_000)),
      }),
    )
    .check(z.minLength(1), z.maxLength(100)),
})

export const createInvoice = endpoint({
  name: 'createInvoice',
  method: 'POST',
  path: '/customers/{id}/invoices',
  summary: 'Add an invoice, which is pending until it is approved',
  tag: 'Billing',
  access: 'billing:write',
  body: invoiceCreateSchema,
  responses: { 201: invoiceSchema },
  idempotency: 'required',
  versioned: true,
})

export const getInvoice = endpoint({
  name: 'getInvoice',
  method: 'GET',
  path: '/invoices/{invoiceId}',
  summary: 'One invoice with its lines',
  tag: 'Billing',
  access: 'billing:read',
  responses: { 200: invoiceSchema },
  versioned: true,
})

export const getInvoiceDocument = endpoint({
  name: 'getInvoiceDocument',
  method: 'GET',
  path: '/invoices/{invoiceId}/document',
  summary: 'An approved invoice as PDF',
  tag: 'Billing',
  access: 'billing:read',
  responses: { 200: null },
  download: ['application/pdf'],
})
