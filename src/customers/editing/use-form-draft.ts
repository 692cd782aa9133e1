import { useEffect, useMemo, useRef, useState } from 'react'
import { useWatch, type FieldValues } from 'react-hook-form'
import { isSame } from '#/contract/same-json.ts'
import { holdsCardNumber } from '#/customers/editing/card-number-errors.ts'
import { changedFields, type Editable, type Mergeable, type Versioned } from '#/customers/editing/editable.ts'
import { typedOver, type EditBase, type Merging } from '#/customers/editing/merge-edit.ts'
import { remainsOf } from '#/customers/editing/rebase-draft.ts'
import type { EditControl } from '#/customers/editing/use-edit-form.ts'
import type { DraftEngine } from '#/workspace/drafts/draft-engine.ts'
import { formOf, placeOf, type DraftContent, type DraftPlace, type DraftSlot } from '#/workspace/drafts/draft-slot.ts'
import { draftOf, useDrafts, useDraftsState } from '#/workspace/drafts/drafts.ts'
import { useDraftEngine } from '#/workspace/drafts/use-draft-engine.ts'
import { useSayEditing } from '#/workspace/use-say-editing.ts'

/** What a form has to do with its draft. */
export interface FormDraft {
  /** The draft that was there when the form opened, and when it was stored. */
  stored: DraftContent | undefined
  storedAt: string | undefined
  /** Another window types: here it is only shown. */
  isLocked: boolean
  place: DraftPlace
  engine: DraftEngine
}

/** The draft of one form of a record, which is open from now on. The form does not draw itself again with every key. */
export function useFormDraft(recordId: string, form: string): FormDraft {
  const engine = useDraftEngine()
  const { store } = useDrafts()
  useSayEditing(recordId, form)
  const place = useMemo(() => placeOf(recordId, form), [recordId, form])
  const [first] = useState(() => draftOf(store.getState(), recordId, form))
  const owner = useDraftsState((state) => draftOf(state, recordId, form)?.owner ?? null)
  return {
    stored: first?.wanted ?? undefined,
    storedAt: first?.stored?.at,
    isLocked: owner !== null && owner !== engine.self,
    place,
    engine,
  }
}

/** The draft as it is now, while something in the form is unsaved. */
export const useDraftSlot = ({ place }: FormDraft): DraftSlot | undefined =>
  useDraftsState((state) => draftOf(state, place.recordId, formOf(place)))

/** What a draft may hold of fields that were not touched, as JSON: of each and of all. */
const shortLength = { each: 200, all: 8000 }

function shortFields<Values extends FieldValues>({ fields }: Mergeable<Values>, values: Values): string[] {
  let left = shortLength.all
  return fields.filter((field) => {
    const { length } = JSON.stringify(values[field])
    // Such a number may be stored from long ago; a draft is refused for it.
    if (length > shortLength.each || length > left || holdsCardNumber(values[field], field)) return false
    left -= length
    return true
  })
}

/**
 * What was changed, as a draft holds it; `null` when nothing means something else than before. Where the record moved
 * under it, the draft goes on saying what it was typed over, until that is decided; what has no field any more stays in
 * it. `earlier` is the draft so far. Short values of the other fields are kept too: brought back later, it can say what
 * moved meanwhile.
 */
function contentOf<Version extends Versioned, Values extends FieldValues>(
  editable: Merging<Version, Values>,
  edit: EditBase<Version>,
  now: Values,
  earlier: DraftContent | null,
): DraftContent | null {
  const { version, moved } = edit
  const remains = earlier && remainsOf(editable, earlier, version)
  if (changedFields(editable, editable.valuesOf(version), now).length === 0) return remains
  const before = editable.blank ?? typedOver(editable, edit)
  const changed = new Set<string>(changedFields(editable, editable.blank ?? editable.valuesOf(version), now))
  const movedFields = Object.keys(moved).map((key) => key.split('/')[0] ?? key)
  const baseEtag = movedFields.length > 0 && earlier ? earlier.baseEtag : version.etag
  const pick = (values: Values, fields: Iterable<string>) =>
    Object.fromEntries([...fields].map((field) => [field, values[field]]))
  // A copy: lists of a form may be changed in place.
  return structuredClone({
    baseEtag,
    values: { ...remains?.values, ...pick(now, changed) },
    baseValues: {
      ...remains?.baseValues,
      ...pick(before, new Set([...changed, ...movedFields, ...(editable.blank ? [] : shortFields(editable, before))])),
    },
  })
}

interface Mirror<Version extends Versioned, Values extends FieldValues, Patch> {
  draft: FormDraft
  editable: Editable<Version, Values, Patch>
  control: EditControl<Version, Values, Patch>
  edit: EditBase<Version>
  /** Puts a draft into the form; gives what the form is then based on and holds. */
  onDraft: (content: DraftContent) => { edit: EditBase<Version>; values: Values }
  /** The draft went away by another hand. */
  onGone: () => void
}

/**
 * Keeps form and draft the same: what is typed goes into the draft at once, what comes from elsewhere goes into the form.
 * Each side is compared with what it held when they last agreed, so that an old form never overwrites a newer draft.
 */
export function DraftMirror<Version extends Versioned, Values extends FieldValues, Patch>({
  draft,
  editable,
  control,
  edit,
  onDraft,
  onGone,
}: Mirror<Version, Values, Patch>) {
  const { store } = useDrafts()
  const typed = useWatch({ control }) as Partial<Values>
  const inStore = useRef<DraftContent | null>(draft.stored ?? null)
  const inForm = useRef<DraftContent | null>(draft.stored ?? null)
  const earlier = useDraftSlot(draft)?.wanted ?? null
  const content = contentOf(editable, edit, { ...editable.valuesOf(edit.version), ...typed }, earlier)

  // Without clean-up and at every render: hiding the record ends its effects, but the draft stays.
  useEffect(() => {
    const { place, engine } = draft
    const wanted = draftOf(store.getState(), place.recordId, formOf(place))?.wanted ?? null
    if (!isSame(wanted, inStore.current)) {
      inStore.current = wanted
      // Not from within an effect: the form goes at once.
      if (wanted === null) return queueMicrotask(onGone)
      const now = onDraft(wanted)
      inForm.current = contentOf(editable, now.edit, now.values, wanted)
    } else if (!draft.isLocked && !isSame(content, inForm.current)) {
      inForm.current = content
      inStore.current = content
      engine.keep(place, content)
    }
    return undefined
  })
  return null
}
