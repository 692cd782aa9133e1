import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { networkError } from '#mocks/answers.ts'
import { mock } from '#mocks/mock.ts'
import { renderApp } from '#tests/render-app.tsx'

const formNamed = async () => screen.findByRole('form', { name: 'New customer' })

async function adding(at = '/customers/new-k3x9q2ab/account', options?: Parameters<typeof renderApp>[1]) {
  const app = renderApp(at, options)
  const form = await formNamed()
  const field = (name: string) => within(form).getByLabelText(name)
  const type = async (name: string, text: string) => {
    await app.user.clear(field(name))
    await app.user.paste(text)
  }
  const save = async () => app.user.click(within(form).getByRole('button', { name: 'Save' }))
  return { ...app, form, field, type, save }
}

describe('a new customer', () => {
  it('is opened from the list as a record like any other', async () => {
    const { user, router, sentNames } = renderApp()
    await user.click(await screen.findByRole('button', { name: 'Add customer' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'New customer' })).toBeVisible()
    expect(router.state.location.pathname).toMatch(/^\/customers\/new-[0-9a-z]{8}\/account$/)
    expect(router.state.location.href).toMatch(/open=new-[0-9a-z]{8}\.account$/)
    expect(screen.getByRole('tab', { name: 'New customer' })).toHaveAttribute('aria-selected', 'true')
    expect(sentNames()).not.toContain('getCustomer')

    const others = within(screen.getByRole('tablist', { name: 'Customer sections' }))
      .getAllByRole('tab')
      .slice(1)
    for (const tab of others) {
      expect(tab).toHaveAttribute('aria-disabled', 'true')
      expect(tab).toHaveAccessibleDescription('After the customer is saved')
    }
  })

  it('is opened by the key c on the list, and not by g c', async () => {
    const { user, workspace } = renderApp()
    await screen.findByRole('button', { name: 'Add customer' })
    await screen.findAllByRole('row')
    const records = () => workspace.store.getState().records
    await waitFor(async () => {
      await user.keyboard('c')
      expect(records()).toHaveLength(1)
    })
    await user.click(screen.getByRole('link', { name: 'Customers' }))
    await screen.findByRole('button', { name: 'Add customer' })
    await user.keyboard('gc')
    expect(records()).toHaveLength(1)
  })

  it('is saved once with what was typed, and the customer takes its place in strip, address and history', async () => {
    const { user, field, type, save, router, workspace, sentTo, sentNames } = await adding(
      '/customers/new-k3x9q2ab/account?open=bo.account_new-k3x9q2ab.account_vip.account',
    )
    await type('First name', 'Grace')
    await type('Last name', 'Hopper-Lang')
    await type('Email', 'grace.lang@mail.example')
    await user.selectOptions(field('Status'), 'Requires approval')
    expect(await screen.findByRole('tab', { name: 'Grace Hopper-Lang' })).toBeVisible()
    expect(workspace.store.getState().unsaved).toEqual({ 'new-k3x9q2ab': ['account'] })
    await save()

    expect(await screen.findByRole('button', { name: 'Edit' })).toBeVisible()
    const [, id = ''] = /^\/customers\/([^/]+)\/account$/.exec(router.state.location.pathname) ?? []
    expect(id).not.toMatch(/^new-/)
    expect(workspace.store.getState().records.map((record) => record.id)).toEqual(['bo', id, 'vip'])
    expect(router.state.location.href).not.toContain('new-')
    expect(workspace.store.getState().unsaved).toEqual({})
    expect(screen.getByRole('status', { name: 'Notices' }).textContent).toMatch(/Grace Hopper-LangC-\d+Customer added/)
    expect(screen.getByRole('tab', { name: 'Grace Hopper-Lang' })).toHaveAccessibleDescription(/Requires approval/)
    const [sent, ...more] = sentTo('createCustomer')
    expect(more).toEqual([])
    expect(sent?.body).toEqual({
      firstName: 'Grace',
      lastName: 'Hopper-Lang',
      email: 'grace.lang@mail.example',
      status: 'requiresApproval',
    })
    expect(sent?.headers.get('idempotency-key')).toMatch(/^[0-9a-f-]{36}$/)
    expect(sentNames().some((name) => name === 'getCustomer')).toBe(false)
  })

  it('needs what its account type needs', async () => {
    const { user, field, type, save, sentTo } = await adding()
    await save()
    await waitFor(() => expect(field('First name')).toBeInvalid())
    for (const name of ['First name', 'Last name', 'Email']) expect(field(name)).toBeInvalid()
    await user.selectOptions(field('Account type'), 'Guest')
    await save()
    await waitFor(() => expect(field('First name')).toBeValid())
    expect(field('Last name')).toHaveAccessibleDescription(/Give at least a name, a company, an email or a phone/)
    expect(sentTo('createCustomer')).toEqual([])
    await type('Company', 'Lamp & Sons')
    await save()
    expect(await screen.findByRole('button', { name: 'Edit' })).toBeVisible()
    expect(screen.getByRole('heading', { level: 1, name: 'Lamp & Sons' })).toBeVisible()
    expect(sentTo('createCustomer')[0]?.body).toEqual({
      accountType: 'guest',
      companyName: 'Lamp & Sons',
      status: 'active',
    })
  })

  it('keeps everything when the save fails, and tries again as the same intent', async () => {
    mock('createCustomer', networkError, { once: true })
    const { form, field, type, save, sentTo } = await adding()
    await type('First name', 'Iris')
    await type('Last name', 'Again')
    await type('Email', 'iris.again@mail.example')
    await save()
    expect((await within(form).findByRole('alert')).textContent).toMatch(/What you typed is still here/)
    expect(field('First name')).toHaveValue('Iris')
    await save()
    expect(await screen.findByRole('button', { name: 'Edit' })).toBeVisible()
    const keys = sentTo('createCustomer').map(({ headers }) => headers.get('idempotency-key'))
    expect(keys).toHaveLength(2)
    expect(new Set(keys).size).toBe(1)
  })

  it('shows who is there already while it is typed', async () => {
    const { user, type, workspace } = await adding()
    await type('Email', 'ADA.PARK@mail.example')
    const found = within(await screen.findByRole('region', { name: 'Possible duplicates (2)' }))
    expect(found.getAllByText('same email')).toHaveLength(2)
    await user.click(found.getByRole('button', { name: 'Open Ada Park in background' }))
    expect(workspace.store.getState().records.map(({ id }) => id)).toEqual(['new-k3x9q2ab', 'ada'])
    await type('First name', 'Käthe')
    await type('Last name', 'Muller')
    const named = within(await screen.findByRole('region', { name: 'Possible duplicates (3)' }))
    expect(named.getByText('same name')).toBeVisible()
  })

  it('keeps what was typed while others are looked at, several at once', async () => {
    const { user, type } = await adding(
      '/customers/new-k3x9q2ab/account?open=new-k3x9q2ab.account_new-00000002.account',
    )
    await type('First name', 'Una')
    await user.click(await screen.findByRole('tab', { name: 'New customer' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'New customer' })).toBeVisible()
    await user.click(screen.getByRole('tab', { name: 'Una' }))
    expect(within(await formNamed()).getByLabelText('First name')).toHaveValue('Una')
  })

  it('asks before what was typed is closed away', async () => {
    const { user, type, workspace } = await adding()
    await type('First name', 'Una')
    await user.click(await screen.findByRole('button', { name: 'Close Una' }))
    const dialog = await screen.findByRole('dialog')
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }))
    expect(workspace.isOpen('new-k3x9q2ab')).toBe(true)
    await waitFor(() => expect(dialog).not.toBeInTheDocument())
    await user.click(within(await formNamed()).getByRole('button', { name: 'Cancel' }))
    await user.click(await screen.findByRole('button', { name: 'Discard' }))
    await waitFor(() => expect(workspace.isOpen('new-k3x9q2ab')).toBe(false))
  })

  it('asks the API nothing about itself', async () => {
    const { sentNames, queryClient } = await adding()
    await queryClient.invalidateQueries()
    expect(sentNames()).not.toContain('getCustomer')
    expect(sentNames()).not.toContain('listCustomers')
  })

  it('is not offered to who may not add customers', async () => {
    const { user, workspace } = renderApp('/customers', { as: 'finance' })
    const button = await screen.findByRole('button', { name: 'Add customer' })
    await waitFor(() => expect(button).toHaveAttribute('aria-disabled', 'true'))
    await user.click(button)
    expect(workspace.store.getState().records).toEqual([])
  })

  it('says so to who came by a link and may not', async () => {
    renderApp('/customers/new-k3x9q2ab/account', { as: 'finance' })
    expect(await screen.findByText('Your role may not add customers.')).toBeVisible()
    expect(screen.queryByRole('form')).not.toBeInTheDocument()
  })
})
