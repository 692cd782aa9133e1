import { createMemoryHistory } from '@tanstack/react-router'
import { expect, it } from 'vitest'
import { neighbour, neighbourSection } from '#/workspace/steps.ts'
import { Workspace } from '#/workspace/workspace.ts'

const stateAt = (address: string) => new Workspace(createMemoryHistory({ initialEntries: [address] })).store.getState()

it('goes through the records, round the ends', () => {
  const open = '?open=a.account_b.account_c.account'
  expect(neighbour(stateAt(`/customers${open}`), 1)).toBe('a')
  expect(neighbour(stateAt(`/customers${open}`), -1)).toBe('c')
  expect(neighbour(stateAt(`/customers/a/account${open}`), -1)).toBe('c')
  expect(neighbour(stateAt(`/customers/c/account${open}`), 1)).toBe('a')
  expect(neighbour(stateAt('/customers'), 1)).toBeUndefined()
  expect(neighbour(stateAt('/customers/a/account'), 1)).toBeUndefined()
})

it('goes through the sections and stops at the ends', () => {
  expect(neighbourSection(stateAt('/customers/a/account'), -1)).toBeUndefined()
  expect(neighbourSection(stateAt('/customers/a/account'), 1)).toBe('attributes')
  expect(neighbourSection(stateAt('/customers/new-k3x9q2ab/account'), 1)).toBeUndefined()
})
