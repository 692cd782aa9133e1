import type { Customer, CustomerPatch } from '#/contract/customers.ts'
import { changedFields, isSameTyped, type Parts } from '#/customers/editing/editable.ts'

/** Texts and choices of an account, in the order of the form. */
export const textFields = [
  'salutation',
  'title',
  'firstName',
  'middleName',
  'lastName',
  'birthday',
  'displayName',
  'companyName',
  'email',
  'phone',
  'phoneExt',
  'mobile',
  'workPhone',
  'workPhoneExt',
  'fax',
  'faxExt',
  'username',
  'preferredLanguage',
  'accountType',
] as const satisfies readonly (keyof CustomerPatch)[]

export type TextFieldName = (typeof textFields)[number]

/** Account fields that staff edit in the form. */
export const accountFields = [...textFields, 'marketingConsents', 'processingBlocked'] as const

export type AccountField = (typeof accountFields)[number]

/** Whether a customer agreed to hear from the shop by a channel; empty when nobody asked. */
export interface ConsentValue {
  channel: string
  state: 'granted' | 'refused' | ''
}

/** What the form holds: a text for every text field, the empty one for none. */
export interface AccountValues extends Record<TextFieldName, string> {
  marketingConsents: ConsentValue[]
  processingBlocked: boolean
}

type CheckedLater<Field extends TextFieldName> = Partial<Record<Field, string | null>>
/** A merge patch that is not checked yet. */
type TypedPatch = CheckedLater<TextFieldName> & Pick<CustomerPatch, 'marketingConsents' | 'processingBlocked'>

const usualChannels = ['email', 'sms', 'phone', 'post']

export const isAccountField = (name: string): name is AccountField => accountFields.some((field) => field === name)

const isTextField = (name: AccountField): name is TextFieldName => textFields.some((field) => field === name)

/** One value for each usual channel, and for each other one that the customer has. */
function consentValues(consents: Customer['marketingConsents']): ConsentValue[] {
  const channels = [...new Set([...usualChannels, ...consents.map(({ channel }) => channel)])]
  return channels.map((channel) => {
    const consent = consents.find((each) => each.channel === channel)
    return { channel, state: consent ? (consent.granted ? 'granted' : 'refused') : '' }
  })
}

/** The values of the form for a customer. */
export function accountValues(customer: Customer): AccountValues {
  const texts = Object.fromEntries(textFields.map((field) => [field, customer[field] ?? '']))
  return {
    ...(texts as Record<TextFieldName, string>),
    marketingConsents: consentValues(customer.marketingConsents),
    processingBlocked: customer.processingBlocked,
  }
}

/** The consents by channel. */
export const consentParts: Parts = {
  split: (value) => Object.fromEntries((value as ConsentValue[]).map(({ channel, state }) => [channel, state])),
  join: (parts) => Object.entries(parts).map(([channel, state]) => ({ channel, state })),
  controlOf: (value, part) =>
    `marketingConsents.${(value as ConsentValue[]).findIndex(({ channel }) => channel === part)}.state`,
}

const answered = (consents: readonly ConsentValue[]) => consents.filter(({ state }) => state !== '')

const consentKey = (value: unknown) =>
  JSON.stringify(answered(value as ConsentValue[]).toSorted((a, b) => a.channel.localeCompare(b.channel)))

/** Whether what was typed means the stored value. */
export function isSameAccountValue(stored: unknown, typed: unknown): boolean {
  if (Array.isArray(stored) && Array.isArray(typed)) return consentKey(stored) === consentKey(typed)
  return isSameTyped(stored, typed)
}

/** The merge patch from the one to the other; not checked yet. Cleared fields are `null`. */
export function patchOf(base: AccountValues, now: AccountValues): TypedPatch {
  const changed = changedFields({ fields: accountFields, isSame: isSameAccountValue }, base, now)
  const patch: TypedPatch = Object.fromEntries(
    changed.filter(isTextField).map((field) => [field, now[field].trim() || null]),
  )
  if (changed.includes('processingBlocked')) patch.processingBlocked = now.processingBlocked
  if (changed.includes('marketingConsents')) {
    patch.marketingConsents = answered(now.marketingConsents).map(({ channel, state }) => ({
      channel,
      granted: state === 'granted',
    }))
  }
  return patch
}
