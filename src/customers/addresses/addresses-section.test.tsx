import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { problem } from '#mocks/answers.ts'
import { mock } from '#mocks/mock.ts'
import { mockBackend } from '#mocks/node.ts'
import { renderApp } from '#tests/render-app.tsx'

async function addressesOf(id: string) {
  const app = renderApp(`/customers/${id}/addresses`)
  const section = await screen.findByRole('region', { name: 'Addresses' })
  await within(section).findAllByRole('heading', { level: 3 })
  const cards = () => within(section).getAllByRole('listitem')
  const titles = () =>
    within(section)
      .getAllByRole('heading', { level: 3 })
      .map(({ textContent }) => textContent)
  const card = (title: string) => {
    const found = cards().find((each) => within(each).queryByRole('heading', { name: title }))
    if (!found) throw new Error(`no address ${title}`)
    return found
  }
  const linesOf = (title: string) =>
    [...within(card(title)).getByRole('group').children].map(({ textContent }) => textContent)
  return { ...app, section, cards, titles, card, linesOf }
}

it('writes addresses as their countries do', async () => {
  const { linesOf } = await addressesOf('globe')
  await waitFor(() => expect(linesOf('Germany')).toEqual(['Unter den Linden 77', '10117 Berlin', 'Germany']))
  expect(linesOf('United States')).toEqual(['1600 Amphitheatre Pkwy', 'Mountain View, CA 94043', 'United States'])
  expect(linesOf('United Kingdom')).toEqual(['221B Baker Street', 'London', 'NW1 6XE', 'United Kingdom'])
  expect(linesOf('Hungary')).toEqual(expect.arrayContaining(['Andrássy út 22', 'Hungary']))
})

it('shows what it has of an address without region, postal code or known country', async () => {
  const { linesOf, card } = await addressesOf('globe')
  expect(linesOf('Without postal code or region')).toEqual(
    expect.arrayContaining(["8 Queen's Road Central", 'Hong Kong']),
  )
  await waitFor(() => expect(card('Region without country')).toHaveTextContent('Toronto, ON M5V 2T6'))
  expect(card('Country outside the list')).toHaveTextContent('Kosovo')
})

it('shows company, additions, notes, email, phone and tax number', async () => {
  const { card } = await addressesOf('globe')
  const full = card('With everything')
  for (const text of [
    'Business',
    'Uhren & Söhne AG',
    '3. Stock',
    'Postfach 12',
    'reception@post.example',
    'VAT CHE-123.456.788',
  ]) {
    expect(full).toHaveTextContent(text)
  }
  expect(within(full).getByText(/Ring twice/, { selector: 'em' })).toHaveTextContent(
    'Ring twice. The dog is friendly, the cat is not.',
  )
  await waitFor(() => expect(full).toHaveTextContent('+1 212 555 0140 ext. 77'))
})

const isPreferred = (card: HTMLElement, kind: 'billing' | 'shipping') =>
  within(card).getByRole<HTMLInputElement>('radio', { name: new RegExp(`^Preferred ${kind}: `) }).checked

it('marks the preferred ones and puts them first', async () => {
  const two = await addressesOf('two-homes')
  expect(isPreferred(two.card('Bills'), 'billing')).toBe(true)
  expect(isPreferred(two.card('Bills'), 'shipping')).toBe(false)
  expect(isPreferred(two.card('Parcels'), 'shipping')).toBe(true)
  expect(within(two.section).getByRole('group', { name: 'Preferred billing' })).toHaveTextContent('Bills')
  two.unmount()

  const fifty = await addressesOf('fifty')
  expect(fifty.cards()).toHaveLength(50)
  expect(fifty.titles()[0]).toBe('Depot 8')
  expect(isPreferred(fifty.card('Depot 8'), 'shipping')).toBe(true)
  expect(screen.getByRole('tab', { name: 'Addresses' })).toHaveAccessibleDescription(/50/)
})

it('marks one address as both, and says that open orders use it', async () => {
  const { card } = await addressesOf('orders')
  expect(isPreferred(card('Home'), 'billing')).toBe(true)
  expect(isPreferred(card('Home'), 'shipping')).toBe(true)
  expect(card('Home')).toHaveTextContent('Used by 2 open or recurring orders')
})

it('calls an address without a name by its first line, and leaves removed ones out', async () => {
  const { titles, card } = await addressesOf('no-pref')
  expect(titles()).toEqual(['9 Unnamed Road'])
  expect(within(card('9 Unnamed Road')).getByRole('button', { name: 'Edit 9 Unnamed Road' })).toBeVisible()
})

it('shows markup as text', async () => {
  const { section } = await addressesOf('html')
  expect(section).toHaveTextContent('<i>1</i> Main St')
  expect(section).toHaveTextContent("'; DROP TABLE addresses; --")
})

it('says that there are none', async () => {
  renderApp('/customers/bo/addresses')
  expect(await screen.findByRole('heading', { name: 'No addresses' })).toBeVisible()
})

it('can be tried again', async () => {
  mock('listAddresses', () => problem('not-acceptable'), { once: true })
  const { user } = renderApp('/customers/ada/addresses')
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent('Addresses could not be loaded')
  expect(within(alert).getByText('mock-request')).toBeVisible()
  await user.click(within(alert).getByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('heading', { level: 3, name: 'Home' })).toBeVisible()
})

it('keeps what was read when reading it again fails, and says so', async () => {
  const { user, section, queryClient } = await addressesOf('ada')
  mock('listAddresses', () => problem('not-acceptable'), { once: true })
  await queryClient.invalidateQueries({ queryKey: ['customers', 'addresses', 'ada'] })
  expect(await within(section).findByText('Not up to date')).toBeVisible()
  expect(within(section).getByRole('heading', { name: 'Home' })).toBeVisible()
  await user.click(within(section).getByRole('button', { name: 'Refresh Addresses' }))
  await waitFor(() => expect(within(section).queryByText('Not up to date')).not.toBeInTheDocument())
})

it('reads every page', async () => {
  mock('listAddresses', async ({ query, passThrough }) => {
    if (query?.cursor === undefined) return { ...(await passThrough()), next: 'the-rest' }
    const [like] = (await mockBackend().callAs('admin', 'listAddresses', { path: { id: 'ada' } })).items
    return { items: like ? [{ ...like, name: 'On the next page' }] : [] }
  })
  const { section, cards } = await addressesOf('two-homes')
  expect(await within(section).findByRole('heading', { name: 'On the next page' })).toBeVisible()
  expect(cards()).toHaveLength(3)
})

it('copies an address as its country writes it, in lines', async () => {
  const { user, section } = await addressesOf('two-homes')
  await user.click(within(section).getByRole('button', { name: 'Copy Bills as text' }))
  expect(await within(section).findByText('Copied')).toBeInTheDocument()
  expect(await navigator.clipboard.readText()).toBe('5 Bill Street\nBoston, MA 02108\nUnited States')
})

it('starts the edit of the only address with the key e, and of several that with the focus', async () => {
  const one = await addressesOf('no-pref')
  await one.user.keyboard('e')
  expect(await within(one.section).findByRole('form', { name: 'Edit address 9 Unnamed Road' })).toBeVisible()
  one.unmount()

  const two = await addressesOf('two-homes')
  await two.user.keyboard('e')
  expect(within(two.section).getByRole('button', { name: 'Edit Bills' })).toHaveFocus()
  within(two.section).getByRole('button', { name: 'More actions for Parcels' }).focus()
  await two.user.keyboard('e')
  expect(await within(two.section).findByRole('form', { name: 'Edit address Parcels' })).toBeVisible()
})

it('draws some of a thousand addresses and finds the rest', async () => {
  mock('listAddresses', async ({ passThrough }) => {
    const [like] = (await passThrough()).items
    if (!like) return { items: [] }
    const items = Array.from({ length: 1000 }, (_, index) => ({
      ...like,
      id: `site-${index}`,
      name: `Site ${index + 1}`,
      isPreferredBilling: false,
    }))
    return { items }
  })
  const { user, section, cards, titles } = await addressesOf('two-homes')
  expect(cards().length).toBeLessThan(200)
  expect(cards()[0]).toHaveAttribute('aria-setsize', '1000')
  expect(screen.getByRole('tab', { name: 'Addresses' })).toHaveAccessibleDescription(/1,000/)
  await user.click(within(section).getByRole('searchbox', { name: 'Filter addresses' }))
  await user.paste('site 987')
  expect(titles()).toEqual(['Site 987'])
  expect(within(section).getByText('1 of 1000')).toBeVisible()
})
