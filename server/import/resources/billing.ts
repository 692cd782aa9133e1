import * as z from 'zod/mini'
import { billingInfoPatchSchema } from '#/contract/billing-info.ts'
import { clearable, codeSchema, currencySchema, localDateSchema, text } from '#/contract/common.ts'
import { foldText } from '#/contract/fold-text.ts'
import { instalmentStatuses } from '#/contract/instalment-purchases.ts'
import { invoiceStates, invoiceTypes } from '#/contract/invoices.ts'
import { paymentStatuses } from '#/contract/payments.ts'
import { subscriptionStatuses } from '#/contract/subscriptions.ts'
import { referenceSchema } from '#server/import/references.ts'
import { instantInputSchema, postalAddressInputSchema, sourceMembers } from '#server/import/resources/members.ts'
import { ofCustomer } from '#server/import/resources/of-customer.ts'
import { searchTextOf } from '#server/store/search-text.ts'

const owned = { ...sourceMembers, customer: referenceSchema, createdAt: z.optional(instantInputSchema) }
const minor = z.int()
const counted = z.int().check(z.gte(0), z.lte(1200))

const subscriptionSchema = z.strictObject({
  ...owned,
  name: text(200),
  externalName: clearable(text(200)),
  type: codeSchema,
  currency: currencySchema,
  priceMinor: minor,
  billingFrequency: clearable(codeSchema),
  startedAt: instantInputSchema,
  endsAt: clearable(instantInputSchema),
  status: z.enum(subscriptionStatuses),
  discounted: z.optional(z.boolean()),
  setupFeeMinor: clearable(minor),
  accessFeeMinor: clearable(minor),
  productName: clearable(text(200)),
})

export const subscriptions = ofCustomer<'subscriptions', z.output<typeof subscriptionSchema>>(
  'subscriptions',
  subscriptionSchema,
  ({ input, entity, customerId }) => ({
    ...entity,
    customerId,
    name: input.name,
    nameFolded: foldText(input.name),
    externalName: input.externalName ?? null,
    type: input.type,
    currency: input.currency,
    priceMinor: input.priceMinor,
    billingFrequency: input.billingFrequency ?? null,
    startedAt: input.startedAt,
    endsAt: input.endsAt ?? null,
    status: input.status,
    discounted: input.discounted ?? false,
    setupFeeMinor: input.setupFeeMinor ?? null,
    accessFeeMinor: input.accessFeeMinor ?? null,
    cancellation: null,
    productId: null,
    productName: input.productName ?? input.name,
    searchText: searchTextOf([input.name, input.externalName ?? null, input.productName ?? null]),
  }),
)

const invoiceSchema = z.strictObject({
  ...owned,
  number: text(60),
  type: z.optional(z.enum(invoiceTypes)),
  issuedAt: instantInputSchema,
  dueAt: clearable(localDateSchema),
  state: z.enum(invoiceStates),
  sent: z.optional(z.boolean()),
  currency: currencySchema,
  totalMinor: minor,
  outstandingMinor: z.optional(minor),
  disputedMinor: z.optional(minor),
  onPlanMinor: z.optional(minor),
  lines: z.optional(
    z
      .array(z.strictObject({ description: text(500), quantity: z.number(), unitPriceMinor: minor, totalMinor: minor }))
      .check(z.maxLength(1000)),
  ),
  billingAddress: clearable(postalAddressInputSchema),
  note: clearable(text(2000)),
})

export const invoices = ofCustomer<'invoices', z.output<typeof invoiceSchema>>(
  'invoices',
  invoiceSchema,
  ({ input, entity, customerId }) => {
    const { currency } = input
    return {
      ...entity,
      customerId,
      number: input.number,
      numberFolded: foldText(input.number),
      type: input.type ?? 'invoice',
      issuedAt: input.issuedAt,
      dueAt: input.dueAt ?? null,
      state: input.state,
      sent: input.sent ?? false,
      currency,
      totalMinor: input.totalMinor,
      outstandingMinor: input.outstandingMinor ?? 0,
      disputedMinor: input.disputedMinor ?? 0,
      onPlanMinor: input.onPlanMinor ?? 0,
      lines: (input.lines ?? []).map(({ description, quantity, unitPriceMinor, totalMinor }) => ({
        description,
        quantity,
        unitPrice: { amountMinor: unitPriceMinor, currency },
        total: { amountMinor: totalMinor, currency },
      })),
      billingAddress: input.billingAddress ?? null,
      note: input.note ?? null,
    }
  },
)

const paymentSchema = z.strictObject({
  ...owned,
  kind: codeSchema,
  currency: currencySchema,
  amountMinor: minor,
  paidOn: localDateSchema,
  processedOn: clearable(localDateSchema),
  status: z.enum(paymentStatuses),
  reference: clearable(text(200)),
  allocations: z.optional(
    z.array(z.strictObject({ invoice: referenceSchema, amountMinor: minor })).check(z.maxLength(1000)),
  ),
})

export const payments = ofCustomer<'payments', z.output<typeof paymentSchema>>(
  'payments',
  paymentSchema,
  ({ context, input, entity, customerId }) => ({
    ...entity,
    customerId,
    kind: input.kind,
    currency: input.currency,
    amountMinor: input.amountMinor,
    paidOn: input.paidOn,
    processedOn: input.processedOn ?? null,
    status: input.status,
    reference: input.reference ?? null,
    allocations: (input.allocations ?? []).map(({ invoice, amountMinor }) => ({
      invoiceId: context.references.idOf('invoices', invoice) ?? '',
      amountMinor,
    })),
  }),
  {
    wanted: [
      {
        collection: 'invoices',
        member: 'allocations',
        of: ({ allocations = [] }) => allocations.map(({ invoice }) => invoice),
      },
    ],
  },
)

const instalmentSchema = z.strictObject({
  ...owned,
  productName: text(200),
  kind: z.optional(codeSchema),
  currency: currencySchema,
  totalMinor: minor,
  instalmentMinor: minor,
  paidCount: counted,
  totalCount: counted,
  purchasedAt: instantInputSchema,
  nextDueAt: clearable(localDateSchema),
  status: z.enum(instalmentStatuses),
  schedule: z.optional(
    z
      .array(z.strictObject({ dueAt: localDateSchema, amountMinor: minor, paidOn: clearable(localDateSchema) }))
      .check(z.maxLength(1200)),
  ),
})

export const instalmentPurchases = ofCustomer<'instalmentPurchases', z.output<typeof instalmentSchema>>(
  'instalmentPurchases',
  instalmentSchema,
  ({ input, entity, customerId }) => ({
    ...entity,
    customerId,
    productId: null,
    productName: input.productName,
    kind: input.kind ?? 'instalment',
    currency: input.currency,
    totalMinor: input.totalMinor,
    instalmentMinor: input.instalmentMinor,
    paidCount: input.paidCount,
    totalCount: input.totalCount,
    purchasedAt: input.purchasedAt,
    nextDueAt: input.nextDueAt ?? null,
    status: input.status,
    invoiceIds: [],
    schedule: (input.schedule ?? []).map(({ dueAt, amountMinor, paidOn = null }) => ({ dueAt, amountMinor, paidOn })),
  }),
)

const { autoPay: _autoPay, ...terms } = billingInfoPatchSchema.shape
const billingInfoSchema = z.strictObject({
  ...owned,
  ...terms,
  period: clearable(z.strictObject({ from: localDateSchema, to: localDateSchema })),
})

/** Automated payment is not imported: what is drawn from somebody's account is switched on by people. */
export const billingInfos = ofCustomer<'billingInfos', z.output<typeof billingInfoSchema>>(
  'billingInfos',
  billingInfoSchema,
  ({ input, entity, customerId }, before) => ({
    ...entity,
    id: customerId,
    billingDay: input.billingDay ?? null,
    cycle: input.cycle ? { kind: input.cycle.kind, months: input.cycle.months ?? null } : null,
    period: input.period ?? null,
    termsDays: input.termsDays ?? null,
    termsMethod: input.termsMethod ?? null,
    invoiceMethod: input.invoiceMethod ?? null,
    creditLimit: input.creditLimit ?? null,
    unbilledAlert: input.unbilledAlert ?? null,
    lateFee: input.lateFee ?? 'inherit',
    earlyDiscount: input.earlyDiscount ?? 'inherit',
    taxRate: input.taxRate ?? null,
    currency: input.currency ?? null,
    costCentre: input.costCentre ?? null,
    autoPay: before?.autoPay ?? { enabled: false, savedPaymentId: null, notBefore: null },
  }),
)
