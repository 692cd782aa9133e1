import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { problem } from '#mocks/answers.ts'
import { mock } from '#mocks/mock.ts'
import { seedNow } from '#mocks/seed/clock.ts'
import { renderApp } from '#tests/render-app.tsx'

const sectionTabs = async () => within(await screen.findByRole('tablist', { name: 'Customer sections' }))
const headerOf = async (name: string) =>
  within((await screen.findByRole('heading', { level: 1, name })).closest('header') as HTMLElement)

describe('the header', () => {
  it('names the customer, with number, tier, status and ways to reach', async () => {
    renderApp('/customers/vip/account')
    const header = await headerOf('Vera Vipond')
    expect(header.getByText('C-100115')).toBeVisible()
    expect(header.getByText('VIP')).toBeVisible()
    expect(header.getByText('Active')).toBeVisible()
    expect(header.getByRole('link', { name: 'vera@post.example' })).toHaveAttribute('href', 'mailto:vera@post.example')
    expect(await header.findByRole('link', { name: /5550 0110/ })).toHaveAttribute('href', 'tel:+61255500110')
  })

  it.each([
    ['blocked', 'Boris Blocked', 'Blocked'],
    ['no-access', 'Abel Accessblock', 'Access blocked'],
    ['locked', 'Louis Lockwood', 'Locked, ends in 45 minutes'],
    ['approval', 'Arthur Approval', 'Requires approval'],
    ['inactive', 'Ingrid Inactive', 'Inactive'],
    ['anonymous', 'Anonymised C-100111', 'Anonymised'],
  ])('says of %s what holds', async (id, name, mark) => {
    renderApp(`/customers/${id}/account`)
    expect(await (await headerOf(name)).findByText(mark)).toBeVisible()
  })

  it('gives its tab the name, also when the titles cannot be read', async () => {
    mock('listCustomers', () => problem('internal'))
    renderApp('/customers/vip/account')
    await headerOf('Vera Vipond')
    expect(await screen.findByRole('tab', { name: 'Vera Vipond' })).toBeVisible()
  })

  it('drops the lock when its time is over', async () => {
    vi.setSystemTime(seedNow + 45 * 60_000 - 400)
    renderApp('/customers/locked/account')
    const header = await headerOf('Louis Lockwood')
    expect(await header.findByText(/^Locked/)).toBeVisible()
    vi.setSystemTime(seedNow + 45 * 60_000 + 1)
    await waitFor(() => expect(header.queryByText(/^Locked/)).not.toBeInTheDocument())
  })

  it('says nothing of a lock that is over', async () => {
    renderApp('/customers/lock-over/account')
    const header = await headerOf('Omar Overlock')
    await screen.findByRole('heading', { name: 'Person' })
    expect(header.queryByText(/^Locked/)).not.toBeInTheDocument()
  })
})

describe('the sections', () => {
  it('stand in their order as links, with the focus moved by arrows', async () => {
    const { user, router } = renderApp('/customers/ada/account')
    const tabs = (await sectionTabs()).getAllByRole('tab')
    const names = tabs.map((tab) => tab.textContent)
    expect(names.slice(0, 8)).toEqual([
      'Account',
      'Custom Attributes',
      'Addresses',
      'Organizations',
      'Most Used Stores',
      'Orders',
      'Active Carts',
      'Saved Payments',
    ])
    const beside = ['Overview', 'Activity', 'Notes', 'Cases', 'Contacts', 'Products', 'Billing']
    expect(names.slice(8)).toEqual(beside.filter((name) => names.includes(name)))
    expect(tabs[5]?.getAttribute('href')).toMatch(/^\/customers\/ada\/orders/)
    tabs[0]?.focus()
    await user.keyboard('{ArrowRight}{ArrowRight}')
    expect(tabs[2]).toHaveFocus()
    expect(router.state.location.pathname).toBe('/customers/ada/account')
    await user.keyboard(' ')
    await waitFor(() => expect(router.state.location.pathname).toBe('/customers/ada/addresses'))
    await user.keyboard('{End}{ArrowRight}')
    expect(tabs[0]).toHaveFocus()
  })

  it('keep the count beside the name, as a description', async () => {
    renderApp('/customers/ada/addresses')
    const addresses = (await sectionTabs()).getByRole('tab', { name: 'Addresses' })
    await waitFor(() => expect(addresses).toHaveAccessibleDescription('1'))
    expect(addresses).toHaveAccessibleName('Addresses')
  })

  it('fail and come back one by one', async () => {
    mock('listAddresses', () => problem('malformed-request'), { once: true })
    const { user } = renderApp('/customers/ada/addresses')
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('Addresses could not be loaded')
    expect(alert).toHaveTextContent('Request id')
    expect(await headerOf('Ada Park')).toBeTruthy()
    await user.click(within(alert).getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText('10005', { exact: false })).toBeVisible()
  })

  it('keep what was read when reading it again fails, and say so', async () => {
    const { user, queryClient } = renderApp('/customers/ada/account')
    await screen.findByRole('heading', { name: 'Person' })
    mock('getCustomer', () => problem('malformed-request'), { once: true })
    await queryClient.invalidateQueries({ queryKey: ['customers', 'detail'] })
    expect(await screen.findByText('Not up to date')).toBeVisible()
    expect(screen.getByRole('heading', { name: 'Person' })).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Refresh Account' }))
    await waitFor(() => expect(screen.queryByText('Not up to date')).not.toBeInTheDocument())
  })
})

describe('a customer that is not there', () => {
  it('says so and closes', async () => {
    const { user, router } = renderApp('/customers/nobody/account')
    expect(await screen.findByText('This customer is not here')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Close record' }))
    await waitFor(() => expect(router.state.location.pathname).toBe('/customers'))
  })

  it('leaves what was read when it went meanwhile', async () => {
    const { queryClient } = renderApp('/customers/ada/account')
    await screen.findByRole('heading', { name: 'Person' })
    mock('getCustomer', () => problem('not-found'))
    await queryClient.invalidateQueries({ queryKey: ['customers', 'detail'] })
    expect(await screen.findByText(/What you see is the last/)).toBeVisible()
    expect(screen.getByRole('heading', { name: 'Person' })).toBeVisible()
  })
})
