import { describe, expect, it } from 'vitest'
import { billingInfoPatchSchema } from '#/contract/billing-info.ts'
import { caseCreateSchema, casePatchSchema } from '#/contract/cases.ts'
import { contactPatchSchema } from '#/contract/contacts.ts'
import { notePatchSchema } from '#/contract/notes.ts'
import { activityFieldLabel, activityValueText, knownFieldLabel } from '#/customers/activity/activity-fields.ts'

it.each([
  ['customer', 'phoneExt', 'Phone extension'],
  ['address', 'line1', 'Address line 1'],
  ['address', 'name', 'Address name'],
  ['contact', 'name', 'Name'],
  ['contact', 'email', 'Email'],
  ['spaceship', 'warpFactor', 'Warp factor'],
])('names the field of a %s called %s', (type, field, label) => {
  expect(activityFieldLabel(type, field)).toBe(label)
})

describe('values', () => {
  it.each([
    ['customer', 'preferredLanguage', 'fr-CA', 'Canadian French'],
    ['customer', 'birthday', '1984-02-29', 'Feb 29, 1984'],
    ['customer', 'status', 'requiresApproval', 'Requires approval'],
    ['customer', 'lockedUntil', '2026-11-16T09:45:00.000Z', /^Nov 16, 2026, 9:45 AM/],
    ['customer', 'marketingConsents', [{ channel: 'email', granted: true, at: null }], 'Email: granted'],
    ['billingInfo', 'creditLimit', { amountMinor: 123_450, currency: 'CAD' }, /^CAD.1,234\.50$/],
    ['billingInfo', 'cycle', { kind: 'months', months: 3 }, 'Every 3 months'],
    ['billingInfo', 'autoPay', { enabled: true, savedPaymentId: 'p1', notBefore: null }, 'On'],
    ['case', 'assignee', { id: 'u1', displayName: 'Sam Rivera' }, 'Sam Rivera'],
    ['case', 'statusCode', 'waitingOnCustomer', 'Waiting on customer'],
    ['case', 'statusCode', 'beaming', 'beaming'],
    ['case', 'type', 'complaint', 'Complaint'],
    ['case', 'priority', 'urgent', 'Urgent'],
    ['case', 'contactMethod', 'inPerson', 'In person'],
    ['case', 'tags', ['damage', 'vip'], 'damage, vip'],
    ['contact', 'isPrimary', true, 'Yes'],
    ['anything', 'amount', 12_345.5, '12,345.5'],
    ['anything', 'nested', { one: 1, two: null }, 'One: 1, Two: '],
    ['note', 'attachment', null, ''],
  ])('of a %s: %s', (type, field, value, text) => {
    expect(activityValueText(type, field, value)).toMatch(text)
  })
})

it('has a name for whatever notes, cases, contacts and billing terms can change', () => {
  const unnamed = (type: string, schema: { shape: object }) =>
    Object.keys(schema.shape).filter((field) => knownFieldLabel(type, field) === undefined)
  const all = [
    ...unnamed('note', notePatchSchema),
    ...unnamed('case', caseCreateSchema),
    ...unnamed('case', casePatchSchema),
    ...unnamed('contact', contactPatchSchema),
    ...unnamed('billingInfo', billingInfoPatchSchema),
  ]
  // Recorded under other names: what they are bound to.
  expect(new Set(all)).toEqual(new Set(['assigneeId', 'relatedProductId']))
})
