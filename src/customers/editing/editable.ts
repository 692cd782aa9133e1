import type { FieldValues } from 'react-hook-form'
import type { Schema } from '#/contract/endpoint.ts'
import type { Actor } from '#/contract/common.ts'

/** What the API says of everything that carries a version of its own. */
export interface Versioned {
  etag: string
  updatedAt: string
  updatedBy: Actor
}

export type FieldName<Values> = keyof Values & string

/** By field, a code or sentence that the field shows. */
export type EditErrors<Values> = Partial<Record<FieldName<Values>, string>>

/** What was typed, held against the rules. */
export interface CheckedEdit<Values, Patch> {
  /** What to send: the changed fields only. Nothing when nothing changed. */
  patch: Patch | undefined
  /** Empty when the patch may be sent. */
  errors: EditErrors<Values>
}

/** How the fields of a thing are shown. */
export interface Labelled<Values> {
  label: (field: FieldName<Values>) => string
  /** A value as people read it; empty when there is none. */
  text: (field: FieldName<Values>, value: unknown) => string
}

/** Everything that an editor has to know of the kind of thing that it edits: an account, an address. */
export interface Editable<Version extends Versioned, Values extends FieldValues, Patch> extends Labelled<Values> {
  /** Names the form to the workspace, within its record: a section, or a section and an item. */
  form: string
  /** The fields in their order on the form. */
  fields: readonly FieldName<Values>[]
  /** What the form holds for a version. */
  valuesOf: (version: Version) => Values
  check: (base: Version, values: Values) => Promise<CheckedEdit<Values, Patch>>
  /** Whether what was typed means the stored value; by default the same value, blanks around a text left out. */
  isSame?: (stored: unknown, typed: unknown, field: FieldName<Values>) => boolean
  /** What the API calls a version, to read the one that a refused save comes with. */
  schema: Schema
  /** Pointer under which the body of the request holds the fields; at its top unless told. */
  within?: string
  texts: {
    /** Accessible name of the form. */
    form: () => string
    saved: () => string
    /** Heading of a conflict; `who` saved it `when`. */
    conflict: (said: { who: string; when: string }) => string
    /** What is lost by discarding. */
    discard: () => string
    /** Says that the save was refused and that what was typed is still there. */
    refused: () => string
  }
}

/** Blanks around what was typed mean nothing; those that are stored already may be taken away. */
export function isSameTyped(stored: unknown, typed: unknown): boolean {
  if (Object.is(stored, typed)) return true
  return typeof typed === 'string' && typed.trim() === stored
}

/** The fields that mean something else than in the base. */
export function changedFields<Version extends Versioned, Values extends FieldValues, Patch>(
  { fields, isSame = isSameTyped }: Pick<Editable<Version, Values, Patch>, 'fields' | 'isSame'>,
  base: Values,
  now: Values,
): FieldName<Values>[] {
  return fields.filter((field) => !isSame(base[field], now[field], field))
}
