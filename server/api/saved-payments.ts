import type { CustomerActivityKind } from '#/contract/activity-kinds.ts'
import {
  deleteSavedPayment,
  listSavedPayments,
  patchSavedPayment,
  savedPaymentSchema,
} from '#/contract/saved-payments.ts'
import type { SavedPayment } from '#/contract/saved-payments.ts'
import { changesOf, recordActivity } from '#server/api/activity.ts'
import type { Change } from '#server/api/activity.ts'
import { done, ok } from '#server/api/answer.ts'
import type { ReadCall, Registry, WriteCall } from '#server/api/call.ts'
import { touched } from '#server/api/entity-row.ts'
import { orderUsages } from '#server/api/order-usage.ts'
import { etagOf } from '#server/api/preconditions.ts'
import { Refusal, notFound } from '#server/api/refusal.ts'
import { savedPaymentStatus } from '#server/api/saved-payment-status.ts'
import { smallPage } from '#server/api/small-page.ts'
import { visibleCustomer, writableCustomer } from '#server/api/visibility.ts'
import type { SavedPaymentRow } from '#server/store/rows.ts'
import type { Reader } from '#server/store/store.ts'

export function registerSavedPayments({ handle, handleWrite }: Registry): void {
  handle(listSavedPayments, async (call) => {
    const { id } = await visibleCustomer(call, call.params.id)
    const all = await paymentsOf(call, await rowsOf(call.store, id))
    const { status, sort = '-addedAt' } = call.query
    const wanted = status ? all.filter((payment) => status.includes(payment.status)) : all
    return ok(
      await smallPage(call, wanted, {
        keys: [({ addedAt }) => addedAt],
        descending: [sort.startsWith('-')],
        id: (payment) => payment.id,
      }),
    )
  })

  handleWrite(patchSavedPayment, async (call) => {
    const { row, current } = await matchedPayment(call)
    const { isDefault } = call.body()
    const { changes } = changesOf<SavedPaymentRow>(row, { isDefault })
    if (changes.length === 0) return ok(current)

    const changed = { ...row, isDefault, ...touched(call, row) }
    const replaced = isDefault ? await clearOtherDefaults(call, row) : []
    await call.store.update('savedPayments', row.id, { isDefault, ...touched(call, row) })
    await record(call, row, 'paymentMethodDefaultChanged', changes, { noLongerDefault: replaced })
    return ok({ ...current, ...changed, etag: etagOf(changed) })
  })

  handleWrite(deleteSavedPayment, async (call) => {
    const { row, current } = await matchedPayment(call)
    if (current.usedBy.length > 0 && !call.query.force) throw new Refusal('in-use', { usedBy: current.usedBy })
    await call.store.remove('savedPayments', row.id)
    await endAutomatedPayment(call, row)
    await record(call, row, 'paymentMethodDeleted', [], { wasDefault: row.isDefault })
    return done()
  })
}

/** Nothing can be drawn from a method that is gone. */
async function endAutomatedPayment(call: WriteCall, { id, customerId }: SavedPaymentRow): Promise<void> {
  const billing = await call.store.get('billingInfos', customerId)
  if (billing?.autoPay.savedPaymentId !== id) return
  const autoPay = { ...billing.autoPay, enabled: false, savedPaymentId: null }
  await call.store.update('billingInfos', customerId, { autoPay, ...touched(call, billing) })
}

async function matchedPayment(call: WriteCall<typeof patchSavedPayment> | WriteCall<typeof deleteSavedPayment>) {
  const customer = await writableCustomer(call, call.params.id)
  const row = await call.store.get('savedPayments', call.params.paymentId)
  if (row?.customerId !== customer.id) throw notFound()
  const [current] = await paymentsOf(call, [row])
  if (!current) throw notFound()
  call.preconditions.requireMatch(current, savedPaymentSchema)
  return { row, current }
}

async function rowsOf(store: Reader, customerId: string): Promise<SavedPaymentRow[]> {
  const where = { op: 'in', field: 'customerId', values: [customerId] } as const
  return (await store.find('savedPayments', { where })).rows
}

/** One default a provider: takes it away from the others, whose versions move on. */
async function clearOtherDefaults(call: WriteCall, { id, customerId, provider }: SavedPaymentRow): Promise<string[]> {
  const others = (await rowsOf(call.store, customerId)).filter(
    (other) => other.id !== id && other.provider === provider && other.isDefault,
  )
  for (const other of others) {
    await call.store.update('savedPayments', other.id, { isDefault: false, ...touched(call, other) })
  }
  return others.map((other) => other.id)
}

/** All payment methods of a customer, the newest first. */
export async function savedPaymentsOf(call: ReadCall, customerId: string): Promise<SavedPayment[]> {
  const payments = await paymentsOf(call, await rowsOf(call.store, customerId))
  const order = ({ addedAt, id }: SavedPayment) => `${addedAt ?? ''} ${id}`
  return payments.toSorted((a, b) => (order(a) < order(b) ? 1 : -1))
}

async function paymentsOf(call: ReadCall | WriteCall, rows: readonly SavedPaymentRow[]): Promise<SavedPayment[]> {
  const [first] = rows
  if (!first) return []
  const ids = rows.map(({ id }) => id)
  const usedByOrders = await orderUsages(call, first.customerId, 'savedPaymentIds', ids)
  const { autoPay } = (await call.store.get('billingInfos', first.customerId)) ?? {}
  const automated = { type: 'automatedPayment', id: first.customerId, label: 'Automated payment' }
  const usedBy = (id: string) => [
    ...usedByOrders(id),
    ...(autoPay?.enabled && autoPay.savedPaymentId === id ? [automated] : []),
  ]
  const now = Date.parse(call.now)
  return rows.map((row) => wireOf(row, savedPaymentStatus(row, now), usedBy(row.id)))
}

const wireOf = (
  row: SavedPaymentRow,
  status: SavedPayment['status'],
  usedBy: SavedPayment['usedBy'],
): SavedPayment => ({ ...row, etag: etagOf(row), status, usedBy })

async function record(
  call: WriteCall,
  { id, customerId, label, kind: method }: SavedPaymentRow,
  kind: CustomerActivityKind,
  changes: Change[],
  data: Record<string, unknown>,
): Promise<void> {
  const subject = { type: 'savedPayment', id, label: label ?? method }
  await recordActivity(call, { customerId, kind, group: 'paymentMethods', subject, changes, data })
}
