import * as z from 'zod/mini'
import {
  clearable,
  codeSchema,
  currencySchema,
  entityMembers,
  idSchema,
  localDateSchema,
  moneySchema,
  text,
} from '#/contract/common.ts'
import { endpoint } from '#/contract/endpoint.ts'

/** Whether a term is as usual for everybody, off, or on for this customer. */
export const termSettings = ['inherit', 'disabled', 'enabled'] as const

/** Kinds of saved payments that money can be drawn from. */
export const drawnPaymentKinds = ['creditCard', 'debitCard', 'bankAccount', 'directDebit', 'sepa'] as const

const cycleSchema = z.object({
  kind: z.enum(['months', 'anniversary']),
  /** 1 to 36; `null` for an anniversary. */
  months: z.nullable(z.int()),
})

export const billingInfoSchema = z.object({
  ...entityMembers,
  /** Day of the month, 1 to 31; the last day where a month has fewer. */
  billingDay: z.nullable(z.int()),
  cycle: z.nullable(cycleSchema),
  /** The invoice period that runs; read only. */
  period: z.nullable(z.object({ from: localDateSchema, to: localDateSchema })),
  termsDays: z.nullable(z.int()),
  termsMethod: z.nullable(codeSchema),
  invoiceMethod: z.nullable(codeSchema),
  creditLimit: z.nullable(moneySchema),
  unbilledAlert: z.nullable(moneySchema),
  lateFee: z.enum(termSettings),
  earlyDiscount: z.enum(termSettings),
  /** In percent. */
  taxRate: z.nullable(z.number()),
  currency: z.nullable(currencySchema),
  costCentre: z.nullable(z.string()),
  autoPay: z.object({
    enabled: z.boolean(),
    savedPaymentId: z.nullable(idSchema),
    /** Nothing may be taken before. */
    notBefore: z.nullable(localDateSchema),
  }),
  /** What is overdue and payable, by currency: taken at once when automated payment is switched on. */
  chargeableNow: z.array(moneySchema),
  /** VIP customers are not charged for subscriptions. */
  chargesSuppressed: z.boolean(),
})
export type BillingInfo = z.output<typeof billingInfoSchema>

export const getBillingInfo = endpoint({
  name: 'getBillingInfo',
  method: 'GET',
  path: '/customers/{id}/billing-info',
  summary: 'Billing terms and automated payment',
  tag: 'Billing',
  access: 'billing:read',
  responses: { 200: billingInfoSchema },
  versioned: true,
})

const amountSchema = z.strictObject({ amountMinor: z.int().check(z.gte(0)), currency: currencySchema })

export const billingInfoPatchSchema = z.strictObject({
  billingDay: clearable(z.int().check(z.gte(1), z.lte(31))),
  cycle: clearable(
    z.strictObject({
      kind: z.enum(['months', 'anniversary']),
      months: clearable(z.int().check(z.gte(1), z.lte(36))),
    }),
  ),
  termsDays: clearable(z.int().check(z.gte(0), z.lte(365))),
  termsMethod: clearable(codeSchema),
  invoiceMethod: clearable(codeSchema),
  creditLimit: clearable(amountSchema),
  unbilledAlert: clearable(amountSchema),
  lateFee: z.optional(z.enum(termSettings)),
  earlyDiscount: z.optional(z.enum(termSettings)),
  taxRate: clearable(z.number().check(z.gte(0), z.lte(100))),
  currency: clearable(currencySchema),
  costCentre: clearable(text(100)),
  /** Members that are not given stay. */
  autoPay: z.optional(
    z.strictObject({
      enabled: z.optional(z.boolean()),
      savedPaymentId: clearable(idSchema),
      notBefore: clearable(localDateSchema),
    }),
  ),
})

export const patchBillingInfo = endpoint({
  name: 'patchBillingInfo',
  method: 'PATCH',
  path: '/customers/{id}/billing-info',
  summary: 'Change billing terms and automated payment',
  tag: 'Billing',
  access: 'billing:write',
  body: billingInfoPatchSchema,
  responses: { 200: billingInfoSchema },
  ifMatch: true,
  versioned: true,
})
