import type { CustomerActivityKind } from '#/contract/activity-kinds.ts'
import { customerName } from '#/contract/customer-name.ts'
import { customerSchema } from '#/contract/customers.ts'
import * as contract from '#/contract/privacy.ts'
import { recordActivity } from '#server/api/activity.ts'
import { anonymizeAround, anonymousCustomer } from '#server/api/anonymize.ts'
import { accepted, ok } from '#server/api/answer.ts'
import type { Registry, WriteCall } from '#server/api/call.ts'
import { customerOf } from '#server/api/customer-answer.ts'
import { exportedCustomer } from '#server/api/data-export.ts'
import { finishedJob, jobOf, keptMs } from '#server/api/jobs.ts'
import { invalid, notFound } from '#server/api/refusal.ts'
import { visibleCustomer, writableCustomer } from '#server/api/visibility.ts'
import { newId } from '#server/store/new-id.ts'
import type { CustomerRow } from '#server/store/rows.ts'

export function registerPrivacy({ handleWrite }: Registry): void {
  handleWrite(contract.createPinReveal, async (call) => {
    if (call.deps.personalDetail !== 'pin') throw notFound()
    const customer = await writableCustomer(call, call.params.id)
    const { reason } = call.body()
    const vault = await call.deps.findPinVault()
    if (customer.pin === null || !vault) throw invalid({ code: 'no-pin', detail: 'The customer has no PIN' })
    const pin = await vault.open(customer.pin)
    await record(call, customer, 'pinRevealed', { reason })
    return ok({ pin, shownSeconds: contract.pinShownSeconds })
  })

  handleWrite(contract.createAnonymization, async (call) => {
    const customer = await writableCustomer(call, call.params.id)
    call.preconditions.requireMatch(await customerOf(call, customer), customerSchema)
    const { reason } = call.body()
    const after = anonymousCustomer(call, customer)
    await call.store.update('customers', customer.id, after)
    if (customer.status !== 'inactive') await recordStatus(call, customer, after)
    const rows = await anonymizeAround(call, after)
    await record(call, after, 'customerAnonymized', { reason })
    const job = finishedJob(call, { kind: 'anonymization', customerId: customer.id, rows })
    await call.store.insert('jobs', [job])
    return accepted(jobOf(job))
  })

  handleWrite(contract.createDataExport, async (call) => {
    const customer = await call.store.lock('customers', (await visibleCustomer(call, call.params.id)).id)
    if (!customer) throw notFound()
    const { reason } = call.body()
    const { bytes, rows } = await exportedCustomer(call, customer)
    const fileId = await call.deps.files.put(call.store, { mediaType: 'application/x-ndjson', bytes }, call.now)
    const expiresAt = new Date(Date.parse(call.now) + keptMs).toISOString()
    const made = { fileId, fileBytes: bytes.byteLength, expiresAt }
    const job = { ...finishedJob(call, { kind: 'dataExport', customerId: customer.id, rows }), ...made }
    await call.store.insert('jobs', [job])
    await record(call, customer, 'dataExported', { reason, jobId: job.id })
    return accepted(jobOf(job))
  })
}

/** Who comes to an end ends as inactive. */
async function recordStatus(call: WriteCall, before: CustomerRow, { version }: CustomerRow): Promise<void> {
  const { now: at, actor } = call
  const change = { from: before.status, to: 'inactive', reason: 'accountClosure', comment: null, at, actor } as const
  const row = { ...change, id: newId(Date.parse(at)), customerId: before.id, customerVersion: version }
  await call.store.insert('statusChanges', [row])
}

async function record(
  call: WriteCall,
  customer: CustomerRow,
  kind: CustomerActivityKind,
  data: Record<string, unknown>,
): Promise<void> {
  const subject = { type: 'customer', id: customer.id, label: customerName(customer) }
  await recordActivity(call, { customerId: customer.id, kind, group: 'account', subject, data, audited: true })
}
