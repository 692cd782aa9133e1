import { customerName } from '#/contract/customer-name.ts'
import * as contract from '#/contract/customer-status.ts'
import { customerSchema } from '#/contract/customers.ts'
import type { Customer } from '#/contract/customers.ts'
import { brokenStatusRules, statusTransitions } from '#/contract/status-rules.ts'
import { recordActivity } from '#server/api/activity.ts'
import { accepted, created, ok } from '#server/api/answer.ts'
import type { Registry, WriteCall } from '#server/api/call.ts'
import { customerOf } from '#server/api/customer-answer.ts'
import { touched } from '#server/api/entity-row.ts'
import { findPage } from '#server/api/page.ts'
import { Refusal, invalid } from '#server/api/refusal.ts'
import { visibleCustomer, writableCustomer } from '#server/api/visibility.ts'
import { newId } from '#server/store/new-id.ts'
import type { CustomerRow } from '#server/store/rows.ts'

export function registerCustomerStatus({ handle, handleWrite }: Registry): void {
  handle(contract.listStatusChanges, async (call) => {
    const { id } = await visibleCustomer(call, call.params.id)
    const { rows, ...page } = await findPage(call, 'statusChanges', {
      where: [{ op: 'in', field: 'customerId', values: [id] }],
      sort: [
        { field: 'at', descending: true },
        { field: 'customerVersion', descending: true },
      ],
    })
    return ok({ items: rows, ...page })
  })

  handleWrite(contract.createStatusChange, async (call) => {
    const row = await writableCustomer(call, call.params.id)
    call.preconditions.requireMatch(await customerOf(call, row), customerSchema)
    const { to, reason = null, comment = null } = call.body()
    refuseBrokenRules({ to, reason, comment })
    const allowed = statusTransitions[row.status]
    if (!allowed.includes(to)) throw new Refusal('invalid-transition', { from: row.status, allowed: [...allowed] })

    const changed = await change(call, row, { status: to })
    const { now: at, actor, store } = call
    const statusChange = { id: newId(Date.parse(at)), from: row.status, to, reason, comment, at, actor }
    await store.insert('statusChanges', [{ ...statusChange, customerId: row.id, customerVersion: row.version + 1 }])
    await recordActivity(call, {
      ...subjectOf(row),
      kind: 'statusChanged',
      changes: [{ field: 'status', from: row.status, to }],
      data: { reason, comment, statusChangeId: statusChange.id },
    })
    return created(changed, `/customers/${row.id}/status-changes`)
  })

  handleWrite(contract.deleteSignInLock, async (call) => {
    const row = await writableCustomer(call, call.params.id)
    const current = await customerOf(call, row)
    call.preconditions.requireMatch(current, customerSchema)
    refuseWithoutSignIn(row)
    if (row.lockedUntil === null) return ok(current)

    const changed = await change(call, row, { lockedUntil: null })
    const changes = [{ field: 'lockedUntil', from: row.lockedUntil, to: null }]
    await recordActivity(call, { ...subjectOf(row), kind: 'unlocked', changes })
    return ok(changed)
  })

  handleWrite(contract.createPasswordReset, async (call) => {
    const row = await writableCustomer(call, call.params.id)
    refuseWithoutSignIn(row)
    if (row.email === null) throw invalid({ code: 'no-email', detail: 'There is no email to send it to' })
    const { now, store } = call
    const id = newId(Date.parse(now))
    await store.insert('outbox', [
      {
        id,
        kind: 'passwordReset',
        customerId: row.id,
        createdAt: now,
        deliveredAt: null,
        attempts: 0,
        nextAttemptAt: now,
      },
    ])
    await recordActivity(call, {
      ...subjectOf(row),
      group: 'account',
      kind: 'passwordResetRequested',
      data: { requestId: id },
    })
    return accepted({ id, requestedAt: now })
  })
}

type Wish = Parameters<typeof brokenStatusRules>[0]
const details = { reason: 'Say why', comment: 'Say what the other reason is' }

function refuseBrokenRules(wish: Wish): void {
  const broken = brokenStatusRules(wish)
  if (broken.length === 0) return
  throw invalid(...broken.map(({ field, code }) => ({ pointer: `/${field}`, code, detail: details[field] })))
}

function refuseWithoutSignIn({ accountType }: CustomerRow): void {
  if (accountType === 'registered') return
  throw invalid({ code: 'not-registered', detail: 'Only registered customers sign in' })
}

async function change(call: WriteCall, row: CustomerRow, values: Partial<CustomerRow>): Promise<Customer> {
  const update = { ...values, ...touched(call, row) }
  await call.store.update('customers', row.id, update)
  return await customerOf(call, { ...row, ...update })
}

const subjectOf = (row: CustomerRow) => ({
  customerId: row.id,
  group: 'status',
  subject: { type: 'customer', id: row.id, label: customerName(row) },
})
