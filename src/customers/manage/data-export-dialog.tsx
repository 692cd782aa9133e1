import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useForm } from 'react-hook-form'
import type { Job } from '#/contract/jobs.ts'
import { useIntentKeys } from '#/customers/editing/use-intent-keys.ts'
import type { QuestionProps } from '#/customers/manage/customer-question.tsx'
import { ExportedFile } from '#/customers/manage/exported-file.tsx'
import { JobProgress } from '#/customers/manage/job-progress.tsx'
import { exportDataMutation, isRunning, jobQuery, stopJobMutation } from '#/customers/manage/privacy-mutations.ts'
import { ReasonDialog } from '#/customers/manage/reason-dialog.tsx'
import { useRefreshAfterRefusal } from '#/customers/record/use-say-refusal.ts'
import { applyServerErrors } from '#/shared/form/apply-server-errors.ts'
import { FormError } from '#/shared/form/form-error.tsx'
import { TextField } from '#/shared/form/text-field.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import { Button } from '#/shared/ui/button.tsx'

/** Everything about a customer as one file, for a reason that is written down. */
export function DataExportDialog({ customer, subject, onClose }: QuestionProps) {
  const id = useId()
  const keyOf = useIntentKeys()
  const refresh = useRefreshAfterRefusal(customer.id)
  const { mutateAsync } = useMutation(exportDataMutation(customer.id))
  const [attempt, setAttempt] = useState(1)
  const [begun, setBegun] = useState<Job>()
  const { data: job, isError } = useQuery(jobQuery(begun))
  const stop = useMutation(stopJobMutation())
  const { control, handleSubmit, setError, getValues, formState } = useForm({ defaultValues: { reason: '' } })
  const { isSubmitting, errors, isDirty } = formState
  const isOn = job !== undefined && isRunning(job)
  const isDone = job?.status === 'succeeded'

  const submit = handleSubmit(async ({ reason: typed }) => {
    const reason = typed.trim()
    if (reason === '') return setError('reason', { message: 'required' }, { shouldFocus: true })
    try {
      setBegun(await mutateAsync({ reason, idempotencyKey: keyOf([attempt, reason]) }))
    } catch (error) {
      refresh(error)
      applyServerErrors(error, setError, ['reason'])
    }
    return undefined
  })
  const again = () => {
    setAttempt(attempt + 1)
    setBegun(undefined)
  }
  const closeButton = (label: string) => (
    <Button onClick={onClose} disabled={isSubmitting}>
      {label}
    </Button>
  )
  const ways = (
    <>
      {isOn ? (
        // Where stopping cannot be said it goes on: its file is nobody's but the person's, and goes by itself.
        <Button onClick={() => stop.mutate(job.id, { onSettled: onClose })} disabled={stop.isPending}>
          {m.privacy_export_stop()}
        </Button>
      ) : (
        closeButton(m.common_close())
      )}
      {isOn || isDone ? null : (
        <Button variant="contained" onClick={again}>
          {m.common_retry()}
        </Button>
      )}
    </>
  )
  return (
    <ReasonDialog
      id={id}
      title={m.privacy_export_title()}
      subject={subject}
      isBusy={isSubmitting || isOn}
      isTyped={!job && isDirty && getValues('reason').trim() !== ''}
      onClose={onClose}
      onSubmit={job ? undefined : (event) => void submit(event)}
      actions={
        job ? (
          ways
        ) : (
          <>
            {closeButton(m.common_cancel())}
            <Button
              // Disabled for good would lose the focus.
              type={isSubmitting ? 'button' : 'submit'}
              variant="contained"
              color="primary"
              aria-disabled={isSubmitting}
              aria-busy={isSubmitting}
            >
              {m.privacy_export_start()}
            </Button>
          </>
        )
      }
    >
      {job ? (
        <>
          <JobProgress job={job} label={m.privacy_export_running()} isUnseen={isError} />
          {isDone ? <ExportedFile job={job} customerNumber={customer.customerNumber} /> : null}
        </>
      ) : (
        <>
          <FormError errors={errors} />
          <p>{m.privacy_export_text()}</p>
          <TextField
            control={control}
            name="reason"
            label={m.privacy_reason()}
            hint={m.privacy_reason_hint()}
            isRequired
            isMultiline
            maxLength={500}
          />
        </>
      )}
    </ReasonDialog>
  )
}
