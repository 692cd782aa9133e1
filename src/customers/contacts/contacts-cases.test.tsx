import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { AlternativeContact } from '#/contract/alternative-contacts.ts'
import { mock } from '#mocks/mock.ts'
import { mockBackend } from '#mocks/node.ts'
import { partOf } from '#tests/contacts-section.ts'
import { renderCase } from '#tests/render-app.tsx'

const sectionOf = async () => within(await screen.findByRole('region', { name: 'Contacts' }))
const part = async (name: string) => partOf(await sectionOf(), name)

describe('contacts', () => {
  it('contacts-with-gaps: stand primary, billing, then newest; say what they lack; show a role that nobody knows', async () => {
    renderCase('contacts-with-gaps')
    const people = await part('Information contacts')
    await people.findByText('Valentina Ito')
    const names = people.getAllByRole('heading', { level: 4 }).map((heading) => heading.textContent)
    expect(names).toEqual([
      'Valentina Ito',
      'Books & Ledgers',
      expect.stringMatching(/^A name that is longer/),
      'Contact without anything',
      'Night porter',
    ])
    const cards = people.getAllByRole('listitem').map((item) => within(item))
    expect(cards[0]?.getByText('Primary')).toBeVisible()
    expect(cards[1]?.getByText('Billing')).toBeVisible()
    expect(cards[2]?.getByText('astronaut')).toBeVisible()
    expect(cards[3]?.getByText('No address')).toBeVisible()
    expect(cards[3]?.getByText('Neither phone nor email')).toBeVisible()
    expect(people.getByText('5')).toBeVisible()
  })

  it('one-contact-for-both: counts once, with both marks', async () => {
    renderCase('one-contact-for-both')
    const people = await part('Information contacts')
    const [first] = await people.findAllByRole('listitem')
    if (!first) throw new Error('There is no contact')
    expect(within(first).getByText('Primary')).toBeVisible()
    expect(within(first).getByText('Billing')).toBeVisible()
    expect(people.getByText('2')).toBeVisible()
  })

  it('nobody-to-contact: says what each list is for, and offers the next step', async () => {
    const { user } = renderCase('nobody-to-contact')
    const section = await sectionOf()
    expect(await section.findByRole('heading', { name: 'No contacts yet' })).toBeVisible()
    expect(await section.findByRole('heading', { name: 'Nobody may act for this customer' })).toBeVisible()
    expect(await section.findByRole('heading', { name: 'Acts for nobody else' })).toBeVisible()
    await user.click(section.getByRole('button', { name: 'Add the first contact' }))
    const form = within(await section.findByRole('form', { name: 'New contact' }))
    expect(form.getByLabelText('Primary contact')).toHaveAccessibleDescription('The first contact always is')
  })
})

describe('alternative-contacts-with-gaps', () => {
  it('shows a deactivated member, and products since expired or gone', async () => {
    renderCase('alternative-contacts-with-gaps')
    const delegates = await part('Alternative contacts')
    const rights = await delegates.findAllByRole('list', { name: 'Rights' })
    const words = rights.map((list) =>
      within(list)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    )
    expect(words).toContainEqual(['Support', 'Billing'])
    expect(words.flat()).toContain('A product that is no longer there')
    expect(words.flat().some((text) => text?.includes('(Expired)'))).toBe(true)
    const inactive = delegates.getByText('Cannot act as long as the account is not active').closest('li')
    if (!inactive) throw new Error('There is no such card')
    expect(within(inactive).getByText('Inactive')).toBeVisible()
  })

  it('says of one whom the person may not see only that, and of one without rights that they may do nothing', async () => {
    const { items } = await mockBackend().callAs('admin', 'listAlternativeContacts', { path: { id: 'vip' } })
    const [hidden, powerless] = items
    if (!hidden || !powerless) throw new Error('There are no alternative contacts')
    const member = { ...hidden.member, visible: false, customerNumber: null, name: null, email: null, status: null }
    // Customers add alternative contacts themselves, elsewhere.
    const createdBy = { type: 'customer', id: 'vip', displayName: 'Valentina Ito' } as const
    const permissions = { support: false, billing: false, productIds: [] }
    const answer: AlternativeContact[] = [
      { ...hidden, member },
      { ...powerless, createdBy, permissions, products: [] },
    ]
    mock('listAlternativeContacts', () => Response.json({ items: answer }))
    const { user } = renderCase('alternative-contacts-with-gaps')
    const delegates = await part('Alternative contacts')
    expect(await delegates.findByRole('heading', { name: 'A customer you may not see' })).toBeVisible()
    expect(delegates.getAllByRole('link')).not.toHaveLength(0)
    expect(delegates.getByText('No rights: may do nothing here')).toBeVisible()
    expect(delegates.getByText(/^Added .* by Customer$/)).toBeVisible()
    await user.click(delegates.getByRole('button', { name: 'More actions for A customer you may not see' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Remove…' }))
    expect(await screen.findByText('This cannot be undone from here.')).toBeVisible()
  })

  it('lets nobody act for themselves, nor twice, nor a member that nobody knows', async () => {
    const { user, sentNames } = renderCase('alternative-contacts-with-gaps')
    const delegates = await part('Alternative contacts')
    await user.click(await delegates.findByRole('button', { name: 'Add alternative contact' }))
    const form = within(await delegates.findByRole('form', { name: 'New alternative contact' }))
    const search = form.getByRole('combobox', { name: /Customer/ })
    const group = form.getByRole('group', { name: /^Customer/ })
    await user.click(form.getByRole('checkbox', { name: 'Support' }))
    const choose = async (number: string) => {
      await user.type(search, number)
      await user.click(await form.findByRole('option', { name: new RegExp(`${number}$`) }))
      await user.click(form.getByRole('button', { name: 'Save' }))
    }
    await choose('C-100115')
    await waitFor(() => expect(group).toHaveAccessibleDescription(/cannot act for themselves/))
    await choose('C-100001')
    await waitFor(() => expect(group).toHaveAccessibleDescription(/May act for this customer already/))
    expect(sentNames()).not.toContain('createAlternativeContact')
    await user.type(search, 'nobody of this name')
    expect(await form.findByText('Nothing found')).toBeVisible()
  })
})

describe('acting-for-each-other', () => {
  it('says so on the card, and lists the other account, which opens as a record', async () => {
    const { user, router } = renderCase('acting-for-each-other')
    const delegates = await part('Alternative contacts')
    expect(await delegates.findByText('Each may act for the other')).toBeVisible()
    const accounts = await part('May act for')
    const [link] = await accounts.findAllByRole('link')
    if (!link) throw new Error('There is no account')
    fireEvent.click(link, { ctrlKey: true })
    await waitFor(() => expect(screen.getAllByRole('tab', { name: link.textContent ?? '' })).toHaveLength(1))
    expect(router.state.location.pathname).toBe('/customers/ada/contacts')
    await user.click(link)
    await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/customers\/vip\//))
  })
})
