import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import type { Customer, CustomerStatus } from '#/contract/customers.ts'
import { brokenStatusRules, statusReasons, statusTransitions, type StatusReason } from '#/contract/status-rules.ts'
import { rememberCustomer } from '#/customers/account/save-account.ts'
import { customerQuery } from '#/customers/customer.queries.ts'
import { useIntentKeys } from '#/customers/editing/use-intent-keys.ts'
import type { QuestionProps } from '#/customers/manage/customer-question.tsx'
import { changeStatusMutation, type StatusWish } from '#/customers/manage/manage-mutations.ts'
import { customerMeanwhile } from '#/customers/manage/meanwhile.ts'
import { NewsAlert } from '#/customers/manage/news-alert.tsx'
import { StatusChoice, type StatusValues } from '#/customers/manage/status-choice.tsx'
import { useRefreshAfterRefusal } from '#/customers/record/use-say-refusal.ts'
import { isApiError } from '#/shared/api/api-error.ts'
import { applyServerErrors } from '#/shared/form/apply-server-errors.ts'
import { FormError } from '#/shared/form/form-error.tsx'
import { SelectField } from '#/shared/form/select-field.tsx'
import { TextField } from '#/shared/form/text-field.tsx'
import { codeLabel } from '#/shared/format/code-label.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { Button } from '#/shared/ui/button.tsx'
import { CustomerSubject } from '#/shared/ui/customer-subject.tsx'
import { FormAlert } from '#/shared/ui/form-alert.tsx'
import { useNotices } from '#/shared/ui/notice-region.tsx'
import { useSwitchGuard } from '#/shared/ui/switch-guard.ts'

interface Props extends QuestionProps {
  title: string
  /** The status that was asked for by name; the person chooses when there is none. */
  to: CustomerStatus | undefined
}

function wishOf({ to, reason, comment }: StatusValues): StatusWish | undefined {
  if (to === '') return undefined
  return { to, reason: (reason || null) as StatusReason | null, comment: comment.trim() || null }
}

/** What is wrong with what was chosen, by field. */
function errorsOf(values: StatusValues) {
  const wish = wishOf(values)
  const broken = wish ? brokenStatusRules(wish) : [{ field: 'to', code: 'required' } as const]
  return Object.fromEntries(broken.map(({ field, code }) => [field, { type: code, message: code }]))
}

const firstChoice = (allowed: readonly CustomerStatus[], to: CustomerStatus | undefined): CustomerStatus | '' =>
  to !== undefined && allowed.includes(to) ? to : allowed.length === 1 ? (allowed[0] ?? '') : ''

/** Which status, why, and a comment. Nothing that was typed goes before the change is done. */
export function StatusForm({ customer, subject, onClose, title, to }: Props) {
  const id = useId()
  const client = useQueryClient()
  const notices = useNotices()
  const refresh = useRefreshAfterRefusal(customer.id)
  const keyOf = useIntentKeys()
  const change = useMutation(changeStatusMutation(customer.id))
  const [asked, setAsked] = useState<{ now: Customer; before?: Customer }>({ now: customer })
  const allowed = statusTransitions[asked.now.status]

  const { control, handleSubmit, setError, setValue, getValues, formState } = useForm<StatusValues>({
    defaultValues: { to: firstChoice(allowed, to), reason: '', comment: '' },
    resolver: (values) => {
      const errors = errorsOf(values)
      return Object.keys(errors).length > 0 ? { values: {}, errors } : { values, errors: {} }
    },
  })
  const { isSubmitting, errors } = formState
  const chosen = useWatch({ control })
  const isFixed = to !== undefined && allowed.includes(to) && asked.now.status === customer.status
  const isShutOut = chosen.to === 'blocked' || chosen.to === 'inactive'

  const { holdsBack, warning } = useSwitchGuard({ isDestructive: isShutOut, isAnswer: true })

  /** Another version counts from now on; what was chosen stays as far as it is still to be had. */
  const askAgain = (now: Customer) => {
    rememberCustomer(client, now)
    setAsked({ now, before: asked.now })
    const wanted = getValues('to')
    const next = statusTransitions[now.status]
    if (wanted === '' || !next.includes(wanted)) setValue('to', firstChoice(next, undefined))
  }

  const readAgain = async () => {
    try {
      return await client.fetchQuery({ ...customerQuery(customer.id), staleTime: 0 })
    } catch {
      return undefined
    }
  }

  const fail = async (error: unknown) => {
    refresh(error)
    const current = isApiError(error, 'invalid-transition') ? await readAgain() : customerMeanwhile(error)
    if (current) askAgain(current)
    else applyServerErrors(error, setError, ['to', 'reason', 'comment'])
  }

  const submit = handleSubmit(async (values) => {
    const wish = wishOf(values)
    const { etag: ifMatch } = asked.now
    if (!wish) return
    try {
      await change.mutateAsync({ wish, ifMatch, idempotencyKey: keyOf([ifMatch, wish]) })
    } catch (error) {
      await fail(error)
      return
    }
    const status = codeLabel('customerStatus', wish.to)
    notices.show({ kind: 'success', text: m.account_status_changed({ status }), subject })
    onClose()
  })

  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      onClose={(_event, reason) => {
        // Neither a click beside it nor a key may lose what was typed; Cancel does, as it says.
        if (!isSubmitting && reason === 'escapeKeyDown' && getValues('comment').trim() === '') onClose()
      }}
      aria-labelledby={`${id}-title`}
    >
      <form
        noValidate
        aria-labelledby={`${id}-title`}
        onSubmit={(event) => {
          event.preventDefault()
          if (!isSubmitting) void submit(event)
        }}
        style={{ display: 'contents' }}
      >
        <DialogTitle id={`${id}-title`}>{title}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 3, alignContent: 'start' }}>
          <CustomerSubject subject={subject} id={`${id}-subject`} />
          {asked.before ? <NewsAlert key={asked.now.etag} before={asked.before} after={asked.now} /> : null}
          {warning ? <FormAlert>{warning}</FormAlert> : null}
          <FormError errors={errors} />
          <p>
            {m.account_status_now({ status: codeLabel('customerStatus', asked.now.status) })}
            {isFixed && to ? ` ${m.account_status_then({ status: codeLabel('customerStatus', to) })}` : null}
          </p>
          {isFixed ? null : <StatusChoice control={control} allowed={allowed} />}
          <SelectField
            control={control}
            name="reason"
            label={m.account_reason()}
            isRequired={isShutOut}
            emptyLabel={isShutOut ? m.account_reason_choose() : m.account_reason_none()}
            options={statusReasons.map((value) => ({ value, label: codeLabel('statusReason', value) }))}
          />
          <TextField
            control={control}
            name="comment"
            label={m.account_comment()}
            isRequired={chosen.reason === 'other'}
            hint={m.account_comment_hint()}
            maxLength={2000}
            isMultiline
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose} disabled={isSubmitting}>
            {m.common_cancel()}
          </Button>
          <Button
            // Disabled for good would lose the focus.
            type={isSubmitting ? 'button' : 'submit'}
            variant="contained"
            color={isShutOut ? 'error' : 'primary'}
            aria-describedby={isShutOut ? `${id}-subject` : undefined}
            onClick={(event) => holdsBack(event) && event.preventDefault()}
            aria-disabled={isSubmitting}
            aria-busy={isSubmitting}
          >
            {isFixed
              ? to === 'active'
                ? m.account_approve_confirm()
                : m.account_reject_confirm()
              : m.account_change()}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
