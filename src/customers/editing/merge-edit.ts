import type { FieldValues } from 'react-hook-form'
import type { Actor } from '#/contract/common.ts'
import { isSameTyped, type FieldName, type Mergeable, type Versioned } from '#/customers/editing/editable.ts'
import { mergeFields } from '#/shared/form/merge-fields.ts'

export type Choice = 'mine' | 'theirs'
/** By the key of the conflict. */
export type Choices = Readonly<Record<string, Choice | undefined>>

/** A field, or a part of one. */
export interface Place<Values> {
  /** Names the place among all of the form. */
  key: string
  field: FieldName<Values>
  part?: string
}

export type FieldChange<Values> = Place<Values> & { from: unknown; to: unknown }

/** A place that both changed, also to the same: what it held before, and who else changed it last. */
export interface Moved {
  before: unknown
  by: Actor
  at: string
}

/** What an edit is based on: the newest version that it knows of, and where that moved under what was typed. */
export interface EditBase<Version> {
  version: Version
  moved: Readonly<Record<string, Moved>>
}

/** A place that both changed, each to something else: somebody has to choose. */
export type Conflict<Values> = Place<Values> &
  Moved & {
    mine: unknown
    theirs: unknown
    /** False where it is asked only because it belongs to what moved. */
    hasMoved: boolean
  }

/** An edit that went on to a newer version. */
export interface MergedEdit<Version, Values> extends EditBase<Version> {
  /** As the form shall be: mine where a choice is open. */
  values: Values
  /** Taken over from them. */
  theirs: FieldChange<Values>[]
  /** Changed by me alone. */
  mine: FieldChange<Values>[]
  conflicts: Conflict<Values>[]
}

/** Everything that merging has to know of the kind of thing. */
export type Merging<Version, Values> = Mergeable<Values> & { valuesOf: (version: Version) => Values; blank?: Values }

type Flat = Record<string, unknown>

/** The fields of a form, or their parts, that any of these values has. */
function placesOf<Values extends FieldValues>(
  { fields, parts }: Mergeable<Values>,
  all: readonly Values[],
): Place<Values>[] {
  return fields.flatMap((field) => {
    const taken = parts?.(field)
    const each = taken ? all.map((values) => taken.split(values[field])) : []
    if (each.length === 0 || each.includes(undefined)) return [{ key: field, field }]
    const names = new Set(each.flatMap((split) => Object.keys(split ?? {})))
    return [...names].map((part) => ({ key: `${field}/${part}`, field, part }))
  })
}

/** The values by place. A part that is not there is the empty text. */
function flatten<Values extends FieldValues>(
  { parts }: Mergeable<Values>,
  places: readonly Place<Values>[],
  values: Values,
): Flat {
  const entries = places.map(({ key, field, part }) => {
    const value: unknown = values[field]
    return [key, part === undefined ? value : (parts?.(field)?.split(value)?.[part] ?? '')]
  })
  return Object.fromEntries(entries)
}

/** The values with other ones at these places. */
function put<Values extends FieldValues>(
  { parts }: Mergeable<Values>,
  values: Values,
  changes: readonly (Place<Values> & { to: unknown })[],
): Values {
  const result: Record<string, unknown> = { ...values }
  for (const { field, part, to } of changes) {
    const taken = part === undefined ? undefined : parts?.(field)
    result[field] = taken && part !== undefined ? taken.join({ ...taken.split(result[field]), [part]: to }) : to
  }
  return result as Values
}

/** What the edit was typed over: the version, and where that moved under it, what was there before. */
export function typedOver<Version, Values extends FieldValues>(
  merging: Merging<Version, Values>,
  { version, moved }: EditBase<Version>,
): Values {
  const stored = merging.valuesOf(version)
  const changes = placesOf(merging, [stored]).flatMap((place) => {
    const was = moved[place.key]
    return was ? [{ ...place, to: was.before }] : []
  })
  return put(merging, stored, changes)
}

const sameAt =
  <Values>({ isSame = isSameTyped }: Mergeable<Values>) =>
  ({ field, part }: Place<Values>, stored: unknown, typed: unknown) =>
    part === undefined ? isSame(stored, typed, field) : isSameTyped(stored, typed)

/** What the form is based on, what it holds and what is stored now, by place. */
interface Three<Values> {
  base: Values
  /** Where it moved before: what was there then. */
  before: Flat
  mine: Values
  theirs: Values
}

function merge<Values extends FieldValues>(mergeable: Mergeable<Values>, three: Three<Values>) {
  const places = placesOf(mergeable, [three.base, three.mine, three.theirs])
  const flat = (values: Values) => flatten(mergeable, places, values)
  const [base, mine, theirs] = [{ ...flat(three.base), ...three.before }, flat(three.mine), flat(three.theirs)]
  const isSame = sameAt(mergeable)
  const placeOf = new Map(places.map((place) => [place.key, place]))
  const merged = mergeFields<Flat>(base, mine, theirs, {
    isSame: (stored, typed, key) => {
      const place = placeOf.get(key)
      return place === undefined || isSame(place, stored, typed)
    },
  })

  const asked = new Set(Object.keys(merged.conflicts))
  const taken = new Map(merged.theirs.map((key) => [key, { from: base[key], to: theirs[key] }]))
  const kept = new Set(merged.mine)
  for (const { key, field } of places.filter((place) => asked.has(place.key))) {
    const list = mergeable.mergeLists?.(field, { base: base[key], mine: mine[key], theirs: theirs[key] })
    if (!list) continue
    asked.delete(key)
    taken.set(key, { from: mine[key], to: list })
  }
  // Typed back to what it was before it moved: no less typed than anything else.
  for (const place of places) {
    if (!(place.key in three.before) || isSame(place, theirs[place.key], mine[place.key])) continue
    if (!kept.has(place.key) && taken.get(place.key)?.to === theirs[place.key] && taken.delete(place.key)) {
      asked.add(place.key)
    }
  }
  for (const group of mergeable.together ?? []) {
    const isMine = group.some((key) => kept.has(key) || asked.has(key))
    const isTheirs = group.some((key) => taken.has(key) || asked.has(key))
    if (!isMine || !isTheirs) continue
    for (const key of group.filter((each) => kept.delete(each) || taken.delete(each))) asked.add(key)
  }
  return {
    asked: places.filter(({ key }) => asked.has(key)),
    agreed: places.filter(
      (place) =>
        !isSame(place, base[place.key], mine[place.key]) &&
        !isSame(place, base[place.key], theirs[place.key]) &&
        isSame(place, theirs[place.key], mine[place.key]),
    ),
    taken: places.flatMap((place) => {
      const change = taken.get(place.key)
      return change ? [{ ...place, ...change }] : []
    }),
    kept: places
      .filter(({ key }) => kept.has(key))
      .map((place): FieldChange<Values> => Object.assign({ from: base[place.key], to: mine[place.key] }, place)),
    at: ({ key }: Place<Values>) => ({ before: base[key], mine: mine[key], theirs: theirs[key] }),
    isSame,
  }
}

const beforeOf = (moved: EditBase<unknown>['moved']): Flat =>
  Object.fromEntries(Object.entries(moved).map(([key, { before }]) => [key, before]))

/** Goes on with an edit over a newer version: what one side changed counts, what both changed is left to choose. */
export function followEdit<Version extends Versioned, Values extends FieldValues>(
  merging: Merging<Version, Values>,
  { version, moved }: EditBase<Version>,
  typed: Values,
  next: Version,
  base: Values = merging.valuesOf(version),
): MergedEdit<Version, Values> {
  const theirs = merging.valuesOf(next)
  const three = { base, before: beforeOf(moved), mine: typed, theirs }
  const { asked, agreed, taken, kept, at, isSame } = merge(merging, three)
  const places = placesOf(merging, [base, theirs])
  const known = flatten(merging, places, base)
  const conflictAt = (place: Place<Values>): Conflict<Values> => {
    const values = at(place)
    const first = moved[place.key]
    // Somebody else may have saved something else since: it is still the first who moved this.
    const isAsItWas = first !== undefined && isSame(place, known[place.key] ?? '', values.theirs)
    const who = isAsItWas ? { by: first.by, at: first.at } : { by: next.updatedBy, at: next.updatedAt }
    return { ...place, ...values, ...who, hasMoved: !isSame(place, values.before, values.theirs) }
  }
  const conflicts = asked.map(conflictAt)
  // Where both changed to the same there is nothing to choose, unless theirs moves on.
  const remembered = [...conflicts, ...agreed.map(conflictAt)]
  return {
    version: next,
    moved: Object.fromEntries(remembered.map(({ key, before, by, at: when }) => [key, { before, by, at: when }])),
    values: put(merging, typed, taken),
    theirs: taken,
    mine: kept,
    conflicts,
  }
}

/** The places that still have to be chosen: what is typed there is not what is stored now. */
export function openConflicts<Version, Values extends FieldValues>(
  merging: Merging<Version, Values>,
  { version, moved }: EditBase<Version>,
  typed: Values,
): Conflict<Values>[] {
  const stored = merging.valuesOf(version)
  const places = placesOf(merging, [stored, typed])
  const [theirs, mine] = [flatten(merging, places, stored), flatten(merging, places, typed)]
  const isSame = sameAt(merging)
  return places.flatMap((place) => {
    const { key } = place
    const was = moved[key]
    if (!was || isSame(place, theirs[key], mine[key])) return []
    return [
      { ...place, ...was, mine: mine[key], theirs: theirs[key], hasMoved: !isSame(place, was.before, theirs[key]) },
    ]
  })
}

/** The values with theirs where theirs was chosen. Mine counts where nothing was chosen. */
export function chosenValues<Values extends FieldValues>(
  mergeable: Mergeable<Values>,
  typed: Values,
  conflicts: readonly Conflict<Values>[],
  choices: Choices,
): Values {
  const taken = conflicts.filter(({ key }) => choices[key] === 'theirs')
  return put(
    mergeable,
    typed,
    taken.map(({ key, field, part, theirs: to }) =>
      part === undefined ? { key, field, to } : { key, field, part, to },
    ),
  )
}

/** The edit after one place was decided, and with it those that did not move themselves but belong to it. */
export function settled<Version, Values extends FieldValues>(
  mergeable: Mergeable<Values>,
  { version, moved }: EditBase<Version>,
  conflicts: readonly Conflict<Values>[],
  { key, field }: Place<Values>,
): EditBase<Version> {
  const group = mergeable.together?.find((fields) => fields.includes(field)) ?? []
  const along = conflicts.filter((each) => group.includes(each.field) && !each.hasMoved)
  const decided = new Set([key, ...along.map((each) => each.key)])
  return { version, moved: Object.fromEntries(Object.entries(moved).filter(([name]) => !decided.has(name))) }
}
