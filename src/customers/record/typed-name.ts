import { useShallow } from 'zustand/react/shallow'
import { customerName } from '#/contract/customer-name.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { draftOf, useDraftsState } from '#/workspace/drafts/drafts.ts'

const fields = ['firstName', 'middleName', 'lastName', 'companyName'] as const

/** What a new customer is called by what was typed so far. */
function typedName(typed: Readonly<Record<string, unknown>> = {}): string {
  const textOf = (value: unknown) => (typeof value === 'string' && value.trim()) || null
  const texts = fields.map((field) => [field, textOf(typed[field])])
  const named = Object.fromEntries(texts) as Record<(typeof fields)[number], string | null>
  return customerName({ ...named, email: null, customerNumber: '' }) || m.account_new()
}

/** Names of new customers, in the order of their ids. */
export const useTypedNames = (ids: readonly string[]): readonly string[] =>
  useDraftsState(useShallow((state) => ids.map((id) => typedName(draftOf(state, id, 'account')?.wanted?.values))))
