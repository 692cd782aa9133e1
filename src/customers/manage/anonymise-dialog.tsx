import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useForm } from 'react-hook-form'
import type { Customer } from '#/contract/customers.ts'
import { rememberCustomer } from '#/customers/account/save-account.ts'
import { useIntentKeys } from '#/customers/editing/use-intent-keys.ts'
import type { QuestionProps } from '#/customers/manage/customer-question.tsx'
import { customerMeanwhile } from '#/customers/manage/meanwhile.ts'
import { NewsAlert } from '#/customers/manage/news-alert.tsx'
import { anonymiseMutation } from '#/customers/manage/privacy-mutations.ts'
import { ReasonDialog } from '#/customers/manage/reason-dialog.tsx'
import { useRefreshAfterRefusal } from '#/customers/record/use-say-refusal.ts'
import { applyServerErrors } from '#/shared/form/apply-server-errors.ts'
import { FormError } from '#/shared/form/form-error.tsx'
import { TextField } from '#/shared/form/text-field.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import { Button } from '#/shared/ui/button.tsx'
import { FormAlert } from '#/shared/ui/form-alert.tsx'
import { useNotices } from '#/shared/ui/notice-region.tsx'
import { useSwitchGuard } from '#/shared/ui/switch-guard.ts'

const consequences = [
  m.privacy_anonymise_details,
  m.privacy_anonymise_around,
  m.privacy_anonymise_words,
  m.privacy_anonymise_drafts,
  m.privacy_anonymise_sign_in,
  m.privacy_anonymise_stays,
]

interface Values {
  reason: string
  number: string
}

function brokenOf({ reason, number }: Values, wanted: string) {
  const isNumber = number.trim().toLowerCase() === wanted.toLowerCase()
  return {
    ...(reason.trim() === '' ? { reason: { type: 'required', message: 'required' } } : {}),
    ...(isNumber ? {} : { number: { type: 'other', message: m.privacy_anonymise_other_number() } }),
  }
}

/** Takes everything personal out of a customer, for good. Asks for the number, so that it is nobody else. */
export function AnonymiseDialog({ customer, subject, onClose }: QuestionProps) {
  const id = useId()
  const client = useQueryClient()
  const notices = useNotices()
  const keyOf = useIntentKeys()
  const refresh = useRefreshAfterRefusal(customer.id)
  const { mutateAsync } = useMutation(anonymiseMutation(customer.id))
  const [asked, setAsked] = useState<{ now: Customer; before?: Customer }>({ now: customer })
  const { holdsBack, warning } = useSwitchGuard({ isDestructive: true, isAnswer: true })
  const { customerNumber } = customer
  const { control, handleSubmit, setError, setValue, getValues, formState } = useForm<Values>({
    defaultValues: { reason: '', number: '' },
    resolver: (values) => {
      const errors = brokenOf(values, customerNumber)
      return Object.keys(errors).length > 0 ? { values: {}, errors } : { values, errors: {} }
    },
  })
  const { isSubmitting, isDirty, errors } = formState

  const fail = (error: unknown) => {
    refresh(error)
    const current = customerMeanwhile(error)
    if (!current) return applyServerErrors(error, setError, ['reason'])
    // Another version counts from now on: to be looked at, and confirmed again.
    rememberCustomer(client, current)
    setAsked({ now: current, before: asked.now })
    setValue('number', '')
  }
  const submit = handleSubmit(async (values) => {
    const reason = values.reason.trim()
    const { etag: ifMatch } = asked.now
    try {
      const { status } = await mutateAsync({ reason, ifMatch, idempotencyKey: keyOf([ifMatch, reason]) })
      const isDone = status === 'succeeded'
      const about = { id: customer.id, name: customerNumber, number: '' }
      notices.show({
        kind: isDone ? 'success' : 'info',
        text: isDone ? m.privacy_anonymised() : m.privacy_anonymise_begun(),
        subject: about,
      })
      onClose()
    } catch (error) {
      fail(error)
    }
  })

  return (
    <ReasonDialog
      id={id}
      title={m.privacy_anonymise_title()}
      subject={subject}
      isBusy={isSubmitting}
      isTyped={isDirty && getValues('reason').trim() !== ''}
      onClose={onClose}
      onSubmit={(event) => void submit(event)}
      actions={
        <>
          <Button onClick={onClose} disabled={isSubmitting}>
            {m.common_cancel()}
          </Button>
          <Button
            // Disabled for good would lose the focus.
            type={isSubmitting ? 'button' : 'submit'}
            variant="contained"
            color="error"
            aria-describedby={`${id}-subject`}
            aria-disabled={isSubmitting}
            aria-busy={isSubmitting}
            onClick={(event) => holdsBack(event) && event.preventDefault()}
          >
            {m.privacy_anonymise_confirm()}
          </Button>
        </>
      }
    >
      {asked.before ? <NewsAlert key={asked.now.etag} before={asked.before} after={asked.now} /> : null}
      {warning ? <FormAlert>{warning}</FormAlert> : null}
      <FormError errors={errors} />
      <div>
        <ul style={{ margin: 0, paddingLeft: 20 }}>
          {consequences.map((said) => (
            <li key={said()}>{said()}</li>
          ))}
        </ul>
        <p style={{ marginTop: 8, fontWeight: 600 }}>{m.privacy_anonymise_final()}</p>
      </div>
      <TextField
        control={control}
        name="reason"
        label={m.privacy_reason()}
        hint={m.privacy_reason_hint()}
        isRequired
        isMultiline
        maxLength={500}
      />
      <TextField
        control={control}
        name="number"
        label={m.privacy_anonymise_number()}
        hint={m.privacy_anonymise_number_hint({ number: customerNumber })}
        isRequired
        maxLength={60}
      />
    </ReasonDialog>
  )
}
