import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { renderCase } from '#tests/render-app.tsx'
import { readTable } from '#tests/table-reader.ts'

it('45: says how long each kind of payment lasts, and in which zone its last day is', async () => {
  renderCase('saved-payments-of-every-kind')
  const { cell } = await readTable('Saved Payments')
  expect(cell(/•••• 4444/, 'Expires')).toBe('11/2026through Nov 30, 2026 (UTC)')
  expect(cell(/•••• 4444/, 'Status')).toBe('Expiring soon')
  expect(cell(/•••• 9424/, 'Expires')).toBe('10/2026until Oct 31, 2026 (UTC)')
  expect(cell(/•••• 9424/, 'Status')).toBe('Expired')
  expect(cell(/•••• 2727/, 'Expires')).toBe('05/2027')
  expect(cell('paul@post.example', 'Expires')).toBe('Does not expire')
  expect(cell(/^DE•• •••• 3000/, 'Expires')).toBe('Does not expire')
  expect(cell(/•••• 8888/, 'Expires')).toBe('–not set')
  expect(cell(/starfleet-credit/, 'Status')).toBe('Active')
})

it('46: names what hangs on a payment before it is deleted', async () => {
  const { user } = renderCase('saved-payment-in-use')
  await readTable('Saved Payments')
  await user.click(screen.getByRole('button', { name: 'Actions for Visa •••• 0101' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Delete…' }))
  const dialog = await screen.findByRole('dialog', { name: 'Delete Visa •••• 0101?' })
  expect(dialog).toHaveAccessibleDescription(/Emil Expired.*C-100403/u)
  await within(dialog).findByText('It is the only payment method saved for this customer.')
  expect(
    within(dialog)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual([
    'It is the default of adyen. Until another one is chosen, adyen has none.',
    'It is the only payment method saved for this customer.',
    'Recurring order R-000072 pays with it and will have no payment method.',
    'Automated payment pays with it and will have no payment method.',
  ])
  expect(within(dialog).getByRole('button', { name: 'Cancel' })).toHaveFocus()
  expect(within(dialog).getByRole('button', { name: 'Delete anyway' })).toBeVisible()
})

it('47: shows what the other providers hold, and which one is missing', async () => {
  renderCase('payment-provider-down')
  const { names } = await readTable('Saved Payments')
  expect(screen.getByRole('alert')).toHaveTextContent('Payments of PayWorks could not be loaded. The others are shown.')
  expect(names()).toHaveLength(14)
})

it('45, 48: shows four digits of a card at most, whatever a provider sends', async () => {
  renderCase('card-numbers-sent')
  const { table, names } = await readTable('Saved Payments')
  const texts = ['cell', 'rowheader']
    .flatMap((role) => within(table).getAllByRole(role))
    .map((cell) => cell.textContent)
  for (const text of texts) expect(text).not.toMatch(/\d{7}|\d{4}[\s.-]\d{4}/u)
  expect(names().filter((name) => name.includes('•••• 1111')).length).toBeGreaterThan(5)
  expect(document.body.innerHTML).not.toMatch(/4111[\s.-]?1111/u)
})
