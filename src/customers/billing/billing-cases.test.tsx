import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { mockBackend } from '#mocks/node.ts'
import { aSavedPayment, insertRows } from '#tests/builders.ts'
import { renderCase } from '#tests/render-app.tsx'
import { readTable } from '#tests/table-reader.ts'

const openForm = async (user: ReturnType<typeof renderCase>['user']) => {
  await user.click(await screen.findByRole('button', { name: 'Edit billing information' }))
  return within(await screen.findByRole('form', { name: 'Billing information' }))
}

it('invoices-of-every-kind: only approved ones are owed, marks and credits are said in words', async () => {
  const { user } = renderCase('invoices-of-every-kind')
  const { cell, names, row } = await readTable('Invoices')
  const number = (place: number) => `I-100115-${place}`
  expect(names()[0]).toBe(number(1))
  // Pending, rendering and rejected ones are not approved: nothing is payable of them yet, or ever.
  expect(cell(number(1), 'State')).toBe('Pending')
  expect(cell(number(1), 'Outstanding')).toBe('USD 120.00')
  expect(cell(number(1), 'Payable')).toBe('–Nothing is payable before it is approved.')
  expect(cell(number(2), 'State')).toBe('Rendering')
  expect(cell(number(7), 'Payable')).toBe('–Nothing is payable: it was rejected.')
  // In a plan and disputed at once.
  expect(cell(number(3), 'Marks')).toBe('Pin a payment plan, Ddisputed')
  expect(cell(number(3), 'Payable')).toBe('USD 200.00')
  // Overdue in words; not where the day has not passed.
  expect(cell(number(4), 'Due')).toMatch(/Overdue$/)
  expect(within(row(number(4))).getByTitle('The day it was due is over in UTC')).toBeVisible()
  expect(cell(number(3), 'Due')).not.toMatch(/Overdue/)
  // All of it in a plan: overdue, with nothing payable.
  expect(cell(number(5), 'Payable')).toBe('USD 0.00')
  // A credit.
  expect(cell(number(6), 'Payable')).toBe('-USD 25.00Credit')
  // No decimals, and three.
  expect(cell(number(8), 'Total')).toBe('JPY 48,000')
  expect(cell(number(9), 'Outstanding')).toBe('KWD 0.345')

  await user.click(within(row(number(6))).getByRole('button', { name: number(6) }))
  const panel = within(await screen.findByRole('complementary', { name: `Correction ${number(6)}` }))
  expect(panel.getByText('Below zero: the customer has this to their credit')).toBeVisible()
  await user.click(within(row(number(1))).getByRole('button', { name: number(1) }))
  const pending = within(await screen.findByRole('complementary', { name: `Invoice ${number(1)}` }))
  expect(pending.getByText('Nothing is payable before it is approved.')).toBeVisible()
  expect(pending.queryByText('Payable')).not.toBeInTheDocument()
})

it('automated-payment-of-a-vip: warns of what is charged and what is not before it is saved', async () => {
  await insertRows(mockBackend().store, { savedPayments: [aSavedPayment({ id: 'vip-card', customerId: 'vip' })] })
  const { user } = renderCase('automated-payment-of-a-vip', { as: 'finance' })
  expect(await screen.findByText('VIP: this customer is not charged for subscriptions.')).toBeVisible()
  const form = await openForm(user)
  expect(form.queryByText(/^VIP/)).not.toBeInTheDocument()
  await user.click(form.getByLabelText('Take payments automatically'))
  expect(form.getByText(/^VIP: .* Everything else that is invoiced is charged\./)).toBeVisible()
  expect(form.getByText(/^What is overdue now, USD.99\.00, is charged on Dec 1, 2026/u)).toBeVisible()
  await user.clear(form.getByLabelText('Not before'))
  expect(form.getByText(/^Saving this charges what is overdue at once: USD.99\.00\./u)).toBeVisible()
})

it('overdue-in-several-currencies: never adds them up, and names a method that cannot pay', async () => {
  const { user } = renderCase('overdue-in-several-currencies', { as: 'finance' })
  const overdue = await screen.findByText('Overdue and payable')
  await waitFor(() =>
    expect(overdue.nextElementSibling?.textContent.replaceAll('\u00A0', ' ')).toBe(
      'JPY 1,200, KWD 2.345, and USD 70.50',
    ),
  )
  expect(await screen.findByText('Visa •••• 0101 (Expired)')).toBeVisible()
  const form = await openForm(user)
  const automatic = form.getByLabelText('Take payments automatically')
  expect(automatic).toBeChecked()
  await user.click(automatic)
  expect(form.getByText(/^Nothing is charged automatically any more/)).toBeVisible()
})

it('no-billing-information: says so, and what is entered first is saved', async () => {
  const { user } = renderCase('no-billing-information', { as: 'finance' })
  expect(await screen.findByText('No terms have been set for this customer yet.')).toBeVisible()
  const form = await openForm(user)
  await user.type(form.getByLabelText('Cost centre'), 'NY-1')
  await user.click(form.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('NY-1')).toBeVisible()
})
