import { createdCustomerSchema, customerCreateSchema, type CustomerCreate } from '#/contract/create-customer.ts'
import { brokenCreationRules } from '#/contract/customer-rules.ts'
import type { Customer, CustomerPatch } from '#/contract/customers.ts'
import { accountEditable } from '#/customers/account/account-editable.ts'
import { accountFields, accountValues, patchOf, type AccountValues } from '#/customers/account/account-values.ts'
import { checkAccount, checkTyped } from '#/customers/account/check-account.ts'
import type { CheckedEdit, Editable } from '#/customers/editing/editable.ts'
import { m } from '#/shared/i18n/generated/messages.js'

const nobody = { type: 'system', id: null, displayName: null } as const

/** An account of which nothing is known yet. */
export const blankCustomer: Customer = {
  id: 'new',
  etag: '',
  createdAt: '',
  createdBy: nobody,
  updatedAt: '',
  updatedBy: nobody,
  sourceSystem: null,
  externalId: null,
  customerNumber: '',
  firstName: null,
  middleName: null,
  lastName: null,
  title: null,
  salutation: null,
  displayName: null,
  companyName: null,
  email: null,
  username: null,
  phone: null,
  phoneExt: null,
  mobile: null,
  workPhone: null,
  workPhoneExt: null,
  fax: null,
  faxExt: null,
  accountType: 'registered',
  tier: 'standard',
  status: 'active',
  lockedUntil: null,
  accessBlocked: false,
  processingBlocked: false,
  anonymizedAt: null,
  preferredLanguage: null,
  birthday: null,
  referralCode: null,
  hasPin: false,
  registeredAt: null,
  registrationSource: null,
  lastLoginAt: null,
  lastActivityAt: null,
  lastPasswordChangeAt: null,
  isRecurringBuyer: false,
  preferredStoreId: null,
  scopeIds: [],
  marketingConsents: [],
  lastOrder: null,
}

/** The values that a new account would have. */
const filled = (patch: CustomerPatch) => ({
  ...blankCustomer,
  ...Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)),
})

const ruleText = { required: 'required', 'needs-number': 'needs-number', 'needs-identity': m.account_needs_identity }

/** Holds what was typed of a new account against the contract and the rules: the account type decides what is needed. */
async function checkNew(base: Customer, values: AccountValues): Promise<CheckedEdit<AccountValues, CustomerCreate>> {
  // Saved already, and typed on while that was on its way.
  if (base !== blankCustomer) return checkAccount(base, values)
  const patch = patchOf(accountValues(blankCustomer), values) as CustomerCreate
  const broken = brokenCreationRules(filled(patch)).map(({ field, code }) => {
    const text = ruleText[code]
    return [field, typeof text === 'string' ? text : text()]
  })
  return {
    patch,
    errors: { ...Object.fromEntries(broken), ...(await checkTyped(customerCreateSchema, patch, values)) },
  }
}

/** A new account, as the editor needs to know it: the same fields over an empty one. */
export const createEditable: Editable<Customer, AccountValues, CustomerCreate> = {
  ...accountEditable,
  fields: accountFields,
  check: checkNew,
  schema: createdCustomerSchema,
  texts: {
    form: m.account_create_form,
    saved: m.account_create_saved,
    conflict: m.record_conflict_title,
    discard: m.account_create_discard,
    refused: m.account_create_refused,
  },
}
