import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { problem } from '#mocks/answers.ts'
import { mock } from '#mocks/mock.ts'
import { renderApp } from '#tests/render-app.tsx'
import { readTable } from '#tests/table-reader.ts'

it('shows the last 12 or 24 months as a picture and as a table', async () => {
  const { user } = renderApp('/customers/heavy/orders')
  const values = await readTable('Order value by month')
  expect(values.names()).toHaveLength(12)
  expect(values.names().at(-1)).toBe('November 2026')
  expect(values.cell('October 2026', 'Value')).toMatch(/^USD [\d,.]+$/)
  expect(screen.queryByRole('combobox', { name: 'Currency' })).not.toBeInTheDocument()
  await user.selectOptions(screen.getByRole('combobox', { name: 'Period' }), 'Last 24 months')
  expect(values.names()).toHaveLength(24)
})

it('is hidden on request, and that is kept with the record', async () => {
  const { user, router } = renderApp('/customers/heavy/orders')
  await readTable('Order value by month')
  const toggle = screen.getByRole('button', { name: 'Order value' })
  expect(toggle).toHaveAttribute('aria-expanded', 'true')
  await user.click(toggle)
  expect(screen.queryByRole('table', { name: 'Order value by month' })).not.toBeInTheDocument()
  await user.click(
    within(screen.getByRole('tablist', { name: 'Customer sections' })).getByRole('tab', { name: 'Account' }),
  )
  await waitFor(() => expect(router.state.location.pathname).toBe('/customers/heavy/account'))
  await user.click(
    within(screen.getByRole('tablist', { name: 'Customer sections' })).getByRole('tab', { name: 'Orders' }),
  )
  expect(await screen.findByRole('button', { name: 'Order value' })).toHaveAttribute('aria-expanded', 'false')
})

it('fails alone, and can be tried again', async () => {
  mock('listOrderValues', () => problem('not-acceptable'), { once: true })
  const { user } = renderApp('/customers/one-order/orders')
  const alert = await screen.findByText(/The order value could not be loaded/)
  expect(await screen.findByRole('link', { name: 'W-20261000' })).toBeVisible()
  await user.click(within(alert).getByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('table', { name: 'Order value by month' })).toBeInTheDocument()
})

it('says that there is nothing to show', async () => {
  mock('listOrderValues', () => ({ items: [] }))
  renderApp('/customers/one-order/orders')
  expect(await screen.findByText('Nothing was ordered in these months.')).toBeVisible()
})
