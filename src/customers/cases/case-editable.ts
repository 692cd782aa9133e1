import type * as z from 'zod/mini'
import { caseCreateSchema, casePatchSchema, caseSchema, type Case } from '#/contract/cases.ts'
import { isSame } from '#/contract/same-json.ts'
import {
  blankCase,
  caseFields,
  caseValues,
  cleanTags,
  isNewCase,
  type CaseField,
  type CaseValues,
} from '#/customers/cases/case-values.ts'
import type { CaseCreate, CasePatch } from '#/customers/cases/save-case.ts'
import {
  changedFields,
  isSameTyped,
  type CheckedEdit,
  type Editable,
  type EditErrors,
} from '#/customers/editing/editable.ts'
import type { EditControl } from '#/customers/editing/use-edit-form.ts'
import { codeLabel, type CodeKind } from '#/shared/format/code-label.ts'
import { formatLocalDate } from '#/shared/format/format-time.ts'
import { mergeList } from '#/shared/form/merge-list.ts'
import { zodErrorMessage } from '#/shared/form/field-error-text.ts'
import { m } from '#/shared/i18n/generated/messages.js'

export type CaseBody = CaseCreate | CasePatch
export type CaseControl = EditControl<Case, CaseValues, CaseBody>

const labels: Record<CaseField, () => string> = {
  subject: m.cases_field_subject,
  description: m.cases_field_description,
  type: m.cases_field_type,
  priority: m.cases_field_priority,
  deadline: m.cases_field_deadline,
  contactMethod: m.cases_field_contact_method,
  assigneeId: m.cases_field_assignee,
  relatedProductId: m.cases_field_product,
  tags: m.cases_field_tags,
}
export const caseFieldLabel = (field: CaseField) => labels[field]()

const kinds: Partial<Record<CaseField, CodeKind>> = {
  type: 'caseType',
  priority: 'casePriority',
  contactMethod: 'contactMethod',
}

/** How the ids of a case are called. */
export type CaseNames = (field: 'assigneeId' | 'relatedProductId', id: string) => string | undefined

function valueText(field: CaseField, value: unknown, nameOf: CaseNames): string {
  if (Array.isArray(value)) return cleanTags(value as string[]).join(', ')
  if (typeof value !== 'string' || value === '') return ''
  if (field === 'deadline') return formatLocalDate(value)
  if (field === 'assigneeId' || field === 'relatedProductId') return nameOf(field, value) ?? value
  const kind = kinds[field]
  return kind ? codeLabel(kind, value) : value
}

const isSameValue = (stored: unknown, typed: unknown): boolean =>
  Array.isArray(stored) && Array.isArray(typed)
    ? isSame(cleanTags(stored), cleanTags(typed))
    : isSameTyped(stored, typed)

/** A field as the API takes it. */
function memberOf(field: CaseField, values: CaseValues): string | string[] | null {
  if (field === 'tags') return cleanTags(values.tags)
  const typed = values[field].trim()
  return typed === '' && field !== 'subject' ? null : typed
}

function brokenFields(error: z.core.$ZodError): EditErrors<CaseValues> {
  const named = error.issues.flatMap((issue): [CaseField, string][] => {
    const field = caseFields.find((name) => name === issue.path[0])
    if (field === undefined) return []
    const isTooMany = field === 'tags' && issue.path.length === 1
    return [[field, isTooMany ? m.cases_too_many_tags({ maximum: 20 }) : issue.message]]
  })
  // The first thing that is wrong with a field is said.
  return Object.fromEntries(named.toReversed())
}

async function checkCase(base: Case, values: CaseValues): Promise<CheckedEdit<CaseValues, CaseBody>> {
  const isNew = isNewCase(base)
  const changed = changedFields({ fields: caseFields, isSame: isSameValue }, caseValues(base), values)
  if (changed.length === 0 && !isNew) return { patch: undefined, errors: {} }
  const body = Object.fromEntries(changed.map((field) => [field, memberOf(field, values)]))
  const whole = isNew ? { ...body, subject: values.subject.trim() } : body
  const parsed = (isNew ? caseCreateSchema : casePatchSchema).safeParse(whole, { error: zodErrorMessage })
  return parsed.success ? { patch: parsed.data, errors: {} } : { patch: undefined, errors: brokenFields(parsed.error) }
}

/** One case, as the editor needs to know it. `key` is its id, or names the form of a new one. */
export function caseEditable(key: string, base: Case, nameOf: CaseNames): Editable<Case, CaseValues, CaseBody> {
  const isNew = isNewCase(base)
  return {
    form: `cases/${key}`,
    fields: caseFields,
    valuesOf: caseValues,
    ...(isNew ? { blank: caseValues(blankCase()) } : {}),
    check: checkCase,
    schema: caseSchema,
    isSame: isSameValue,
    mergeLists: (field, { base: was, mine, theirs }) =>
      field === 'tags'
        ? mergeList(was as string[], cleanTags(mine as string[]), theirs as string[], { keyOf: (tag) => tag })
        : undefined,
    label: caseFieldLabel,
    text: (field, value) => valueText(field, value, nameOf),
    texts: {
      form: isNew ? m.cases_new : m.cases_edit_form,
      saved: isNew ? m.cases_added : m.cases_saved,
      conflict: m.cases_conflict,
      discard: m.cases_discard,
      refused: m.cases_refused,
    },
  }
}
