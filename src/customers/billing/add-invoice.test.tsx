import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { problem } from '#mocks/answers.ts'
import { mock } from '#mocks/mock.ts'
import { mockBackend } from '#mocks/node.ts'
import { aBillingInfo } from '#tests/billing-builders.ts'
import { insertRows } from '#tests/builders.ts'
import { renderApp } from '#tests/render-app.tsx'

const id = 'two-homes'
const stored = async (of = id) => (await mockBackend().callAs('admin', 'listInvoices', { path: { id: of } })).items

async function begin(at = id) {
  if (at === id) await insertRows(mockBackend().store, { billingInfos: [aBillingInfo({ id, currency: 'CAD' })] })
  const app = renderApp(`/customers/${at}/billing`, { as: 'finance' })
  await screen.findByRole('region', { name: 'Billing information' })
  await screen.findByText('Days to pay')
  const addButton = await screen.findByRole('button', { name: 'Add invoice' })
  await waitFor(() => expect(addButton).toHaveAttribute('aria-disabled', 'false'))
  await app.user.click(addButton)
  const form = within(await screen.findByRole('form', { name: 'New invoice' }))
  const field = (name: string) => form.getByLabelText(name)
  const type = async (name: string, text: string) => {
    await app.user.clear(field(name))
    await app.user.paste(text)
  }
  const save = async () => app.user.click(form.getByRole('button', { name: 'Save' }))
  const total = () => form.getByRole('status', { name: 'Total' }).textContent.replaceAll('\u00A0', ' ')
  return { ...app, addButton, form, field, type, save, total }
}

it('adds up while it is typed, with the decimals of the currency', async () => {
  const { field, type, total, user, form } = await begin()
  expect(field('Currency')).toHaveValue('CAD')
  await type('Description, line 1', 'Beans')
  await type('Quantity, line 1', '3')
  await type('Unit price, line 1', '0.1')
  expect(total()).toBe('Total CAD 0.30')
  await user.click(form.getByRole('button', { name: 'Add line' }))
  expect(field('Description, line 2')).toHaveFocus()
  expect(total()).toBe('Total CAD 0.30without lines that are not complete')
  await type('Quantity, line 2', '2.5')
  await type('Unit price, line 2', '1,000.01')
  expect(total()).toBe('Total CAD 2,500.33')
  await user.click(form.getByRole('button', { name: 'Remove line 2' }))
  expect(field('Description, line 1')).toHaveFocus()
  await user.selectOptions(field('Currency'), 'KWD')
  await type('Unit price, line 1', '1.234')
  expect(total()).toBe('Total KWD 3.702')
  await user.selectOptions(field('Currency'), 'JPY')
  expect(total()).toBe('Total JPY 0without lines that are not complete')
  await type('Unit price, line 1', '1234')
  expect(total()).toBe('Total JPY 3,702')
})

it('makes a pending one, once, and says so', async () => {
  const { type, save, sentTo, form, addButton } = await begin()
  expect(form.getByText(/will be pending: nothing is sent or payable until it is approved/)).toBeVisible()
  await type('Description, line 1', ' Beans ')
  await type('Quantity, line 1', '2')
  await type('Unit price, line 1', '10.5')
  await type('Due', '2026-12-31')
  await type('Note', 'As agreed')
  await save()
  await waitFor(() =>
    expect(screen.getByRole('status', { name: 'Notices' })).toHaveTextContent(
      'Invoice added. It is pending until it is approved.',
    ),
  )
  const [sent] = sentTo('createInvoice')
  expect(sent?.body).toEqual({
    type: 'invoice',
    currency: 'CAD',
    dueAt: '2026-12-31',
    note: 'As agreed',
    lines: [{ description: 'Beans', quantity: 2, unitPriceMinor: 1050 }],
  })
  expect(sent?.headers.get('idempotency-key')).toBeTruthy()
  const [added] = await stored()
  expect(added).toMatchObject({ state: 'pending', total: { amountMinor: 2100, currency: 'CAD' } })
  expect(await screen.findByRole('button', { name: added?.number ?? '' })).toBeVisible()
  await waitFor(() => expect(addButton).toHaveFocus())
})

it('says what is wrong with which line, and sends nothing', async () => {
  const { type, field, save, form, user, sentTo } = await begin()
  await save()
  expect(await form.findByText('Line 1: enter a description')).toBeVisible()
  expect(field('Description, line 1')).toBeInvalid()
  await type('Description, line 1', 'Beans')
  await type('Quantity, line 1', '0')
  await type('Unit price, line 1', '-5')
  await save()
  expect(await form.findByText('Line 1: enter a quantity above 0 and up to 1,000,000')).toBeVisible()
  await type('Quantity, line 1', '1')
  await save()
  expect(await form.findByText('Line 1: only a correction may have negative prices')).toBeVisible()
  await user.selectOptions(field('Type'), 'Correction')
  await user.selectOptions(field('Currency'), '')
  await save()
  await waitFor(() => expect(field('Currency')).toBeInvalid())
  expect(sentTo('createInvoice')).toHaveLength(0)
})

it('keeps what was typed when it fails; trying again is no second invoice', async () => {
  mock('createInvoice', () => problem('source-unavailable'), { once: true })
  const { type, field, save, form, sentTo } = await begin()
  await type('Description, line 1', 'Beans')
  await type('Unit price, line 1', '5')
  await save()
  expect(await form.findByRole('alert')).toHaveTextContent('What you typed is still here')
  expect(field('Description, line 1')).toHaveValue('Beans')
  await save()
  await waitFor(async () => expect(await stored()).toHaveLength(1))
  const keys = sentTo('createInvoice').map(({ headers }) => headers.get('idempotency-key'))
  expect(new Set(keys).size).toBe(1)
})

it('refuses what looks like the number of a card', async () => {
  const { type, save, form, sentTo } = await begin()
  await type('Description, line 1', `Card ${['4111', '1111', '1111', '1111'].join(' ')}`)
  await type('Unit price, line 1', '5')
  await save()
  expect((await form.findAllByText(/number of a payment card/))[0]).toBeVisible()
  expect(sentTo('createInvoice')).toHaveLength(0)
})

it('asks before what was typed is discarded, and brings it back when the section comes back', async () => {
  const { type, user, form } = await begin()
  await type('Description, line 1', 'Beans')
  await user.keyboard('{Escape}')
  const dialog = await screen.findByRole('dialog', { name: /Discard/ })
  await user.click(within(dialog).getByRole('button', { name: /Cancel|Keep/ }))
  await user.click(screen.getByRole('tab', { name: 'Account' }))
  await user.click(screen.getByRole('tab', { name: 'Billing' }))
  expect(form.getByLabelText('Description, line 1')).toHaveValue('Beans')
})

it('adds only corrections for a customer who is anonymised', async () => {
  renderApp('/customers/anonymous/billing', { as: 'finance' })
  const pen = await screen.findByRole('button', { name: 'Edit billing information' })
  await waitFor(() => expect(pen).toHaveAttribute('aria-disabled', 'true'))
  const add = await screen.findByRole('button', { name: 'Add invoice' })
  await waitFor(() => expect(add).toHaveAttribute('aria-disabled', 'false'))
  add.click()
  const form = within(await screen.findByRole('form', { name: 'New invoice' }))
  const types = within(form.getByLabelText('Type')).getAllByRole('option')
  expect(types.map(({ textContent }) => textContent)).toEqual(['Correction'])
})
