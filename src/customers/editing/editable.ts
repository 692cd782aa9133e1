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

/** A field that holds several things by name, each of which counts by itself: consents by channel, texts by language. */
export interface Parts {
  /** The parts by name; nothing for a value that can only be taken as a whole. */
  split: (value: unknown) => Readonly<Record<string, unknown>> | undefined
  join: (parts: Readonly<Record<string, unknown>>) => unknown
  /** What the form calls the control of a part; the field unless told. */
  controlOf?: (value: unknown, part: string) => string
}

/** How the fields of a thing are shown, and their parts. */
export interface Labelled<Values> {
  label: (field: FieldName<Values>, part?: string) => string
  /** A value as people read it; empty when there is none. */
  text: (field: FieldName<Values>, value: unknown, part?: string) => string
}

/** How the fields of a thing are merged when two people changed it. */
export interface Mergeable<Values> {
  /** The fields in their order on the form. */
  fields: readonly FieldName<Values>[]
  /** Whether what was typed means the stored value; by default the same value, blanks around a text left out. */
  isSame?: (stored: unknown, typed: unknown, field: FieldName<Values>) => boolean
  parts?: (field: FieldName<Values>) => Parts | undefined
  /** Fields that mean something only together, a number and its extension, say: nobody changes one under the other. */
  together?: readonly (readonly FieldName<Values>[])[]
  /** What comes of a list that both changed; nothing when somebody has to choose. */
  mergeLists?: (
    field: FieldName<Values>,
    lists: { base: unknown; mine: unknown; theirs: unknown },
  ) => readonly unknown[] | undefined
  /** Whether the field can hold a value that was typed some time ago; by default when it is like the stored one. */
  accepts?: (field: FieldName<Values>, value: unknown) => boolean
}

/** Everything that an editor has to know of the kind of thing that it edits: an account, an address. */
export interface Editable<Version extends Versioned, Values extends FieldValues, Patch>
  extends Labelled<Values>, Mergeable<Values> {
  /** Names the form to the workspace, within its record: a section, or a section and an item. */
  form: string
  /** What the form holds for a version. */
  valuesOf: (version: Version) => Values
  /**
   * What a thing that is not there yet holds at the very first. A draft of it holds everything else, what the form began
   * with too: there is no version to take that from.
   */
  blank?: Values
  check: (base: Version, values: Values) => Promise<CheckedEdit<Values, Patch>>
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
export function changedFields<Values extends FieldValues>(
  { fields, isSame = isSameTyped }: Pick<Mergeable<Values>, 'fields' | 'isSame'>,
  base: Values,
  now: Values,
): FieldName<Values>[] {
  return fields.filter((field) => !isSame(base[field], now[field], field))
}
