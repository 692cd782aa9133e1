// @vitest-environment jsdom
import { afterEach, expect, it } from 'vitest'
import { createOwnHistory, ownEntry, rememberPerson } from '#/app/own-history.ts'

afterEach(() => {
  window.sessionStorage.clear()
  window.history.replaceState(null, '', '/')
})

it('gives what an entry holds to the person who made it only', () => {
  const entry = { key: 'k', __TSR_index: 3, by: 'sam', words: 'private', views: {} }
  expect(ownEntry(entry, 'sam')).toBe(entry)
  expect(ownEntry(entry, 'lee')).toEqual({ key: 'k', __TSR_index: 3 })
  expect(ownEntry({ words: 'before anybody was known' }, 'lee')).toEqual({ words: 'before anybody was known' })
  expect(ownEntry(null, 'lee')).toBeNull()
})

it('marks entries, and reads them bare once somebody else is there', () => {
  rememberPerson('sam')
  const history = createOwnHistory()
  history.push('/customers', { words: 'private' })
  history.flush()
  expect(history.location.state).toMatchObject({ words: 'private', by: 'sam' })
  history.destroy()

  const again = createOwnHistory()
  expect(again.location.state).toMatchObject({ words: 'private' })
  again.destroy()
  rememberPerson('lee')
  const other = createOwnHistory()
  expect(other.location.pathname).toBe('/customers')
  expect(other.location.state).not.toHaveProperty('words')
  other.destroy()
})
