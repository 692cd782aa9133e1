import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { problem } from '#mocks/answers.ts'
import { mock } from '#mocks/mock.ts'
import { mockBackend } from '#mocks/node.ts'
import { aChange, fakeLive } from '#tests/fake-live.ts'
import { overviewOf, shownOverview, unavailable, withCards } from '#tests/overview-page.ts'
import { renderApp } from '#tests/render-app.tsx'

describe('the overview', () => {
  it('asks for all cards in one request', async () => {
    const { sentTo, sentNames, section } = await overviewOf('vip')
    expect(section.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual([
      'Personal details',
      'Account summary',
      'Contacts',
      'Payment methods',
      'Billing information',
      'Alerts',
      'Open cases',
      'Recent activity',
      'Products and subscriptions',
      'Recent invoices',
      'Last payment',
      'Instalment purchases',
      'Notes',
    ])
    expect(sentTo('getOverview')).toHaveLength(1)
    const lists = sentNames().filter((name) => /^list(Notes|Cases|Contacts|Invoices|Alerts|Activities)/u.test(name))
    expect(lists).toEqual([])
  })

  it('shows a failing card as that, leaves the others, and reads that one again alone', async () => {
    mock('getOverview', async ({ passThrough }) => withCards(await passThrough(), { invoices: unavailable }), {
      once: true,
    })
    const { card, user, sentTo } = await overviewOf('vip')
    expect(card('Recent invoices').getByRole('alert')).toHaveTextContent(
      'This could not be loaded. The other cards are not affected.',
    )
    expect(card('Contacts').getByText('Valentina Ito')).toBeVisible()
    await user.click(card('Recent invoices').getByRole('button', { name: 'Try again: Recent invoices' }))
    expect(await card('Recent invoices').findByRole('list', { name: 'Recent invoices' })).toBeVisible()
    expect(sentTo('getOverview').map(({ query }) => query?.include)).toEqual([undefined, ['invoices']])
    expect(card('Contacts').getByText('Valentina Ito')).toBeVisible()
  })

  it('keeps what a card showed when its source fails later, and says so', async () => {
    const live = fakeLive()
    const { card, user } = await overviewOf('vip', { live })
    mock('getOverview', async ({ passThrough }) => withCards(await passThrough(), { contacts: unavailable }), {
      once: true,
    })
    await live.tell(aChange('contact.updated', 'any', { customerId: 'vip' }))
    expect(await card('Contacts').findByText('May be out of date')).toBeVisible()
    expect(card('Contacts').getByText('Valentina Ito')).toBeVisible()
    await user.click(card('Contacts').getByRole('button', { name: 'Try again: Contacts' }))
    await waitFor(() => expect(card('Contacts').queryByText('May be out of date')).not.toBeInTheDocument())
  })

  it('says what a role may not see, card by card', async () => {
    mock('getOverview', async ({ passThrough }) =>
      withCards(await passThrough(), { billing: { state: 'forbidden' }, invoices: { state: 'forbidden' } }),
    )
    const { card } = await overviewOf('vip', { as: 'sales' })
    for (const name of ['Billing information', 'Recent invoices']) {
      expect(card(name).getByText('Your role may not see this.')).toBeVisible()
    }
    expect(card('Payment methods').getByText(/^Your role may not see whether/u)).toBeVisible()
    expect(card('Contacts').getByText('Valentina Ito')).toBeVisible()
  })

  it('says when nothing can be loaded, and can be asked again', async () => {
    mock('getOverview', () => problem('not-found'), { once: true })
    const { user } = renderApp('/customers/vip/overview')
    const section = within(await screen.findByRole('region', { name: 'Overview' }))
    expect(await section.findByText('Overview could not be loaded')).toBeVisible()
    await user.click(section.getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(section.getByRole('list', { name: 'Contacts' })).toBeVisible())
  })

  it('is there at once when a record is shown again', async () => {
    const { user, sentTo, card } = await overviewOf('vip', { state: {} })
    await user.click(screen.getByRole('link', { name: 'Customers' }))
    await user.click(await screen.findByRole('tab', { name: 'Vera Vipond' }))
    expect(card('Contacts').getByText('Valentina Ito')).toBeVisible()
    expect(sentTo('getOverview')).toHaveLength(1)
  })

  it('follows what others do, in one request for many changes', async () => {
    const live = fakeLive()
    const { card, sentTo } = await overviewOf('vip', { live })
    const { id } = await mockBackend().callAs('service', 'createNote', {
      path: { id: 'vip' },
      body: { content: 'Said on the telephone' },
    })
    const events = ['note.created', 'case.updated', 'invoice.updated', 'subscription.updated'].map((type) =>
      aChange(type, id, { customerId: 'vip' }),
    )
    await live.tell(...events, aChange('note.created', 'other', { customerId: 'ada' }))
    expect(await card('Notes').findByText('Said on the telephone')).toBeVisible()
    expect(sentTo('getOverview')).toHaveLength(2)
  })
})

describe('what can be done from it', () => {
  it('leads to the sections where it is done, and says who may not', async () => {
    const { section, user, router } = await overviewOf('vip', { as: 'finance' })
    const aCase = section.getByRole('button', { name: 'Create case' })
    expect(aCase).toHaveAttribute('aria-disabled', 'true')
    await user.hover(aCase)
    expect(await screen.findByRole('tooltip')).toHaveTextContent('Your role may not create cases.')
    expect(section.queryByRole('link', { name: 'Edit personal details' })).not.toBeInTheDocument()
    expect(section.getByRole('link', { name: 'Edit billing information' })).toHaveAttribute(
      'href',
      expect.stringContaining('/customers/vip/billing'),
    )
    await user.click(section.getByRole('button', { name: 'Add invoice' }))
    expect(router.state.location.pathname).toBe('/customers/vip/billing')
    expect(await screen.findByRole('form', { name: 'New invoice' })).toBeVisible()
  })

  it.each([
    ['link', 'Edit personal details', 'account', 'Edit account'],
    ['link', 'Edit billing information', 'billing', 'Billing information'],
    ['link', 'Edit preferred billing address', 'addresses', 'Edit address Home'],
    ['button', 'Add note', 'notes', 'New note'],
    ['button', 'Create case', 'cases', 'New case'],
  ] as const)('opens the form: %s %s', async (role, name, place, form) => {
    const { section, user, router } = await overviewOf('ada')
    await user.click(section.getByRole(role, { name }))
    expect(router.state.location.pathname).toBe(`/customers/ada/${place}`)
    expect(await screen.findByRole('form', { name: form })).toBeVisible()
    await router.navigate({ to: '/customers/$customerId/$section', params: { customerId: 'ada', section: 'overview' } })
    await shownOverview()
  })

  it('opens an invoice beside the list, which it leaves for its row, and keeps it open while other records are shown', async () => {
    const { card, user, router } = await overviewOf('vip')
    const [link] = within(card('Recent invoices').getByRole('list')).getAllByRole('link')
    if (!link) throw new Error('No invoice')
    const name = `Invoice ${link.textContent}`
    await user.click(link)
    expect(router.state.location.pathname).toBe('/customers/vip/billing')
    expect(await screen.findByRole('complementary', { name })).toBeVisible()
    for (const customerId of ['ada', 'vip']) {
      await router.navigate({ to: '/customers/$customerId/$section', params: { customerId, section: 'billing' } })
    }
    await user.click(await screen.findByRole('button', { name: `Close ${name}` }))
    expect(screen.queryByRole('complementary', { name })).not.toBeInTheDocument()
    expect(screen.getByRole('button', { name: link.textContent })).toHaveFocus()
    expect(router.state.location.search).not.toHaveProperty('invoice')
  })

  it('leaves for other systems in a new tab', async () => {
    const { card } = await overviewOf('vip')
    const add = await card('Products and subscriptions').findByRole('link', { name: /^Add product/u })
    expect(add).toHaveAttribute('href', 'https://shop.example/checkout?customer=C-100115')
    expect(add).toHaveAttribute('target', '_blank')
    expect(add).toHaveAccessibleName(/^Add product ?\(opens in a new tab\)$/u)
    expect(await card('Payment methods').findByRole('link', { name: /^Manage payments/u })).toHaveAttribute(
      'href',
      'https://pay.example/customers/C-100115',
    )
  })
})

it('opens where the person chose, unless an address says otherwise', async () => {
  const { user, router, unmount } = renderApp('/customers')
  await user.click(await screen.findByRole('button', { name: /preferences and sign-out/u }))
  await user.click(await screen.findByRole('menuitemradio', { name: 'Overview' }))
  await user.keyboard('{Escape}')
  await user.type(screen.getByRole('searchbox', { name: 'Search customers' }), 'vipond')
  await user.click(await screen.findByRole('link', { name: /Vera Vipond/u }))
  await shownOverview()
  expect(router.state.location.pathname).toBe('/customers/vip/overview')
  await waitFor(async () =>
    expect((await mockBackend().callAs('admin', 'getMe', {})).preferences.startSection).toBe('overview'),
  )
  unmount()

  const again = renderApp('/customers/vip/account')
  expect(await screen.findByRole('tabpanel', { name: 'Account' })).toBeVisible()
  again.unmount()
  const unnamed = renderApp('/customers/vip')
  await shownOverview()
  expect(unnamed.router.state.location.pathname).toBe('/customers/vip/overview')
})
