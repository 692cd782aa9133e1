import { alternativeContactSchema, type AlternativeContact } from '#/contract/alternative-contacts.ts'
import {
  blankDelegate,
  delegateValues,
  isNewDelegate,
  newDelegateFields,
  partyName,
  rightFields,
  type DelegateField,
  type DelegateValues,
} from '#/customers/contacts/delegate-values.ts'
import type { DelegateBody } from '#/customers/contacts/save-delegate.ts'
import { delegatePrefix } from '#/customers/contacts/use-open-forms.ts'
import type { CheckedEdit, Editable } from '#/customers/editing/editable.ts'
import type { EditControl } from '#/customers/editing/use-edit-form.ts'
import { formatList } from '#/shared/format/format-list.ts'
import { mergeList } from '#/shared/form/merge-list.ts'
import { m } from '#/shared/i18n/generated/messages.js'

export type DelegateControl = EditControl<AlternativeContact, DelegateValues, DelegateBody>

/** What the form has to know beside what is edited. */
export interface DelegateFacts {
  customerId: string
  /** Ids of those who may act for the customer already. */
  taken: () => readonly string[]
  /** A product in words. */
  productName: (id: string) => string
}

const labels: Record<DelegateField, () => string> = {
  memberId: m.contacts_field_member,
  support: m.contacts_right_support,
  billing: m.contacts_right_billing,
  productIds: m.contacts_right_products,
}

/** Products in any order are the same products. */
function isSameField(stored: unknown, typed: unknown): boolean {
  if (!Array.isArray(stored) || !Array.isArray(typed)) return Object.is(stored, typed)
  const keys = (list: unknown[]) => list.map((item) => JSON.stringify(item)).toSorted()
  return keys(stored).join(' ') === keys(typed).join(' ')
}

function check(
  base: AlternativeContact,
  values: DelegateValues,
  facts: DelegateFacts,
): CheckedEdit<DelegateValues, DelegateBody> {
  const isNew = isNewDelegate(base)
  const memberId = values.memberId[0]?.id
  const { support, billing } = values
  const productIds = [...values.productIds]
  const errors: CheckedEdit<DelegateValues, DelegateBody>['errors'] = {}
  if (isNew && memberId === undefined) errors.memberId = 'required'
  else if (isNew && memberId === facts.customerId) errors.memberId = m.contacts_member_self()
  else if (isNew && memberId && facts.taken().includes(memberId)) errors.memberId = m.contacts_member_taken()
  if (!support && !billing && productIds.length === 0) errors.support = m.contacts_right_needed()
  if (isNew) return { patch: { memberId: memberId ?? '', permissions: { support, billing, productIds } }, errors }

  const stored = delegateValues(base)
  const changed = rightFields.filter((field) => !isSameField(stored[field], values[field]))
  const permissions = Object.fromEntries(changed.map((field) => [field, { support, billing, productIds }[field]]))
  return { patch: changed.length > 0 ? { permissions } : undefined, errors }
}

/** One alternative contact, as the editor needs to know it. `key` is its id, or names the form of a new one. */
export function delegateEditable(
  key: string,
  contact: AlternativeContact,
  facts: DelegateFacts,
): Editable<AlternativeContact, DelegateValues, DelegateBody> {
  const isNew = isNewDelegate(contact)
  const name = partyName(contact.member)
  return {
    form: `contacts/${delegatePrefix}${key}`,
    fields: isNew ? newDelegateFields : rightFields,
    valuesOf: delegateValues,
    ...(isNew ? { blank: delegateValues(blankDelegate()) } : {}),
    check: async (base, values) => check(base, values, facts),
    isSame: isSameField,
    mergeLists: (field, { base, mine, theirs }) => {
      if (field !== 'productIds' || !Array.isArray(base) || !Array.isArray(mine) || !Array.isArray(theirs))
        return undefined
      return mergeList<string>(base, mine, theirs, { keyOf: (id) => id })
    },
    schema: alternativeContactSchema,
    within: '/permissions',
    label: (field) => labels[field](),
    text: (field, value) => {
      if (typeof value === 'boolean') return value ? m.common_yes() : m.common_no()
      if (!Array.isArray(value)) return ''
      return formatList(
        field === 'productIds'
          ? (value as string[]).map((id) => facts.productName(id))
          : (value as DelegateValues['memberId']).map(({ label }) => label),
      )
    },
    texts: {
      form: isNew ? m.contacts_delegate_form_new : () => m.contacts_delegate_form_edit({ name }),
      saved: isNew ? m.contacts_delegate_added : m.contacts_delegate_saved,
      conflict: m.contacts_delegate_conflict,
      discard: m.contacts_delegate_discard,
      refused: m.contacts_delegate_refused,
    },
  }
}
