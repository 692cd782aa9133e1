import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { problem } from '#mocks/answers.ts'
import { mock } from '#mocks/mock.ts'
import { mockBackend } from '#mocks/node.ts'
import { renderApp } from '#tests/render-app.tsx'

async function panelOf(name: string, customer = 'vip') {
  const app = renderApp(`/customers/${customer}/products`)
  await app.user.click(await screen.findByRole('button', { name }))
  const panel = await screen.findByRole('complementary', { name })
  const field = (label: string) => within(panel).getByText(label, { selector: 'dt' }).nextElementSibling?.textContent
  return { ...app, panel, field }
}

const entriesIn = (panel: HTMLElement) =>
  within(within(panel).getByRole('list', { name: /^History/ }))
    .getAllByRole('listitem')
    .map((item) => item.textContent.replaceAll('\u00A0', ' '))

it('tells fees, the product and the name that the customer knows', async () => {
  const { panel, field } = await panelOf('Winter Box')
  expect(field('Set-up fee')?.replaceAll('\u00A0', ' ')).toBe('USD 5.00')
  expect(field('Access fee')?.replaceAll('\u00A0', ' ')).toBe('USD 0.00')
  expect(field('Status')).toBe('Scheduled')
  expect(field('Ends')).toBe('No end')
  expect(field('Product')).toBe('Winter Box')
  expect(field('Name the customer knows')).toBe('–not set')
  expect(within(panel).queryByRole('heading', { name: 'Cancellation' })).not.toBeInTheDocument()
  expect(await within(panel).findByText('Nothing was charged, credited, paid or refunded yet.')).toBeVisible()
})

it('tells a cancellation with its reason and fee', async () => {
  const { panel, field } = await panelOf('Grinder Care')
  expect(within(panel).getByRole('heading', { name: 'Cancellation' })).toBeVisible()
  expect(field('Reason')).toBe('Too expensive')
  expect(field('Cancellation fee')?.replaceAll('\u00A0', ' ')).toBe('USD 10.00')
})

it('lists charges, credits, payments and refunds with sign and words, and filters by kind', async () => {
  const { panel, user } = await panelOf('Coffee Club')
  await waitFor(() => expect(entriesIn(panel)).toHaveLength(6))
  expect(entriesIn(panel)[0]).toMatch(/^Repeating charge\+USD 19\.00.*charged to the customer$/)
  expect(entriesIn(panel)[1]).toMatch(/^Refund-USD 19\.00.*in the customer's favour$/)
  await user.click(within(panel).getByRole('button', { name: 'Kind' }))
  await user.click(await screen.findByRole('checkbox', { name: 'Refund' }))
  await user.click(screen.getByRole('button', { name: 'Done' }))
  await waitFor(() => expect(entriesIn(panel)).toHaveLength(1))
})

it('leads from a charge to the invoice that it stands on', async () => {
  const { panel, user } = await panelOf('Coffee Club')
  const links = await within(panel).findAllByRole('link', { name: 'Invoice' })
  expect(links).toHaveLength(1)
  await user.click(within(panel).getByRole('link', { name: 'Invoice' }))
  const { number } = await mockBackend().callAs('admin', 'getInvoice', { path: { invoiceId: 'vip-i3' } })
  expect(await screen.findByRole('complementary', { name: `Invoice ${number}` })).toBeVisible()
})

it('is closed with Escape and gives the focus back to the name', async () => {
  const { user, panel } = await panelOf('Tea Pass')
  expect(within(panel).getByRole('button', { name: 'Close Tea Pass' })).toHaveFocus()
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('complementary', { name: 'Tea Pass' })).not.toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Tea Pass' })).toHaveFocus()
})

it('is opened by an address, and not for what another customer has', async () => {
  renderApp('/customers/vip/products?product=vip-v5')
  expect(await screen.findByRole('complementary', { name: 'Grinder Care' })).toBeVisible()
  renderApp('/customers/wolf/products?product=vip-v5')
  expect(await screen.findByRole('heading', { name: 'This product is no longer there.' })).toBeVisible()
})

it('is there again with its record', async () => {
  const { router } = await panelOf('Tea Pass')
  await router.navigate({ to: '/customers' })
  await router.navigate({ to: '/customers/$customerId/$section', params: { customerId: 'vip', section: 'products' } })
  expect(await screen.findByRole('complementary', { name: 'Tea Pass' })).toBeVisible()
})

it('says that the history failed, and tries again', async () => {
  mock('listSubscriptionHistory', () => problem('not-acceptable'), { once: true })
  const { panel, user } = await panelOf('Coffee Club')
  const alert = await within(panel).findByRole('alert')
  expect(alert).toHaveTextContent('The history could not be loaded')
  await user.click(within(alert).getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(entriesIn(panel)).toHaveLength(6))
})

it('says that the product went away meanwhile', async () => {
  mock('getSubscription', () => problem('not-found'))
  const { user } = renderApp('/customers/vip/products')
  await user.click(await screen.findByRole('button', { name: 'Tea Pass' }))
  expect(await screen.findByRole('heading', { name: 'This product is no longer there.' })).toBeVisible()
})
