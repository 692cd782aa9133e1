import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { edgeCases } from '#mocks/edge-cases/edge-cases.ts'
import { renderCase } from '#tests/render-app.tsx'

test('every edge case has a name of its own', () => {
  const names = edgeCases.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})

test('a record whose reads all fail says so once, and offers to try again', async () => {
  renderCase('every-read-fails')

  expect(await screen.findByRole('button', { name: 'Try again' }, { timeout: 5000 })).toBeVisible()
  expect(screen.getAllByRole('button', { name: 'Try again' })).toHaveLength(1)
})
