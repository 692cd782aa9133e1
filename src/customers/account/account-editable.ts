import { customerSchema, type Customer, type CustomerPatch } from '#/contract/customers.ts'
import { fieldLabel, valueText } from '#/customers/account/account-labels.ts'
import {
  accountFields,
  accountValues,
  consentParts,
  isSameAccountValue,
  type AccountValues,
} from '#/customers/account/account-values.ts'
import { checkAccount } from '#/customers/account/check-account.ts'
import type { Editable } from '#/customers/editing/editable.ts'
import type { EditControl } from '#/customers/editing/use-edit-form.ts'
import { m } from '#/shared/i18n/generated/messages.js'

export type AccountControl = EditControl<Customer, AccountValues, CustomerPatch>

/** The account fields of a customer, as the editor needs to know them. */
export const accountEditable = {
  form: 'account',
  fields: accountFields,
  valuesOf: accountValues,
  check: checkAccount,
  schema: customerSchema,
  label: fieldLabel,
  text: valueText,
  isSame: isSameAccountValue,
  parts: (field) => (field === 'marketingConsents' ? consentParts : undefined),
  together: [
    ['phone', 'phoneExt'],
    ['workPhone', 'workPhoneExt'],
    ['fax', 'faxExt'],
  ],
  texts: {
    form: m.record_account_form,
    saved: m.record_account_saved,
    conflict: m.record_conflict_title,
    discard: m.record_account_discard_text,
    refused: m.record_account_refused,
  },
} satisfies Editable<Customer, AccountValues, CustomerPatch>
