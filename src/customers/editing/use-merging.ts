import { useState } from 'react'
import type { FieldValues, Path } from 'react-hook-form'
import type { Editable, Versioned } from '#/customers/editing/editable.ts'
import {
  chosenValues,
  followEdit,
  openConflicts,
  settled,
  type Choice,
  type Choices,
  type Conflict,
  type MergedEdit,
} from '#/customers/editing/merge-edit.ts'
import type { EditForm } from '#/customers/editing/use-edit-form.ts'

/** What a person is asked before their values are saved over somebody else's. */
export interface Asked<Version, Values> {
  /** Taken over since the last save. */
  theirs: MergedEdit<Version, Values>['theirs']
}

/** Takes a form along with newer versions of its thing, and knows what has to be chosen. */
export function useMerging<Version extends Versioned, Values extends FieldValues, Patch>(
  editable: Editable<Version, Values, Patch>,
  { form, present, goOn }: EditForm<Version, Values, Patch>,
  brought: MergedEdit<Version, Values> | undefined,
) {
  const [asked, setAsked] = useState<Asked<Version, Values>>()
  const [followed, setFollowed] = useState<MergedEdit<Version, Values> | undefined>(
    brought && (brought.theirs.length > 0 || brought.conflicts.length > 0) ? brought : undefined,
  )
  const open = () => openConflicts(editable, present(), form.getValues())

  /** `saved` is what was typed when it was saved: since then only what differs from it is an edit. */
  const goOnFrom = (next: Version, saved?: Values) => {
    const edit = saved ? { version: next, moved: {} } : present()
    const merged = followEdit(editable, edit, form.getValues(), next, saved)
    goOn(merged, merged.values)
    return merged
  }

  return {
    asked,
    /** What was taken over last, and where the record moved under what was typed. */
    followed,
    open,
    ask: (theirs: Asked<Version, Values>['theirs'] = []) => setAsked({ theirs }),
    keepEditing: () => setAsked(undefined),
    goOnFrom,

    /** A newer version was read. */
    follow: (next: Version) => {
      const merged = goOnFrom(next)
      if (merged.theirs.length > 0 || merged.conflicts.some(({ at }) => at === next.updatedAt)) setFollowed(merged)
      setAsked((shown) => shown && { theirs: [...shown.theirs, ...merged.theirs] })
    },

    /** Decides one place at its field, which gets the focus. */
    choose: (conflict: Conflict<Values>, choice: Choice) => {
      const { key, field, part } = conflict
      const typed = form.getValues()
      const decided = settled(editable, present(), open(), conflict)
      goOn(decided, chosenValues(editable, typed, [conflict], { [key]: choice }))
      const control = part === undefined ? undefined : editable.parts?.(field)?.controlOf?.(typed[field], part)
      form.setFocus((control ?? field) as Path<Values>)
    },

    /** Decides everything that is open: mine where nothing was chosen. */
    chooseAll: (choices: Choices) => {
      const values = chosenValues(editable, form.getValues(), open(), choices)
      setAsked(undefined)
      goOn({ version: present().version, moved: {} }, values)
    },
  }
}
