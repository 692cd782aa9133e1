import * as contract from '#/contract/jobs.ts'
import type { Job } from '#/contract/jobs.ts'
import { permissionsOf } from '#/contract/permissions.ts'
import type { Permission } from '#/contract/permissions.ts'
import { done, file, ok } from '#server/api/answer.ts'
import { downloadHeaders } from '#server/api/attachments.ts'
import type { ReadCall, Registry, WriteCall } from '#server/api/call.ts'
import { anyOf, findPage } from '#server/api/page.ts'
import { etagOf } from '#server/api/preconditions.ts'
import { Refusal, notFound } from '#server/api/refusal.ts'
import { visibleCustomer } from '#server/api/visibility.ts'
import type { JobRow } from '#server/store/care-rows.ts'
import { newId } from '#server/store/new-id.ts'

/** How long the file of a job is kept. */
export const keptMs = 24 * 60 * 60_000

/** What a job did must still be allowed when its file is fetched. */
const permissionOf: Record<string, Permission> = { dataExport: 'customer:anonymize' }

export function registerJobs({ handle, handleWrite }: Registry): void {
  handle(contract.listJobs, async (call) => {
    const { kind, status } = call.query
    const { rows, ...page } = await findPage(call, 'jobs', {
      where: [
        ...(seesAll(call) ? [] : anyOf<'jobs'>('ownerId', [call.identity.staff.id])),
        ...anyOf<'jobs'>('kind', kind),
        ...anyOf<'jobs'>('status', status),
      ],
      sort: [
        { field: 'createdAt', descending: true },
        { field: 'id', descending: true },
      ],
    })
    return ok({ items: rows.map(jobOf), ...page })
  })

  handle(contract.getJob, async (call) => ok(jobOf(await visibleJob(call))))

  handle(contract.getJobFile, async (call) => {
    const job = await visibleJob(call)
    const requiredPermission = permissionOf[job.kind]
    if (requiredPermission && !permissionsOf(call.identity.staff.roles).includes(requiredPermission)) {
      throw new Refusal('forbidden', { requiredPermission })
    }
    if (job.customerId !== null) await visibleCustomer(call, job.customerId)
    if (job.expiresAt === null) throw notFound()
    const isOver = job.fileId === null || job.expiresAt <= call.now
    const stored = isOver || job.fileId === null ? undefined : await call.deps.files.read(call.store, job.fileId)
    if (!stored) throw new Refusal('cursor-expired', { detail: 'The file was kept for 24 hours' })
    return file(stored.bytes, downloadHeaders(`${job.kind}-${job.id}.ndjson`, stored.mediaType))
  })

  handleWrite(contract.deleteJob, async (call) => {
    const job = await visibleJob(call)
    if (job.fileId !== null) await call.deps.files.remove(call.store, job.fileId)
    if (job.status === 'queued' || job.status === 'running') {
      await call.store.update('jobs', job.id, { status: 'cancelled', finishedAt: call.now, version: job.version + 1 })
    } else await call.store.remove('jobs', job.id)
    return done()
  })
}

type Call = Pick<ReadCall | WriteCall, 'store' | 'identity'>

const seesAll = ({ identity }: Pick<Call, 'identity'>) => permissionsOf(identity.staff.roles).includes('staff:manage')

/** Own ones, and those of everybody for whoever manages staff. */
async function visibleJob(call: Call & { params: { jobId: string } }): Promise<JobRow> {
  const job = await call.store.get('jobs', call.params.jobId)
  if (!job || (job.ownerId !== call.identity.staff.id && !seesAll(call))) throw notFound()
  return job
}

/** A job that was done at once, within the request that asked for it. */
export function finishedJob(
  { now, actor, identity }: WriteCall,
  { kind, customerId, rows }: Pick<JobRow, 'kind' | 'rows'> & { customerId: string },
): JobRow {
  const total = Object.values(rows).reduce((sum, count) => sum + count, 0)
  return {
    id: newId(Date.parse(now)),
    version: 1,
    kind,
    resource: { type: 'customer', id: customerId },
    status: 'succeeded',
    progress: { done: total, total },
    createdAt: now,
    createdBy: actor,
    startedAt: now,
    finishedAt: now,
    problem: null,
    ownerId: identity.staff.id,
    customerId,
    rows,
    fileId: null,
    fileBytes: null,
    expiresAt: null,
  }
}

export function jobOf({ rows, fileId, fileBytes, expiresAt, ...row }: JobRow): Job {
  const fileUrl = fileId === null ? null : `/jobs/${row.id}/file`
  const isOver = row.status === 'succeeded'
  return { ...row, etag: etagOf(row), result: isOver ? { rows, fileUrl, expiresAt, bytes: fileBytes } : null }
}
