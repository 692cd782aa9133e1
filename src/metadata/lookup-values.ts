import { brokenLookupRules, type LookupBody } from '#/contract/definition-rules.ts'
import type { Localized } from '#/contract/common.ts'
import { metadataNameSchema, type Lookup } from '#/contract/metadata.ts'
import { trimmedTexts } from '#/metadata/definition-values.ts'
import type { Issues } from '#/metadata/metadata-dialog.tsx'
import { m } from '#/shared/i18n/generated/messages.js'

/** A choice as the form holds it; its place is its place in the list. */
export interface ChoiceLine {
  /** Tells lines apart while their codes are typed. */
  id: string
  value: string
  label: Localized
  active: boolean
  /** Records may hold it: its code is fixed. */
  isStored: boolean
}

// A type, not an interface: the form wants an index.
export type LookupValues = { name: string; label: Localized; active: boolean; values: ChoiceLine[] }

export const newLookup: LookupValues = { name: '', label: {}, active: true, values: [] }

export const lookupValues = ({ name, label, active, values }: Lookup): LookupValues => ({
  name,
  label,
  active,
  values: values
    .toSorted((a, b) => a.sortOrder - b.sortOrder)
    .map((choice) => ({
      id: choice.value,
      value: choice.value,
      label: choice.label,
      active: choice.active,
      isStored: true,
    })),
})

export const lookupBodyOf = ({ label, active, values }: LookupValues): LookupBody => ({
  label: trimmedTexts(label),
  active,
  values: values.map((line, index) => ({
    value: line.value.trim(),
    label: trimmedTexts(line.label),
    sortOrder: index + 1,
    active: line.active,
  })),
})

/** What is wrong with what was typed. */
export function checkLookup(values: LookupValues, taken: readonly string[]): Issues<LookupValues> {
  const body = lookupBodyOf(values)
  const issues: Issues<LookupValues> = {}
  if (!metadataNameSchema.safeParse(values.name).success) issues.name = m.metadata_issue_name()
  if (taken.includes(values.name)) issues.name = 'duplicate'
  const [broken] = brokenLookupRules(body)
  if (broken?.pointer === '/label') issues.label = 'required'
  else if (broken) issues.values = m.metadata_issue_choice_twice()
  if (body.values.some(({ value }) => value === '')) issues.values = m.metadata_issue_choice_code()
  return issues
}
