import { billingInfoSchema, type BillingInfo } from '#/contract/billing-info.ts'
import { billingFieldLabel, billingValueText } from '#/customers/billing/billing-labels.ts'
import { checkBilling, type BillingPatch } from '#/customers/billing/billing-patch.ts'
import {
  billingFields,
  billingValues,
  isSameBillingValue,
  type BillingValues,
} from '#/customers/billing/billing-values.ts'
import type { Editable } from '#/customers/editing/editable.ts'
import type { EditControl } from '#/customers/editing/use-edit-form.ts'
import { m } from '#/shared/i18n/generated/messages.js'

export type BillingControl = EditControl<BillingInfo, BillingValues, BillingPatch>

/** Billing terms and automated payment, as the editor needs to know them. */
export const billingEditable = (
  nameOf: (savedPaymentId: string) => string,
): Editable<BillingInfo, BillingValues, BillingPatch> => ({
  form: 'billing',
  fields: billingFields,
  valuesOf: billingValues,
  check: checkBilling,
  schema: billingInfoSchema,
  label: billingFieldLabel,
  text: (field, value) => billingValueText(field, value, nameOf),
  isSame: (stored, typed, field) => isSameBillingValue(stored, typed, field),
  together: [
    ['cycleKind', 'cycleMonths'],
    ['creditLimit', 'creditLimitCurrency'],
    ['unbilledAlert', 'unbilledAlertCurrency'],
    // Switched on is what was seen: this method, not another one.
    ['autoPayEnabled', 'autoPaySavedPaymentId', 'autoPayNotBefore'],
  ],
  texts: {
    form: m.billing_form,
    saved: m.billing_saved,
    conflict: m.billing_conflict,
    discard: m.billing_discard,
    refused: m.billing_refused,
  },
})
