import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useMutation } from '@tanstack/react-query'
import { useId } from 'react'
import { useForm } from 'react-hook-form'
import { createPinReveal, pinShownSeconds } from '#/contract/privacy.ts'
import { useIntentKeys } from '#/customers/editing/use-intent-keys.ts'
import { useRefreshAfterRefusal } from '#/customers/record/use-say-refusal.ts'
import { api } from '#/shared/api/api.ts'
import { isApiError } from '#/shared/api/api-error.ts'
import { failureText } from '#/shared/api/failure-text.ts'
import { applyServerErrors } from '#/shared/form/apply-server-errors.ts'
import { TextField } from '#/shared/form/text-field.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import { Button } from '#/shared/ui/button.tsx'
import { CustomerSubject, type Subject } from '#/shared/ui/customer-subject.tsx'
import { FormAlert } from '#/shared/ui/form-alert.tsx'

export interface RevealPinProps {
  customerId: string
  subject: Subject
  onRevealed: (pin: string) => void
  onClose: () => void
}

interface Values {
  reason: string
}

const longest = 500

/** Asks why the PIN is to be seen. The PIN itself passes through: no cache keeps it. */
export function RevealPinDialog({ customerId, subject, onRevealed, onClose }: RevealPinProps) {
  const id = useId()
  const keyOf = useIntentKeys()
  const refresh = useRefreshAfterRefusal(customerId)
  const reveal = useMutation({
    mutationFn: async (reason: string) => {
      const options = { path: { id: customerId }, body: { reason }, idempotencyKey: keyOf(reason) }
      const { pin } = await api(createPinReveal, options)
      onRevealed(pin)
    },
    gcTime: 0,
    meta: { onFailure: 'form' },
  })
  const { control, handleSubmit, setError, getValues, formState } = useForm<Values>({
    defaultValues: { reason: '' },
    resolver: (values) =>
      values.reason.trim() === ''
        ? { values: {}, errors: { reason: { type: 'required', message: 'required' } } }
        : { values, errors: {} },
  })
  const { isSubmitting } = formState
  const hasNoPin = isApiError(reveal.error) && reveal.error.errors.some(({ code }) => code === 'no-pin')

  const submit = handleSubmit(async ({ reason }) => {
    try {
      await reveal.mutateAsync(reason.trim())
    } catch (error) {
      refresh(error)
      applyServerErrors(error, setError, ['reason'])
      return
    }
    onClose()
  })

  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      onClose={(_event, why) => {
        if (!isSubmitting && why === 'escapeKeyDown' && getValues('reason').trim() === '') onClose()
      }}
      aria-labelledby={id}
    >
      <form
        noValidate
        aria-labelledby={id}
        onSubmit={(event) => {
          event.preventDefault()
          if (!isSubmitting) void submit(event)
        }}
        style={{ display: 'contents' }}
      >
        <DialogTitle id={id}>{m.overview_pin_title()}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 3, alignContent: 'start' }}>
          <CustomerSubject subject={subject} />
          <p>{m.overview_pin_text({ seconds: pinShownSeconds })}</p>
          {reveal.error ? (
            <FormAlert>
              {hasNoPin ? m.overview_pin_none() : failureText(reveal.error, m.overview_pin_failed())}
            </FormAlert>
          ) : null}
          <TextField
            control={control}
            name="reason"
            label={m.overview_pin_reason()}
            isRequired
            hint={m.overview_pin_reason_hint()}
            maxLength={longest}
            isMultiline
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose} disabled={isSubmitting}>
            {m.common_cancel()}
          </Button>
          <Button
            type={isSubmitting ? 'button' : 'submit'}
            variant="contained"
            aria-disabled={isSubmitting}
            aria-busy={isSubmitting}
          >
            {m.overview_pin_reveal()}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
