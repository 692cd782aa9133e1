import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { renderCase } from '#tests/render-app.tsx'
import { readTable } from '#tests/table-reader.ts'

it('35: says what an organization lacks, and that one is inactive', async () => {
  const { user } = renderCase('organizations-with-gaps')
  const { cell } = await readTable('Organizations')
  const columns = ['Number', 'Address', 'Manager', 'Manager phone', 'Member since']
  for (const column of columns) expect(cell('Nothing known', column)).toBe('–not set')
  expect(cell('Nothing known', 'Status')).toBe('Active')
  expect(cell(/^Blue Lantern/, 'Status')).toBe('Inactive')

  await user.click(screen.getByRole('button', { name: 'Nothing known' }))
  const panel = await screen.findByRole('complementary', { name: 'Nothing known' })
  expect(within(panel).getAllByText('not set').length).toBeGreaterThan(5)
})

it('35: tells two organizations of one name apart, and makes nobody a member twice', async () => {
  const { user, sentNames } = renderCase('organizations-with-gaps')
  await user.click(await screen.findByRole('button', { name: 'Add organization' }))
  const dialog = await screen.findByRole('dialog', { name: 'Add to an organization' })
  await user.type(within(dialog).getByRole('combobox', { name: 'Search organizations' }), 'bakery')
  const north = await within(dialog).findByRole('option', { name: 'Corner Bakery ORG-0009 · Salem Already a member' })
  await waitFor(() => expect(within(dialog).getAllByRole('option')).toHaveLength(2))
  expect(north).toHaveAttribute('aria-disabled', 'true')
  await user.click(north)
  expect(north).toHaveAttribute('aria-selected', 'false')
  await user.click(within(dialog).getByRole('button', { name: 'Add' }))
  expect(sentNames()).not.toContain('putMembership')
  expect(within(dialog).getByRole('option', { name: 'Corner Bakery ORG-0010 · Boston' })).toHaveAttribute(
    'aria-disabled',
    'false',
  )
})
