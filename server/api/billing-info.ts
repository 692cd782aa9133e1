import type { CustomerActivityKind } from '#/contract/activity-kinds.ts'
import * as contract from '#/contract/billing-info.ts'
import type { BillingInfo } from '#/contract/billing-info.ts'
import type { Money } from '#/contract/common.ts'
import { changesOf, recordActivity } from '#server/api/activity.ts'
import { ok } from '#server/api/answer.ts'
import type { ReadCall, Registry, WriteCall } from '#server/api/call.ts'
import { newEntity, touched } from '#server/api/entity-row.ts'
import { overdueInvoices, todayOf } from '#server/api/invoices.ts'
import { etagOf } from '#server/api/preconditions.ts'
import { invalid } from '#server/api/refusal.ts'
import { savedPaymentStatus } from '#server/api/saved-payment-status.ts'
import { visibleCustomer, writableCustomer } from '#server/api/visibility.ts'
import type { BillingInfoRow } from '#server/store/billing-rows.ts'
import type { CustomerRow } from '#server/store/rows.ts'

export function registerBillingInfo({ handle, handleWrite }: Registry): void {
  handle(contract.getBillingInfo, async (call) => {
    const customer = await visibleCustomer(call, call.params.id)
    return ok(await billingInfoOf(call, customer))
  })

  handleWrite(contract.patchBillingInfo, async (call) => {
    const customer = await writableCustomer(call, call.params.id)
    const row = await rowOf(call, customer)
    call.preconditions.requireMatch(await wireOf(call, customer, row), contract.billingInfoSchema)
    const { cycle, autoPay, ...patch } = call.body()
    const { values, changes } = changesOf<BillingInfoRow>(row, {
      ...patch,
      cycle: cycleOf(cycle),
      autoPay: autoPayAfter(row.autoPay, autoPay),
    })
    if (values.autoPay) await refuseBrokenAutoPay(call, customer.id, row.autoPay, values.autoPay)
    if (changes.length === 0) return ok(await wireOf(call, customer, row))

    const isNew = row.version === 0
    const changed: BillingInfoRow = {
      ...row,
      ...values,
      ...(isNew ? { ...newEntity(call), id: customer.id } : touched(call, row)),
    }
    if (isNew) await call.store.insert('billingInfos', [changed])
    else await call.store.update('billingInfos', row.id, { ...values, ...touched(call, row) })
    await recordActivity(call, {
      customerId: customer.id,
      kind: kindOf(changes.map(({ field }) => field)),
      group: 'invoices',
      subject: { type: 'billingInfo', id: customer.id, label: customer.customerNumber },
      changes,
    })
    return ok(await wireOf(call, customer, changed))
  })
}

function kindOf(fields: readonly string[]): CustomerActivityKind {
  if (fields.every((field) => field === 'billingDay')) return 'billingDateChanged'
  return fields.every((field) => field === 'autoPay') ? 'automatedPaymentChanged' : 'billingTermsChanged'
}

type CycleInput = { kind: 'months' | 'anniversary'; months?: number | null | undefined } | null | undefined

/** Months are counted for cycles of months, and only for them. */
function cycleOf(cycle: CycleInput): BillingInfoRow['cycle'] | undefined {
  if (!cycle) return cycle
  const { kind, months = null } = cycle
  if (kind === 'months' && months === null) {
    throw invalid({ pointer: '/cycle/months', code: 'required', detail: 'Say how many months' })
  }
  return { kind, months: kind === 'months' ? months : null }
}

type AutoPay = BillingInfoRow['autoPay']

function autoPayAfter(before: AutoPay, given: { [Member in keyof AutoPay]?: AutoPay[Member] | undefined } | undefined) {
  if (!given) return undefined
  const { enabled = before.enabled, savedPaymentId = before.savedPaymentId, notBefore = before.notBefore } = given
  return { enabled, savedPaymentId, notBefore }
}

const drawn: ReadonlySet<string> = new Set(contract.drawnPaymentKinds)

/** What is switched on needs a method that can be charged; what stays as it was is left alone. */
async function refuseBrokenAutoPay(
  { store, now }: WriteCall,
  customerId: string,
  before: AutoPay,
  { enabled, savedPaymentId }: AutoPay,
): Promise<void> {
  const refuse = (code: string, detail: string) => invalid({ pointer: '/autoPay/savedPaymentId', code, detail })
  if (savedPaymentId === null) {
    if (enabled) throw refuse('required', 'Say from which payment method')
    return
  }
  const isAsBefore = savedPaymentId === before.savedPaymentId && (before.enabled || !enabled)
  if (isAsBefore) return
  const payment = await store.get('savedPayments', savedPaymentId)
  if (payment?.customerId !== customerId) throw refuse('not-found', 'The customer has no such payment method')
  if (!drawn.has(payment.kind)) throw refuse('not-drawable', 'Nothing can be drawn from a method of this kind')
  const status = savedPaymentStatus(payment, Date.parse(now))
  if (enabled && (status === 'expired' || status === 'disabled')) throw refuse(status, 'This method cannot be charged')
}

/** The terms of somebody who has none yet. */
function blankRow(customer: CustomerRow): BillingInfoRow {
  const { id, createdAt, createdBy } = customer
  return {
    id,
    version: 0,
    createdAt,
    createdBy,
    updatedAt: createdAt,
    updatedBy: createdBy,
    sourceSystem: null,
    externalId: null,
    importHash: null,
    billingDay: null,
    cycle: null,
    period: null,
    termsDays: null,
    termsMethod: null,
    invoiceMethod: null,
    creditLimit: null,
    unbilledAlert: null,
    lateFee: 'inherit',
    earlyDiscount: 'inherit',
    taxRate: null,
    currency: null,
    costCentre: null,
    autoPay: { enabled: false, savedPaymentId: null, notBefore: null },
  }
}

type Call = Pick<ReadCall | WriteCall, 'store' | 'now'>

async function rowOf({ store }: Call, customer: CustomerRow): Promise<BillingInfoRow> {
  return (await store.get('billingInfos', customer.id)) ?? blankRow(customer)
}

async function wireOf(call: Call, customer: CustomerRow, row: BillingInfoRow): Promise<BillingInfo> {
  return {
    ...row,
    etag: etagOf(row),
    chargeableNow: await chargeableNow(call, customer.id),
    chargesSuppressed: customer.tier === 'vip',
  }
}

/** What is overdue and payable, by currency. */
async function chargeableNow(call: Call, customerId: string): Promise<Money[]> {
  const groups = await call.store.totals('invoices', {
    where: {
      op: 'and',
      conditions: [{ op: 'in', field: 'customerId', values: [customerId] }, overdueInvoices(todayOf(call))],
    },
    by: ['currency'],
    sum: ['outstandingMinor', 'disputedMinor', 'onPlanMinor'],
  })
  return groups
    .map(({ group: [currency], sums: [outstanding = 0, disputed = 0, onPlan = 0] }) => ({
      amountMinor: outstanding - disputed - onPlan,
      currency: String(currency),
    }))
    .filter(({ amountMinor }) => amountMinor > 0)
    .toSorted((a, b) => (a.currency < b.currency ? -1 : 1))
}

/** Billing terms and automated payment of a customer, who need not have any. */
export async function billingInfoOf(call: Call, customer: CustomerRow): Promise<BillingInfo> {
  return await wireOf(call, customer, await rowOf(call, customer))
}
