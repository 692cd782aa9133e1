import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { mockBackend } from '#mocks/node.ts'
import { renderCase } from '#tests/render-app.tsx'
import { readTable } from '#tests/table-reader.ts'

const said = async () => (await screen.findByRole('status', { name: 'Notices' })).textContent
const preferredOf = async (id: string) => (await mockBackend().store.get('customers', id))?.preferredStoreId

it('36: says how each store stands, and what is not known of it', async () => {
  const { user } = renderCase('stores-of-every-state')
  const { cell } = await readTable('Most Used Stores')
  expect(cell(/^Old Mill/, 'Status')).toBe('Inactive Permanently closed')
  expect(cell(/^Vieux-Port/, 'Status')).toBe('Closed until further notice Water damage, reopening not known yet')
  expect(cell(/^Covent Garden/, 'Status')).toContain('for 21 more days')
  expect(cell(/^Pop-up/, 'Address')).toBe('–not set')
  expect(cell(/^Pop-up/, 'Phone')).toBe('–not set')
  const closed = screen.getByRole('radio', { name: 'Old Mill (closed for good) 0007' })
  expect(closed).toHaveAttribute('aria-disabled', 'true')
  await user.click(closed)
  expect(await preferredOf('shopper')).toBe('fifth-avenue')
})

it('36: shows a preferred store that is inactive and no longer linked, and clears it', async () => {
  const { user, sentTo } = renderCase('preferred-store-gone')
  const { names } = await readTable('Most Used Stores')
  await screen.findByRole('heading', { level: 1, name: 'Leo Loststore' })
  expect(names()[0]).toBe('Old Mill (closed for good) 0007 no longer on the list')
  expect(
    await screen.findByText('The preferred store Old Mill (closed for good) is inactive. Choose another one or none.'),
  ).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Clear' }))
  await waitFor(() => expect(names()).toEqual(['Fifth Avenue 1001']))
  expect(screen.getByRole('radio', { name: 'No preferred store' })).toBeChecked()
  await waitFor(async () =>
    expect(await said()).toMatch(/Leo Loststore.*C-100207.*There is no preferred store any more\./u),
  )
  expect(await preferredOf('lost-store')).toBeNull()
  expect(sentTo('putPreferredStore')[0]?.headers.get('if-match')).toBe('"1"')
  const notices = screen.getByRole('status', { name: 'Notices' })
  expect(within(notices).queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument()
})

it('37: rolls the choice back when it is refused, and says so once', async () => {
  const { user } = renderCase('preferred-store-refused')
  const other = await screen.findByRole('radio', { name: 'Online shop 9999' })
  const preferred = screen.getByRole('radio', { name: 'Fifth Avenue 1001' })
  await waitFor(() => expect(preferred).toBeChecked())
  await user.click(other)
  await waitFor(async () => expect(await said()).toMatch(/Sally Shopper.*That did not work/u))
  expect(preferred).toBeChecked()
  expect(other).not.toBeChecked()
  expect(screen.queryByRole('alert')).not.toBeInTheDocument()
})
