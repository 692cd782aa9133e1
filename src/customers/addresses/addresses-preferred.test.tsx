import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { networkError, problem } from '#mocks/answers.ts'
import { mock } from '#mocks/mock.ts'
import { mockBackend } from '#mocks/node.ts'
import { renderApp } from '#tests/render-app.tsx'

async function bookOf(id: string, options?: Parameters<typeof renderApp>[1]) {
  const app = renderApp(`/customers/${id}/addresses`, options)
  const section = await screen.findByRole('region', { name: 'Addresses' })
  await within(section).findAllByRole('heading', { level: 3 })
  const radio = (name: string) => within(section).getByRole('radio', { name })
  const notice = () => screen.getByRole('status', { name: 'Notices' })
  const undo = async () => app.user.click(await within(notice()).findByRole('button', { name: 'Undo' }))
  return { ...app, section, radio, notice, undo }
}

const preferredOf = async (id: string) => {
  const { items } = await mockBackend().callAs('admin', 'listAddresses', { path: { id } })
  const named = (isMeant: (address: (typeof items)[number]) => boolean) => items.filter(isMeant).map(({ name }) => name)
  return {
    billing: named(({ isPreferredBilling }) => isPreferredBilling),
    shipping: named(({ isPreferredShipping }) => isPreferredShipping),
  }
}

describe('preferring an address', () => {
  it('shows at once, stays in its place, is said with the customer, and can be undone', async () => {
    const { user, section, radio, notice, undo } = await bookOf('two-homes')
    const titles = () =>
      within(section)
        .getAllByRole('heading', { level: 3 })
        .map(({ textContent }) => textContent)
    const before = titles()
    await user.click(radio('Preferred billing: Parcels'))
    expect(radio('Preferred billing: Parcels')).toBeChecked()
    expect(radio('Preferred billing: Bills')).not.toBeChecked()
    expect(titles()).toEqual(before)
    await waitFor(() => expect(notice()).toHaveTextContent('Preferred for billing: Parcels'))
    expect(notice()).toHaveTextContent('Tess TwohomesC-100203')
    expect(await preferredOf('two-homes')).toEqual({ billing: ['Parcels'], shipping: ['Parcels'] })
    await undo()
    await waitFor(() => expect(notice()).toHaveTextContent('Preferred for billing: Bills'))
    expect(await preferredOf('two-homes')).toEqual({ billing: ['Bills'], shipping: ['Parcels'] })
  })

  it('can be none, by keyboard too', async () => {
    const { user, radio, notice, undo } = await bookOf('two-homes')
    radio('No preferred shipping address').focus()
    await user.keyboard(' ')
    await waitFor(() => expect(notice()).toHaveTextContent('No address is preferred for shipping'))
    expect(radio('Preferred shipping: Parcels')).not.toBeChecked()
    expect(await preferredOf('two-homes')).toEqual({ billing: ['Bills'], shipping: [] })
    await undo()
    await waitFor(() => expect(radio('Preferred shipping: Parcels')).toBeChecked())
    await waitFor(async () => expect((await preferredOf('two-homes')).shipping).toEqual(['Parcels']))
  })

  it('goes back when it is refused, and says why', async () => {
    mock('patchAddress', networkError)
    const { user, radio, notice } = await bookOf('two-homes')
    await user.click(radio('Preferred billing: Parcels'))
    await waitFor(() => expect(notice()).toHaveTextContent('server cannot be reached'))
    expect(radio('Preferred billing: Bills')).toBeChecked()
    expect(radio('Preferred billing: Parcels')).not.toBeChecked()
    expect(await preferredOf('two-homes')).toEqual({ billing: ['Bills'], shipping: ['Parcels'] })
  })

  it('ends where the last of quick choices was', async () => {
    const { user, radio } = await bookOf('two-homes')
    await user.click(radio('Preferred billing: Parcels'))
    await user.click(radio('Preferred billing: Bills'))
    await user.click(radio('Preferred shipping: Bills'))
    await waitFor(async () =>
      expect(await preferredOf('two-homes')).toEqual({ billing: ['Bills'], shipping: ['Bills'] }),
    )
    expect(radio('Preferred billing: Bills')).toBeChecked()
    expect(radio('Preferred shipping: Bills')).toBeChecked()
  })

  it('does not prefer an address that somebody changed meanwhile: it says who, and asks', async () => {
    const { user, radio, notice, section } = await bookOf('two-homes')
    const { items } = await mockBackend().callAs('admin', 'listAddresses', { path: { id: 'two-homes' } })
    const addressId = items.find(({ name }) => name === 'Parcels')?.id ?? ''
    const path = { id: 'two-homes', addressId }
    await mockBackend().callAs('service', 'patchAddress', { path, body: { city: 'Lynn' } })
    await user.click(radio('Preferred billing: Parcels'))
    await waitFor(() => expect(notice()).toHaveTextContent('Sam Rivera changed Parcels just now'))
    expect(radio('Preferred billing: Bills')).toBeChecked()
    await waitFor(() => expect(section).toHaveTextContent('Lynn'))
    await user.click(within(notice()).getByRole('button', { name: 'Prefer Parcels' }))
    await waitFor(async () => expect((await preferredOf('two-homes')).billing).toEqual(['Parcels']))
  })
})

describe('deleting an address', () => {
  const askToDelete = async ({ user, section }: Awaited<ReturnType<typeof bookOf>>, name: string) => {
    await user.click(within(section).getByRole('button', { name: `More actions for ${name}` }))
    await user.click(await screen.findByRole('menuitem', { name: 'Delete' }))
    return screen.findByRole('dialog', { name: 'Delete this address?' })
  }
  const confirm = (dialog: HTMLElement) => within(dialog).getByRole('button', { name: 'Delete' })

  it('names customer, address and what comes of it, and can be undone', async () => {
    const book = await bookOf('orders')
    const dialog = await askToDelete(book, 'Home')
    for (const text of [
      'Home',
      '11 Wall Street',
      'preferred billing address; none will be preferred',
      'preferred shipping address; none will be preferred',
      'Recurring order R-000001',
      'Open order',
      'already being processed keep this address',
    ]) {
      expect(dialog).toHaveTextContent(text)
    }
    expect(dialog).toHaveTextContent('C-100501')
    await book.user.click(confirm(dialog))
    await waitFor(() => expect(dialog).not.toBeInTheDocument())
    await waitFor(() => expect(book.notice()).toHaveTextContent('Address deleted: Home'))
    expect(within(book.section).queryByRole('heading', { name: 'Home' })).not.toBeInTheDocument()
    await book.undo()
    expect(await within(book.section).findByRole('heading', { name: 'Home' })).toBeVisible()
    await waitFor(() => expect(book.notice()).toHaveTextContent('Address restored: Home'))
    expect(await preferredOf('orders')).toEqual({ billing: ['Home'], shipping: ['Home'] })
  })

  it('gives the focus to the next card', async () => {
    const book = await bookOf('two-homes')
    await book.user.click(confirm(await askToDelete(book, 'Bills')))
    await waitFor(() => expect(within(book.section).getByRole('button', { name: 'Edit Parcels' })).toHaveFocus())
  })

  it('shows what a colleague changed before it goes', async () => {
    const book = await bookOf('two-homes')
    const dialog = await askToDelete(book, 'Bills')
    const { items } = await mockBackend().callAs('admin', 'listAddresses', { path: { id: 'two-homes' } })
    const path = { id: 'two-homes', addressId: items.find(({ name }) => name === 'Bills')?.id ?? '' }
    await mockBackend().callAs('service', 'patchAddress', { path, body: { city: 'Lynn' } })
    await book.user.click(confirm(dialog))
    expect(await within(dialog).findByText(/Somebody changed this address/)).toBeVisible()
    await waitFor(() => expect(dialog).toHaveTextContent('Lynn'))
    await book.user.click(confirm(dialog))
    await waitFor(() => expect(dialog).not.toBeInTheDocument())
  })

  it('stays open when it is refused', async () => {
    mock('deleteAddress', () => problem('internal'), { once: true })
    const book = await bookOf('two-homes')
    const dialog = await askToDelete(book, 'Bills')
    await book.user.click(confirm(dialog))
    expect(await within(dialog).findByRole('alert')).toBeVisible()
    expect(within(book.section).getByRole('heading', { name: 'Bills', hidden: true })).toBeInTheDocument()
  })

  it('says when the name was given away meanwhile', async () => {
    const book = await bookOf('two-homes')
    const dialog = await askToDelete(book, 'Bills')
    await book.user.click(confirm(dialog))
    await waitFor(() => expect(dialog).not.toBeInTheDocument())
    await waitFor(() => expect(book.notice()).toHaveTextContent('Address deleted: Bills'))
    const { items } = await mockBackend().callAs('admin', 'listAddresses', { path: { id: 'two-homes' } })
    const path = { id: 'two-homes', addressId: items[0]?.id ?? '' }
    await mockBackend().callAs('service', 'patchAddress', { path, body: { name: 'BILLS' } })
    await book.undo()
    await waitFor(() => expect(book.notice()).toHaveTextContent('another address has this name now'))
  })
})

describe('those who may not change customers', () => {
  it.each([
    ['finance', 'ada', { as: 'finance' }, 'Your role may not change customers.'],
    ['anybody, when the record was anonymised', 'anonymous', {}, 'This record was anonymised and is read only.'],
  ] as const)('%s reads only, and why', async (_who, id, options, reason) => {
    const app = renderApp(`/customers/${id}/addresses`, options)
    const section = await screen.findByRole('region', { name: 'Addresses' })
    const add = await within(section).findByRole('button', { name: 'Add address' })
    await waitFor(() => expect(add).toHaveAttribute('aria-disabled', 'true'))
    await app.user.click(add)
    expect(within(section).queryByRole('form')).not.toBeInTheDocument()
    expect(within(section).queryByRole('radio')).not.toBeInTheDocument()
    while (document.activeElement !== add) await app.user.tab()
    expect(await screen.findByRole('tooltip')).toHaveTextContent(reason)
  })
})
