import * as z from 'zod/mini'
import { customerSchema, type Customer } from '#/contract/customers.ts'
import { fieldLabel, valueText } from '#/customers/account/account-labels.ts'
import { accountFields, accountValues, isSameAccountValue } from '#/customers/account/account-values.ts'
import { isApiError } from '#/shared/api/api-error.ts'
import { codeLabel } from '#/shared/format/code-label.ts'
import { formatRelative } from '#/shared/format/format-time.ts'
import { m } from '#/shared/i18n/generated/messages.js'

/** The present version, when that is what a refusal is about. */
export function customerMeanwhile(error: unknown): Customer | undefined {
  if (!isApiError(error, 'stale')) return undefined
  return z.safeParse(customerSchema, error.problem?.current).data
}

const change = (field: string, from: string, to: string) =>
  m.account_changed_field({ field, change: m.record_conflict_change({ from: from || '–', to: to || '–' }) })

/** What differs between two versions of a customer, in words. */
export function changesBetween(before: Customer, after: Customer): string[] {
  const [old, now] = [accountValues(before), accountValues(after)]
  const state = (customer: Customer) => [
    [m.record_field_status(), codeLabel('customerStatus', customer.status)],
    [m.record_field_tier(), codeLabel('tier', customer.tier)],
    [m.record_field_access(), customer.accessBlocked ? m.record_access_blocked() : m.record_access_open()],
    [m.account_field_sign_in(), customer.lockedUntil === null ? m.account_sign_in_open() : m.account_sign_in_locked()],
  ]
  const states = state(before).flatMap(([field = '', from = ''], index) => {
    const to = state(after)[index]?.[1] ?? ''
    return from === to ? [] : [change(field, from, to)]
  })
  const fields = accountFields.filter((field) => !isSameAccountValue(old[field], now[field]))
  return [
    ...states,
    ...fields.map((field) => change(fieldLabel(field), valueText(field, old[field]), valueText(field, now[field]))),
  ]
}

/** Who changed a customer, and when. */
export function changedBy({ updatedBy, updatedAt }: Customer): string {
  const who = updatedBy.displayName ?? codeLabel('actorType', updatedBy.type)
  return m.account_changed_by({ who, when: formatRelative(updatedAt) })
}
