import { expect, it } from 'vitest'
import { idSchema } from '#/contract/common.ts'
import { contentHash, stableId } from '#server/import/stable-id.ts'

it('gives the same source the same id, and others another', () => {
  expect(stableId('customers', 'crm', '4711')).toBe(stableId('customers', 'crm', '4711'))
  const others = [
    stableId('orders', 'crm', '4711'),
    stableId('customers', 'crm2', '4711'),
    stableId('customers', 'crm', '4712'),
    stableId('customers', 'crm4711', ''),
  ]
  expect(new Set([...others, stableId('customers', 'crm', '4711')]).size).toBe(5)
})

it('makes ids that begin with a letter and fit into an address', () => {
  for (let index = 0; index < 2000; index += 1) {
    expect(idSchema.safeParse(stableId('customers', 'crm', String(index))).success).toBe(true)
  }
  expect(stableId('customers', 'crm', '1')).toMatch(/^i[0-9a-z]{15}$/)
})

it('hashes what a record says, whatever the order of its members', () => {
  expect(contentHash({ a: 1, b: [{ c: null, d: 'x' }] })).toBe(contentHash({ b: [{ d: 'x', c: null }], a: 1 }))
  expect(contentHash({ a: 1 })).toBe(contentHash({ a: 1, b: undefined }))
  expect(contentHash({ a: [1, 2] })).not.toBe(contentHash({ a: [2, 1] }))
  expect(contentHash({ a: null })).not.toBe(contentHash({}))
})
