import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { styled } from '@mui/material/styles'
import { useId, useState, type KeyboardEvent, type ReactNode, type SubmitEvent } from 'react'
import { useForm, type Control, type DefaultValues, type FieldPath, type FieldValues } from 'react-hook-form'
import * as z from 'zod/mini'
import type { Schema } from '#/contract/endpoint.ts'
import { isSame } from '#/contract/same-json.ts'
import { StaleAlert, type Stale } from '#/metadata/stale-alert.tsx'
import { usedByText } from '#/metadata/used-by-text.ts'
import { isApiError } from '#/shared/api/api-error.ts'
import { applyServerErrors } from '#/shared/form/apply-server-errors.ts'
import { FormActions } from '#/shared/form/form-actions.tsx'
import { FormError } from '#/shared/form/form-error.tsx'
import { mergeFields } from '#/shared/form/merge-fields.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color } from '#/shared/theme/color.ts'
import { ConfirmDialog } from '#/shared/ui/confirm-dialog.tsx'
import { useNotices } from '#/shared/ui/notice-region.tsx'

const Content = styled(DialogContent)({
  // The bar with the buttons sticks to the very bottom.
  paddingBottom: 0,
  '& > form > div:last-of-type': { backgroundColor: color.raised, paddingBottom: 16 },
  '&[data-columns="true"]': {
    display: 'grid',
    gap: 24,
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    alignItems: 'start',
    '@media (max-width: 899.95px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
})

/** What carries a version and says who made it. */
export interface Signed {
  etag: string
  updatedAt: string | null
  updatedBy: { type: string; displayName: string | null } | null
}

/** By field, a code or sentence that the field shows. */
export type Issues<Values> = Partial<Record<keyof Values & string, string>>

interface Props<Item extends Signed, Values extends FieldValues> {
  title: string
  /** What is changed; nothing for a new one. */
  item: Item | undefined
  /** What the form begins with when it is new. */
  start: Values
  valuesOf: (item: Item) => Values
  labels: Record<keyof Values & string, string>
  check: (values: Values) => Issues<Values>
  /** Creates without a version, changes over the version that is given. */
  save: (values: Values, base: Item | undefined) => Promise<unknown>
  saved: string
  schema: Schema
  /** Field that names it, which must be new. */
  keyField: FieldPath<Values>
  onClose: () => void
  children: (form: { control: Control<Values>; isNew: boolean }) => ReactNode
  /** Stands beside the fields, outside of the form. */
  renderAside?: (control: Control<Values>) => ReactNode
}

/** A dialog that creates or changes something of the metadata. What was typed stays until it is saved or given up. */
export function MetadataDialog<Item extends Signed, Values extends FieldValues>({
  title,
  item,
  start,
  valuesOf,
  labels,
  check,
  save,
  saved,
  schema,
  keyField,
  onClose,
  children,
  renderAside,
}: Props<Item, Values>) {
  const id = useId()
  const notices = useNotices()
  const [base, setBase] = useState(item)
  const [stale, setStale] = useState<Stale>()
  const [isAsking, setAsking] = useState(false)
  const form = useForm<Values>({
    defaultValues: (item ? valuesOf(item) : start) as DefaultValues<Values>,
    mode: 'onBlur',
    resolver: (typed) => {
      const failed = Object.entries(check(typed)).map(([field, message]) => [field, { type: 'check', message }])
      return failed.length > 0 ? { values: {}, errors: Object.fromEntries(failed) } : { values: typed, errors: {} }
    },
  })
  const { isSubmitting, errors, isDirty } = form.formState
  const fields = Object.keys(labels) as FieldPath<Values>[]

  /** Goes on from the version that somebody else left, with what was typed over it. */
  const goOnFrom = (theirs: Item) => {
    const now = valuesOf(theirs)
    const merged = mergeFields<Values>(base ? valuesOf(base) : start, form.getValues(), now, { isSame })
    form.reset(now)
    for (const field of fields) {
      form.setValue(field, merged.values[field], { shouldDirty: true })
    }
    setBase(theirs)
    setStale({
      at: theirs.updatedAt,
      by: theirs.updatedBy,
      taken: merged.theirs.map((field) => labels[field as keyof Values & string]),
      both: Object.keys(merged.conflicts).map((field) => labels[field as keyof Values & string]),
    })
  }

  const fail = (error: unknown) => {
    if (isApiError(error, 'stale')) {
      const current = z.safeParse(schema, error.problem?.current)
      if (!base) return form.setError(keyField, { type: 'duplicate', message: 'duplicate' }, { shouldFocus: true })
      if (current.success) return goOnFrom(current.data as Item)
      setStale({ at: null, by: null, taken: [], both: [], isGone: true })
      return undefined
    }
    if (isApiError(error, 'in-use')) {
      form.setError('root.server', { type: 'in-use', message: m.metadata_shape_in_use({ who: usedByText(error) }) })
      return undefined
    }
    return applyServerErrors(error, form.setError, fields)
  }

  const send = async (values: Values) => {
    setStale(undefined)
    try {
      await save(values, base)
    } catch (error) {
      fail(error)
      return
    }
    notices.show({ kind: 'success', text: saved })
    onClose()
  }
  const submit = (event?: SubmitEvent) => void form.handleSubmit(send)(event)
  const cancel = () => {
    if (isSubmitting) return
    if (isDirty) setAsking(true)
    else onClose()
  }
  const pressKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isSubmitting) return
    event.preventDefault()
    submit()
  }

  return (
    <Dialog
      open
      fullWidth
      maxWidth={renderAside ? 'lg' : 'sm'}
      aria-labelledby={id}
      onClose={(_event, reason) => {
        if (reason === 'escapeKeyDown') cancel()
      }}
    >
      <DialogTitle id={id}>{title}</DialogTitle>
      <Content data-columns={renderAside !== undefined}>
        {/* The form hears the keys of its fields; it is no control itself. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <form noValidate aria-label={title} onSubmit={submit} onKeyDown={pressKey}>
          {stale ? (
            <StaleAlert stale={stale} onReload={base && (() => (form.reset(valuesOf(base)), setStale(undefined)))} />
          ) : null}
          <FormError errors={errors} />
          {children({ control: form.control, isNew: base === undefined })}
          <FormActions isBusy={isSubmitting} onCancel={cancel} />
        </form>
        {renderAside?.(form.control)}
      </Content>
      <ConfirmDialog
        isOpen={isAsking}
        title={m.editing_discard_title()}
        confirmLabel={m.editing_discard()}
        isDestructive
        onConfirm={onClose}
        onCancel={() => setAsking(false)}
      >
        {m.metadata_discard_text()}
      </ConfirmDialog>
    </Dialog>
  )
}
