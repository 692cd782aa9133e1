import { unstored } from '#/customers/editing/unstored.ts'
import { blankCustomer } from '#/contract/blank-customer.ts'
import {
  createdCustomerSchema,
  customerCreateSchema,
  initialStatuses,
  type CustomerCreate,
} from '#/contract/create-customer.ts'
import { brokenCreationRules } from '#/contract/customer-rules.ts'
import type { Customer, CustomerPatch } from '#/contract/customers.ts'
import { accountEditable } from '#/customers/account/account-editable.ts'
import { fieldLabel, valueText } from '#/customers/account/account-labels.ts'
import {
  accountFields,
  accountValues,
  isSameAccountValue,
  patchOf,
  type AccountValues,
} from '#/customers/account/account-values.ts'
import { checkAccount, checkTyped } from '#/customers/account/check-account.ts'
import type { CheckedEdit, Editable } from '#/customers/editing/editable.ts'
import type { EditControl } from '#/customers/editing/use-edit-form.ts'
import { m } from '#/shared/i18n/generated/messages.js'

/** An account that is not stored yet. */
export const newCustomer: Customer = {
  ...unstored,
  ...blankCustomer,
  id: 'new',
  hasPin: false,
  registrationSource: null,
  lastOrder: null,
}

/** The values that a new account would have. */
const filled = (patch: CustomerPatch) => ({
  ...newCustomer,
  ...Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)),
})

const ruleText = { required: 'required', 'needs-number': 'needs-number', 'needs-identity': m.account_needs_identity }

/** How a new customer begins; later these change in other ways than by typing. */
export interface Beginning {
  status: string
  scopeIds: string[]
}

/** The form of a new customer: the account, and how it begins. */
export type NewAccountValues = AccountValues & Beginning
export type NewAccountControl = EditControl<Customer, NewAccountValues, CustomerCreate>

const beginningLabels = { status: m.record_field_status, scopeIds: m.record_field_scopes }

const isBeginning = (field: string): field is keyof Beginning => field in beginningLabels

function isSameValue(stored: unknown, typed: unknown, field: keyof NewAccountValues): boolean {
  return isBeginning(field) ? isSameSet([stored].flat(), [typed].flat()) : isSameAccountValue(stored, typed)
}

const isSameSet = (a: readonly unknown[], b: readonly unknown[]) =>
  a.length === b.length && a.every((each) => b.includes(each))

/** Active and without a scope is what the API makes of nothing said. */
function beginningOf({ status, scopeIds }: Beginning): Pick<CustomerCreate, 'status' | 'scopeIds'> {
  const chosen = initialStatuses.find((each) => each === status) ?? 'active'
  return { status: chosen, ...(scopeIds.length > 0 ? { scopeIds } : {}) }
}

/** Holds what was typed of a new account against the contract and the rules: the account type decides what is needed. */
async function checkNew(
  base: Customer,
  values: NewAccountValues,
): Promise<CheckedEdit<NewAccountValues, CustomerCreate>> {
  // Saved already, and typed on while that was on its way.
  if (base !== newCustomer) return checkAccount(base, values)
  const patch = patchOf(accountValues(newCustomer), values) as CustomerCreate
  const broken = brokenCreationRules(filled(patch)).map(({ field, code }) => {
    const text = ruleText[code]
    return [field, typeof text === 'string' ? text : text()]
  })
  return {
    patch: { ...patch, ...beginningOf(values) },
    errors: { ...Object.fromEntries(broken), ...(await checkTyped(customerCreateSchema, patch, values)) },
  }
}

const valuesOf = (customer: Customer): NewAccountValues => ({
  ...accountValues(customer),
  status: customer.status,
  scopeIds: customer.scopeIds,
})

/** A new account, as the editor needs to know it: the same fields over an empty one. */
export const createEditable: Editable<Customer, NewAccountValues, CustomerCreate> = {
  ...accountEditable,
  fields: [...accountFields, 'status', 'scopeIds'],
  valuesOf,
  blank: valuesOf(newCustomer),
  check: checkNew,
  isSame: isSameValue,
  parts: (field) => (isBeginning(field) ? undefined : accountEditable.parts?.(field)),
  label: (field, part) => (isBeginning(field) ? beginningLabels[field]() : fieldLabel(field, part)),
  text: (field, value, part) => (isBeginning(field) ? [value].flat().join(', ') : valueText(field, value, part)),
  schema: createdCustomerSchema,
  texts: {
    form: m.account_create_form,
    saved: m.account_create_saved,
    conflict: m.record_conflict_title,
    discard: m.account_create_discard,
    refused: m.account_create_refused,
  },
}
