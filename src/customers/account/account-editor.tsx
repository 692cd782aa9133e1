import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode, type SubmitEvent } from 'react'
import * as z from 'zod/mini'
import { customerName } from '#/contract/customer-name.ts'
import { customerSchema, type Customer } from '#/contract/customers.ts'
import { AccountChanges } from '#/customers/account/account-changes.tsx'
import { AccountConflict } from '#/customers/account/account-conflict.tsx'
import { AccountFailure, sayRefusal } from '#/customers/account/account-failure.tsx'
import { AccountFormFields } from '#/customers/account/account-form-fields.tsx'
import { accountValues, changedFields, type AccountValues } from '#/customers/account/account-values.ts'
import { chosenValues, mergeAccount, type Choices } from '#/customers/account/merge-account.ts'
import { rememberCustomer, saveAccountMutation, type AccountChange } from '#/customers/account/save-account.ts'
import { useAccountForm, type AccountOutcome } from '#/customers/account/use-account-form.ts'
import { customerKeys, customerQuery } from '#/customers/customer.queries.ts'
import { isApiError } from '#/shared/api/api-error.ts'
import { FormActions } from '#/shared/form/form-actions.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import { meQuery } from '#/shared/session/me.queries.ts'
import { ConfirmDialog } from '#/shared/ui/confirm-dialog.tsx'
import { useNotices } from '#/shared/ui/notice-region.tsx'
import { useWorkspace } from '#/workspace/workspace-context.ts'

export interface AccountEditorProps {
  /** The version that the edit starts from. */
  customer: Customer
  /** The edit is over; says whether the focus was in it. */
  onDone: (hadFocus: boolean) => void
  /** Stands between the fields and the buttons. */
  children?: ReactNode
}

/** One key for one intent: trying the same change of the same version again is no second change. */
function useIdempotencyKeys() {
  const last = useRef<{ intent: string; key: string }>(undefined)
  return ({ patch, base }: AccountOutcome): AccountChange => {
    const intent = JSON.stringify([base.etag, patch])
    if (last.current?.intent !== intent) last.current = { intent, key: crypto.randomUUID() }
    return { patch, ifMatch: base.etag, idempotencyKey: last.current.key }
  }
}

/** Focuses the first field, once: showing the record again must not move the focus. */
function useFirstFocus() {
  const element = useRef<HTMLFormElement>(null)
  const isDone = useRef(false)
  useEffect(() => {
    if (isDone.current) return
    isDone.current = true
    element.current?.querySelector<HTMLElement>('input, select')?.focus({ preventScroll: true })
  }, [])
  return element
}

/** The account as fields in place. Nothing that was typed goes without a save or a question. */
export function AccountEditor({ customer, onDone, children }: AccountEditorProps) {
  const { form, base, rebase } = useAccountForm(customer)
  const [conflict, setConflict] = useState<{ theirs: Customer; mine: AccountValues }>()
  const [failure, setFailure] = useState<unknown>()
  const [isAsking, setAsking] = useState(false)
  const save = useMutation(saveAccountMutation(customer.id))
  const client = useQueryClient()
  const workspace = useWorkspace()
  const notices = useNotices()
  const changeOf = useIdempotencyKeys()
  const element = useFirstFocus()
  const { isSubmitting, errors } = form.formState
  const subject = { id: base.id, name: customerName(base), number: base.customerNumber }

  const leave = () => {
    workspace.setUnsaved(customer.id, 'account', false)
    const { activeElement } = document
    onDone(activeElement === document.body || element.current?.parentElement?.contains(activeElement) === true)
  }
  const say = (text: string, now: Customer = base) =>
    notices.show({ kind: 'success', text, subject: { ...subject, name: customerName(now) } })

  const succeed = (saved: Customer, typed: AccountValues) => {
    say(m.record_account_saved(), saved)
    const now = form.getValues()
    // Typed on while the save was on its way: that is a new edit of what was saved.
    if (changedFields(typed, now).length > 0) rebase(saved, now)
    else leave()
  }

  const fail = async (error: unknown) => {
    if (isApiError(error, 'stale')) {
      const current = z.safeParse(customerSchema, error.problem?.current)
      const theirs = current.success
        ? current.data
        : await client.fetchQuery({ ...customerQuery(customer.id), staleTime: 0 })
      rememberCustomer(client, theirs)
      setConflict({ theirs, mine: form.getValues() })
      return
    }
    setFailure(error)
    sayRefusal(error, form.setError)
    if (isApiError(error, 'forbidden')) await client.invalidateQueries({ queryKey: meQuery.queryKey })
    if (isApiError(error, 'not-found', 'anonymized-record'))
      await client.invalidateQueries({ queryKey: customerKeys.detail(customer.id) })
  }

  const send = async (outcome: AccountOutcome) => {
    setFailure(undefined)
    if (Object.keys(outcome.patch).length === 0) {
      say(m.record_account_unchanged())
      return leave()
    }
    try {
      succeed(await save.mutateAsync(changeOf(outcome)), outcome.typed)
    } catch (error) {
      await fail(error).catch(setFailure)
    }
  }
  const submit = (event?: SubmitEvent) => void form.handleSubmit(send)(event)

  const cancel = () => {
    if (isSubmitting) return
    if (changedFields(accountValues(base), form.getValues()).length > 0) setAsking(true)
    else leave()
  }

  const saveChoices = (choices: Choices) => {
    if (!conflict) return
    rebase(conflict.theirs, chosenValues(mergeAccount(base, conflict.mine, conflict.theirs), choices))
    setConflict(undefined)
    submit()
  }

  const pressKey = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.defaultPrevented || event.nativeEvent.isComposing) return
    const isSave = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
    if (!isSave && event.key !== 'Escape') return
    event.preventDefault()
    if (isSave && !isSubmitting) submit()
    if (!isSave) cancel()
  }

  return (
    <div>
      {conflict ? (
        <AccountConflict
          key={conflict.theirs.etag}
          subject={subject}
          theirs={conflict.theirs}
          merged={mergeAccount(base, conflict.mine, conflict.theirs)}
          onSave={saveChoices}
          onKeepEditing={() => setConflict(undefined)}
        />
      ) : null}
      {/* The form hears the keys of its fields; it is no control itself. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <form
        ref={element}
        noValidate
        hidden={conflict !== undefined}
        aria-label={m.record_account_form()}
        onSubmit={submit}
        onKeyDown={pressKey}
      >
        <AccountFailure errors={errors} failure={failure} />
        <AccountFormFields control={form.control} customer={base} />
        {children}
        <FormActions isBusy={isSubmitting} onCancel={cancel}>
          <AccountChanges control={form.control} base={base} />
        </FormActions>
      </form>
      <ConfirmDialog
        isOpen={isAsking}
        title={m.record_account_discard_title()}
        subject={subject}
        confirmLabel={m.record_account_discard()}
        isDestructive
        onConfirm={leave}
        onCancel={() => setAsking(false)}
      >
        {m.record_account_discard_text()}
      </ConfirmDialog>
    </div>
  )
}
