import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { mockBackend } from '#mocks/node.ts'
import { aChange, fakeLive } from '#tests/fake-live.ts'
import { renderApp } from '#tests/render-app.tsx'

/** The app at an address, at rest and connected. */
async function atRest(at: string) {
  const live = fakeLive()
  const app = renderApp(at, { live })
  await live.say(() => undefined)
  const isIdle = async () => waitFor(() => expect(app.queryClient.isFetching()).toBe(0))
  await isIdle()
  /** Endpoints asked since the last time, but for presence, once nothing is on its way any more. */
  let seen = 0
  const asked = async () => {
    // Longer than changes are gathered.
    await act(async () => new Promise((resolve) => setTimeout(resolve, 350)))
    await isIdle()
    const names = app.sentNames().slice(seen)
    seen += names.length
    return names.filter((name) => !name.endsWith('Presence')).toSorted()
  }
  await asked()
  return { ...app, fake: live, asked }
}

const etagOf = async (id: string) => `"${(await mockBackend().store.get('customers', id))?.version ?? 0}"`

async function rename(id: string, lastName: string) {
  await mockBackend().callAs('service', 'patchCustomer', { path: { id }, body: { lastName } })
  return aChange('customer.updated', id, { etag: await etagOf(id) })
}

describe('what a colleague changes', () => {
  it('shows at once in header, section and tab, with one request for each', async () => {
    const { fake, asked } = await atRest('/customers/ada/account?open=ada.account_bo.account')
    await fake.tell(await rename('ada', 'Parker'))
    expect(await screen.findByRole('heading', { level: 1, name: 'Ada Parker' })).toBeVisible()
    expect(await screen.findByRole('tab', { name: 'Ada Parker' })).toBeVisible()
    expect(within(screen.getByRole('tabpanel', { name: 'Account' })).getByText('Parker')).toBeVisible()
    expect(await asked()).toEqual(['getCustomer', 'listCustomers'])
  })

  it('costs nothing in a record that is hidden, apart from its name on the tab; it is read when it is shown', async () => {
    const { fake, asked, user } = await atRest('/customers/ada/account?open=ada.account_bo.account')
    await user.click(screen.getByRole('tab', { name: 'Bo' }))
    await screen.findByRole('tabpanel', { name: 'Account' })
    // All of it is read before it is hidden again.
    await asked()
    await user.click(screen.getByRole('tab', { name: 'Ada Park' }))
    await asked()
    await fake.tell(
      await rename('bo', 'Changed'),
      aChange('address.updated', 'someaddress', { customerId: 'bo', etag: '"9"' }),
      aChange('attributes.updated', 'bo', { customerId: 'bo', etag: '"9"' }),
      aChange('savedPayment.created', 'somepayment', { customerId: 'bo', etag: '"1"' }),
    )
    expect(await asked()).toEqual(['listCustomers'])
    await user.click(await screen.findByRole('tab', { name: 'Bo Changed' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Bo Changed' })).toBeVisible()
    expect(await asked()).toEqual(['getCustomer'])
  })

  it('is read once for a hundred changes', async () => {
    const { fake, asked } = await atRest('/customers/ada/account')
    const many = Array.from({ length: 100 }, (_, count) =>
      aChange('customer.updated', count % 2 ? 'ada' : `c${count}`, { etag: `"${count}"` }),
    )
    await fake.tell(...many)
    expect(await asked()).toEqual(['getCustomer', 'listCustomers'])
  })

  it('comes into the list, its rows and its total', async () => {
    const { fake, asked } = await atRest('/customers')
    const count = () => screen.getByText(/^\d+ customers$/).textContent
    const before = Number.parseInt(count(), 10)
    await fake.tell(await rename('ada', 'Aabye'))
    expect(await screen.findByRole('link', { name: 'Ada Aabye' })).toBeVisible()
    expect(await asked()).toEqual(['listCustomers'])

    const { id } = await mockBackend().callAs('service', 'createCustomer', {
      body: { firstName: 'Aaron', lastName: 'Aaberg', accountType: 'guest', email: null },
    })
    await fake.tell(aChange('customer.created', id, { etag: await etagOf(id) }))
    expect(await screen.findByRole('link', { name: 'Aaron Aaberg' })).toBeVisible()
    await waitFor(() => expect(count()).toBe(`${before + 1} customers`))
  })

  it('keeps what is being typed and where, while the other fields follow', async () => {
    const { fake, user } = await atRest('/customers/ada/account')
    await user.click(await screen.findByRole('button', { name: 'Edit' }))
    const form = await screen.findByRole('form', { name: 'Edit account' })
    const first = within(form).getByLabelText('First name')
    await user.clear(first)
    await user.paste('Adele')
    await fake.tell(await rename('ada', 'Parker'))
    await waitFor(() => expect(within(form).getByLabelText('Last name')).toHaveValue('Parker'))
    expect(first).toHaveValue('Adele')
    expect(first).toHaveFocus()
  })

  it('follows in the other sections too', async () => {
    const { fake, asked } = await atRest('/customers/ada/addresses')
    const [address] = (await mockBackend().callAs('service', 'listAddresses', { path: { id: 'ada' } })).items
    const changed = await mockBackend().callAs('service', 'patchAddress', {
      path: { id: 'ada', addressId: address?.id ?? '' },
      body: { city: 'Lévis' },
    })
    await fake.tell(aChange('address.updated', changed.id, { customerId: 'ada', etag: changed.etag }))
    expect(await screen.findByText(/Lévis/)).toBeVisible()
    expect(await asked()).toEqual(['listAddresses', 'listCustomers'])
  })

  it('follows in the definitions of attributes', async () => {
    const { fake, asked } = await atRest('/customers/ada/attributes')
    const { items } = await mockBackend().callAs('admin', 'listAttributeDefinitions', {})
    const {
      etag: ifMatch,
      name,
      updatedAt: _at,
      updatedBy: _by,
      ...definition
    } = items.find((item) => item.retiredAt === null) ?? { etag: '', name: '' }
    const body = { ...definition, label: { en: 'Quite another label' } }
    await mockBackend().callAs('admin', 'putAttributeDefinition', { path: { name }, body, ifMatch } as never)
    await fake.tell(aChange('attributeDefinition.updated', name, { etag: '"99"' }))
    expect(await screen.findByText('Quite another label')).toBeVisible()
    expect(await asked()).toEqual(['getCustomerAttributes', 'listAttributeDefinitions'])
  })

  it('may be anything: all that is shown is read again', async () => {
    const { fake } = await atRest('/customers/ada/account')
    await rename('ada', 'Parker')
    await fake.say((to) => to.onReset())
    expect(await screen.findByRole('heading', { level: 1, name: 'Ada Parker' })).toBeVisible()
  })
})

describe('what one changes oneself', () => {
  it('on another machine comes into the form; a draft of this window is not read again', async () => {
    const { fake, user, sentTo, workspace } = await atRest('/customers/ada/account?open=ada.account_bo.account')
    const place = { recordId: 'bo', section: 'account', itemId: '-' }
    const body = { baseEtag: await etagOf('bo'), values: { firstName: 'Bob' }, baseValues: { firstName: 'Bo' } }
    const { etag } = await mockBackend().callAs('admin', 'putDraft', { path: place, body })
    await fake.tell(aChange('draft.created', 'bo.account.-', { customerId: 'bo', etag }))
    await waitFor(() => expect(workspace.store.getState().unsaved).toEqual({ bo: ['account'] }))

    await user.click(await screen.findByRole('button', { name: 'Edit' }))
    const form = await screen.findByRole('form', { name: 'Edit account' })
    await user.clear(within(form).getByLabelText('First name'))
    await user.paste('Adele')
    await within(form).findByText(/^Saved as draft, /)
    const before = sentTo('listDrafts').length
    const stored = (await mockBackend().callAs('admin', 'listDrafts', {})).items.find(
      ({ recordId }) => recordId === 'ada',
    )
    await fake.tell(aChange('draft.created', 'ada.account.-', { customerId: 'ada', etag: stored?.etag ?? null }))
    expect(sentTo('listDrafts')).toHaveLength(before)
  })

  it('is not read again: the answer was there before the word of it', async () => {
    const { fake, user, asked } = await atRest('/customers/ada/account')
    await user.click(await screen.findByRole('button', { name: 'Edit' }))
    const form = await screen.findByRole('form', { name: 'Edit account' })
    await user.clear(within(form).getByLabelText('Last name'))
    await user.paste('Parker')
    await user.click(within(form).getByRole('button', { name: 'Save' }))
    await screen.findByRole('heading', { level: 1, name: 'Ada Parker' })
    await asked()
    const { actor } = await ownActor()
    await fake.tell(aChange('customer.updated', 'ada', { etag: await etagOf('ada'), actor }))
    expect(await asked()).toEqual([])
  })
})

const ownActor = async () => {
  const { updatedBy } = (await mockBackend().store.get('customers', 'ada')) ?? { updatedBy: null }
  return { actor: { type: 'staff', id: updatedBy?.id ?? null } as const }
}

describe('the word on how the window hears of changes', () => {
  it('is silence while all is well; else it says so and offers to connect', async () => {
    const { fake, user } = await atRest('/customers/ada/account')
    await fake.say((to) => to.onMode('streaming'))
    const bar = screen.getByRole('contentinfo')
    expect(bar).toBeEmptyDOMElement()
    await fake.say((to) => to.onMode('polling'))
    expect(within(bar).getByRole('status')).toHaveTextContent('Live updates off – checking every 30 s')
    await user.click(within(bar).getByRole('button', { name: 'Reconnect' }))
    expect(fake.reconnects()).toBe(1)
    await fake.say((to) => to.onMode('streaming'))
    expect(bar).toBeEmptyDOMElement()
  })

  it('of the end of the session asks for the sign-in', async () => {
    const { fake } = await atRest('/customers/ada/account')
    await fake.say((to) => to.onSignedOut())
    expect(await screen.findByRole('dialog', { name: 'Sign in again' })).toBeVisible()
  })
})
