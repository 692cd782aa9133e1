/** A field that both sides changed, each to something else. */
export interface FieldConflict<Value> {
  base: Value
  mine: Value
  theirs: Value
}

export interface MergedFields<Values extends object> {
  /** The outcome so far; where a choice is open it holds mine. */
  values: Values
  /** Changed by both, differently: somebody has to choose. */
  conflicts: { [Field in keyof Values]?: FieldConflict<Values[Field]> }
  /** Changed by them alone. */
  theirs: (keyof Values)[]
  /** Changed by me alone. */
  mine: (keyof Values)[]
}

interface Options<Values extends object> {
  /** Whether one value means the other. */
  isSame?: (stored: Values[keyof Values], typed: Values[keyof Values], field: keyof Values) => boolean
}

/**
 * Three-way merge, field by field: what one side changed counts, what both changed alike counts once, and what both
 * changed differently is left to choose. Nothing that differs from the base is dropped.
 */
export function mergeFields<Values extends object>(
  base: Values,
  mine: Values,
  theirs: Values,
  { isSame = Object.is }: Options<Values> = {},
): MergedFields<Values> {
  // Mine also where it means the same: a blank that was just typed stays.
  const merged: MergedFields<Values> = { values: { ...mine }, conflicts: {}, theirs: [], mine: [] }
  for (const field of Object.keys(base) as (keyof Values)[]) {
    const isMine = !isSame(base[field], mine[field], field)
    const isTheirs = !isSame(base[field], theirs[field], field)
    if (isTheirs && !isMine) merged.values[field] = theirs[field]
    if (isMine && !isTheirs) merged.mine.push(field)
    if (isTheirs && !isMine) merged.theirs.push(field)
    if (isMine && isTheirs && !isSame(theirs[field], mine[field], field)) {
      merged.conflicts[field] = { base: base[field], mine: mine[field], theirs: theirs[field] }
    }
  }
  return merged
}
