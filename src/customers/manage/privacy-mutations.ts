import { mutationOptions, queryOptions, skipToken } from '@tanstack/react-query'
import { deleteJob, getJob, getJobFile, type Job } from '#/contract/jobs.ts'
import { createAnonymization, createDataExport } from '#/contract/privacy.ts'
import { customerKeys } from '#/customers/customer.queries.ts'
import { api, send } from '#/shared/api/api.ts'

interface Wish {
  reason: string
  idempotencyKey: string
}

/** Has everything about a customer put into a file. The dialog shows what is refused. */
export const exportDataMutation = (customerId: string) =>
  mutationOptions({
    mutationKey: ['export-data', customerId],
    mutationFn: ({ reason, idempotencyKey }: Wish) =>
      api(createDataExport, { path: { id: customerId }, body: { reason }, idempotencyKey }),
    meta: { onFailure: 'form' },
  })

/** Takes everything personal out of a customer, for good: nothing that was read of it counts any more. */
export const anonymiseMutation = (customerId: string) =>
  mutationOptions({
    mutationKey: ['anonymise', customerId],
    mutationFn: ({ reason, ...command }: Wish & { ifMatch: string }) =>
      api(createAnonymization, { path: { id: customerId }, body: { reason }, ...command }),
    meta: { invalidates: [customerKeys.all], onFailure: 'form' },
  })

/** The file that a job made. */
export const jobFileMutation = (jobId: string) =>
  mutationOptions({
    mutationKey: ['job-file', jobId],
    mutationFn: async () => (await send(getJobFile, { path: { jobId } })).blob(),
    meta: { onFailure: 'form' },
  })

/** Stops a job that runs. */
export const stopJobMutation = () =>
  mutationOptions({
    mutationKey: ['stop-job'],
    mutationFn: async (jobId: string) => api(deleteJob, { path: { jobId } }),
    meta: { onFailure: 'form' },
  })

export const isRunning = ({ status }: Job) => status === 'queued' || status === 'running'

/** How often a job that runs is looked at, in milliseconds. */
const pollEvery = 1000

/** How far a job is, once it was begun. */
export const jobQuery = (begun: Job | undefined) =>
  queryOptions({
    queryKey: ['jobs', begun?.id ?? 'none'] as const,
    queryFn: begun ? ({ signal }) => api(getJob, { path: { jobId: begun.id }, signal }) : skipToken,
    initialData: begun,
    staleTime: 500,
    refetchInterval: ({ state: { data } }) => (data && isRunning(data) ? pollEvery : false),
  })
