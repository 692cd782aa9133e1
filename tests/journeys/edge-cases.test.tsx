import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { edgeCases } from '#mocks/edge-cases/edge-cases.ts'
import { renderCase } from '#tests/render-app.tsx'

test('every edge case has a name of its own', () => {
  const names = edgeCases.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})

test('a record whose reads all fail says so once, and offers to try again', async () => {
  renderCase('every-read-fails')
  expect(await screen.findByRole('button', { name: 'Try again' })).toBeVisible()
  expect(screen.getAllByRole('button', { name: 'Try again' })).toHaveLength(1)
})

test.each(['Addresses', 'Organizations', 'Most Used Stores', 'Orders', 'Active Carts', 'Saved Payments'])(
  'an empty %s says what would be there',
  async (section) => {
    const { user } = renderCase('every-list-is-empty')
    const sections = await screen.findByRole('tablist', { name: 'Customer sections' })
    await user.click(within(sections).getByRole('tab', { name: section }))
    const shown = await screen.findByRole('tabpanel', { name: section })
    expect(await within(shown).findByRole('heading', { level: 3, name: /^No / })).toBeVisible()
  },
)

test('a record that is gone says so and can be closed', async () => {
  const { user } = renderCase('every-record-is-gone')
  await screen.findByRole('heading', { level: 1, name: 'Ada Park' })
  await user.click(await screen.findByRole('button', { name: 'Close record' }))
  expect(await screen.findByRole('searchbox', { name: 'Search customers' })).toBeVisible()
})

test('the lists of records and of sections have names of their own, arrows move the focus only, a status is a word', async () => {
  const { user, router } = renderCase('two-lists-of-tabs')
  const records = await screen.findByRole('tablist', { name: 'Open customers' })
  const shown = await within(records).findByRole('tab', { name: 'Boris Blocked' })
  expect(shown).toHaveAccessibleDescription(/Blocked/)
  shown.focus()
  await user.keyboard('{ArrowRight}')
  expect(within(records).getByRole('tab', { name: 'Ada Park' })).toHaveFocus()
  expect(router.state.location.pathname).toBe('/customers/blocked/account')

  const sections = screen.getByRole('tablist', { name: 'Customer sections' })
  within(sections).getByRole('tab', { name: 'Account' }).focus()
  await user.keyboard('{ArrowRight}')
  expect(within(sections).getByRole('tab', { name: 'Custom Attributes' })).toHaveFocus()
  expect(router.state.location.pathname).toBe('/customers/blocked/account')
})

test('address, title and storage hold nothing personal', async () => {
  const { router } = renderCase('nothing-personal-in-the-address')
  await screen.findByRole('heading', { level: 1, name: 'Ada Park' })
  await waitFor(() => expect(document.title).toContain('C-100001'))
  const traces = [
    document.title,
    router.state.location.href,
    JSON.stringify(Object.entries(localStorage)),
    JSON.stringify(Object.entries(sessionStorage)),
  ]
  expect(traces.join('\n')).not.toMatch(/park|mail\.example|555/i)
})

test('amounts have the decimals of their currency', async () => {
  renderCase('other-ways-of-writing')
  expect(await screen.findByText('JPY 7,154')).toBeVisible()
  expect(screen.getByText('KWD 6.288')).toBeVisible()
})
