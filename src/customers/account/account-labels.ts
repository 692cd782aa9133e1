import type { AccountField } from '#/customers/account/account-values.ts'
import { codeLabel, type CodeKind } from '#/shared/format/code-label.ts'
import { languageName } from '#/shared/format/country-name.ts'
import { formatLocalDate } from '#/shared/format/format-time.ts'
import { m } from '#/shared/i18n/generated/messages.js'

const labels: Record<AccountField, () => string> = {
  salutation: m.record_field_salutation,
  title: m.record_field_title,
  firstName: m.record_field_first_name,
  middleName: m.record_field_middle_name,
  lastName: m.record_field_last_name,
  displayName: m.record_field_display_name,
  birthday: m.record_field_birthday,
  companyName: m.record_field_company_name,
  email: m.record_field_email,
  phone: m.record_field_phone,
  phoneExt: m.record_field_phone_ext,
  mobile: m.record_field_mobile,
  workPhone: m.record_field_work_phone,
  workPhoneExt: m.record_field_work_phone_ext,
  fax: m.record_field_fax,
  faxExt: m.record_field_fax_ext,
  username: m.record_field_username,
  accountType: m.record_field_account_type,
  tier: m.record_field_tier,
  preferredLanguage: m.record_field_preferred_language,
}

export const fieldLabel = (field: AccountField): string => labels[field]()

const coded: Partial<Record<string, CodeKind>> = { salutation: 'salutation', accountType: 'accountType', tier: 'tier' }

/** A value as people read it; empty when there is none. */
export function fieldText(field: AccountField, value: string): string {
  const kind = coded[field]
  if (value === '') return ''
  if (kind) return codeLabel(kind, value)
  if (field === 'preferredLanguage') return languageName(value)
  if (field === 'birthday') return formatLocalDate(value)
  return value
}
