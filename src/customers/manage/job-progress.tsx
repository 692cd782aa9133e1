import { styled } from '@mui/material/styles'
import type { Job } from '#/contract/jobs.ts'
import { isRunning } from '#/customers/manage/privacy-mutations.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color } from '#/shared/theme/color.ts'
import { FormAlert } from '#/shared/ui/form-alert.tsx'

const Root = styled('output')({
  display: 'grid',
  gap: 4,
  color: color.secondary,
  '& > progress': { width: '100%' },
})

interface Props {
  job: Job
  /** What is being done. */
  label: string
  /** The last look at it failed; it goes on all the same. */
  isUnseen: boolean
}

/** How far a job is, or why it came to nothing; nothing once it is done. */
export function JobProgress({ job, label, isUnseen }: Props) {
  const { status, progress, problem } = job
  if (status === 'succeeded') return null
  if (!isRunning(job)) {
    const text = status === 'cancelled' ? m.privacy_job_cancelled() : m.privacy_job_failed()
    return (
      <FormAlert>
        <p>{text}</p>
        {problem ? <p>{problem.detail ?? problem.title}</p> : null}
      </FormAlert>
    )
  }
  return (
    <Root>
      <span>{label}</span>
      <progress aria-label={label} {...(progress.total > 0 ? { value: progress.done, max: progress.total } : {})} />
      {progress.total > 0 ? <span>{m.privacy_job_progress(progress)}</span> : null}
      {isUnseen ? <span>{m.privacy_job_unseen()}</span> : null}
    </Root>
  )
}
