import { isAccountField } from '#/customers/account/account-values.ts'
import { consentText, fieldLabel, fieldText } from '#/customers/account/account-labels.ts'
import { addressFieldLabel, addressFieldText } from '#/customers/addresses/address-labels.ts'
import { isAddressField } from '#/customers/addresses/address-values.ts'
import type { Activity } from '#/contract/activities.ts'
import { codeLabel, type CodeKind } from '#/shared/format/code-label.ts'
import { simpleAddressLines } from '#/shared/format/address-lines.ts'
import { formatMoney } from '#/shared/format/format-money.ts'
import { formatInstant, formatLocalDate } from '#/shared/format/format-time.ts'
import { formatDigits } from '#/shared/format/parse-number.ts'
import { m } from '#/shared/i18n/generated/messages.js'

const labels: ReadonlyMap<string, () => string> = new Map(
  Object.entries({
    status: m.activity_field_status,
    lockedUntil: m.activity_field_locked_until,
    tier: m.activity_field_tier,
    preferredStoreId: m.activity_field_preferred_store_id,
    scopeIds: m.activity_field_scope_ids,
    customerNumber: m.activity_field_customer_number,
    content: m.activity_field_content,
    pinned: m.activity_field_pinned,
    attachment: m.activity_field_attachment,
    name: m.activity_field_name,
    role: m.activity_field_role,
    address: m.activity_field_address,
    isPrimary: m.activity_field_is_primary,
    isBilling: m.activity_field_is_billing,
    support: m.activity_field_support,
    billing: m.activity_field_billing,
    productIds: m.activity_field_product_ids,
    subject: m.activity_field_subject,
    description: m.activity_field_description,
    type: m.activity_field_type,
    statusCode: m.activity_field_status_code,
    priority: m.activity_field_priority,
    deadline: m.activity_field_deadline,
    tags: m.activity_field_tags,
    contactMethod: m.activity_field_contact_method,
    assignee: m.activity_field_assignee,
    relatedProduct: m.activity_field_related_product,
    comment: m.activity_field_comment,
    billingDay: m.activity_field_billing_day,
    cycle: m.activity_field_cycle,
    termsDays: m.activity_field_terms_days,
    termsMethod: m.activity_field_terms_method,
    invoiceMethod: m.activity_field_invoice_method,
    creditLimit: m.activity_field_credit_limit,
    unbilledAlert: m.activity_field_unbilled_alert,
    lateFee: m.activity_field_late_fee,
    earlyDiscount: m.activity_field_early_discount,
    taxRate: m.activity_field_tax_rate,
    currency: m.activity_field_currency,
    costCentre: m.activity_field_cost_centre,
    autoPay: m.activity_field_auto_pay,
    total: m.activity_field_total,
    isDefault: m.activity_field_is_default,
    reason: m.activity_field_reason,
    attempts: m.activity_field_attempts,
    acquirerResponse: m.activity_field_acquirer_response,
    text: m.activity_field_text,
    wasDefault: m.activity_field_was_default,
  }),
)

/** `costCentre` as words, for what nobody named: "Cost centre". */
function spelled(field: string): string {
  const words = field
    .replaceAll(/[_-]+/gu, ' ')
    .replaceAll(/([a-z\d])([A-Z])/gu, '$1 $2')
    .trim()
    .toLowerCase()
  return words === '' ? field : words.charAt(0).toUpperCase() + words.slice(1)
}

type SubjectType = Activity['subject']['type']

/** What a field is called on the screen that shows it; nothing for one that no screen shows. */
export function knownFieldLabel(type: SubjectType, field: string): string | undefined {
  if (type === 'address' && isAddressField(field)) return addressFieldLabel(field, '')
  if (type === 'customer' && isAccountField(field)) return fieldLabel(field)
  const label = labels.get(field)
  if (label) return label()
  // Contacts have some of the fields of an account.
  return isAccountField(field) ? fieldLabel(field) : undefined
}

export const activityFieldLabel = (type: SubjectType, field: string): string =>
  knownFieldLabel(type, field) ?? spelled(field)

const coded: Readonly<Record<string, CodeKind>> = {
  status: 'customerStatus',
  tier: 'tier',
  reason: 'statusReason',
}
const codedOfCases: Readonly<Record<string, CodeKind>> = {
  statusCode: 'caseStatus',
  type: 'caseType',
  priority: 'casePriority',
  contactMethod: 'contactMethod',
}

type Json = Record<string, unknown>
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

function objectText(type: SubjectType, field: string, value: Json): string {
  const { amountMinor, currency, displayName, name, channel, granted, kind, months, enabled } = value
  if (typeof amountMinor === 'number' && typeof currency === 'string') return formatMoney({ amountMinor, currency })
  if (typeof channel === 'string') return consentText(channel, granted === true)
  if (field === 'cycle') {
    return kind === 'months' ? m.activity_cycle_months({ count: Number(months ?? 1) }) : m.activity_cycle_anniversary()
  }
  if (field === 'autoPay') return enabled === true ? m.activity_auto_pay_on() : m.activity_auto_pay_off()
  if (field === 'address' && 'countryCode' in value) {
    return simpleAddressLines(value as unknown as Parameters<typeof simpleAddressLines>[0]).join(', ')
  }
  const called = displayName ?? name
  if (typeof called === 'string') return called
  return Object.entries(value)
    .map(([key, inner]) => `${activityFieldLabel(type, key)}: ${activityValueText(type, key, inner)}`)
    .join(', ')
}

/** A value as people read it; empty when there is none. */
export function activityValueText(type: SubjectType, field: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? m.common_yes() : m.common_no()
  if (typeof value === 'number') return formatDigits(String(value))
  if (Array.isArray(value)) return value.map((each) => activityValueText(type, field, each)).join(', ')
  if (isObject(value)) return objectText(type, field, value)
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/u.test(text)) return formatInstant(text)
  if (/^\d{4}-\d\d-\d\d$/u.test(text)) return formatLocalDate(text)
  const kind = type === 'case' ? codedOfCases[field] : coded[field]
  if (kind) return codeLabel(kind, text)
  if (type === 'address' && isAddressField(field)) return addressFieldText(field, text)
  return isAccountField(field) ? fieldText(field, text) : text
}

/** Ids of what the entry is bound to, which say nothing to a reader. */
const internal = new Set([
  'statusChangeId',
  'requestId',
  'memberId',
  'jobId',
  'noLongerPreferred',
  'noLongerDefault',
  'noLongerFlagged',
])

/** What is known of an entry besides its changes. */
export const toldData = ({ data }: Pick<Activity, 'data'>): [string, unknown][] =>
  Object.entries(data).filter(([key, value]) => !internal.has(key) && value !== null && value !== '' && value !== false)
