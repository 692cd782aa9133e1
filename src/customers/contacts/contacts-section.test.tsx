import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { problem } from '#mocks/answers.ts'
import { mock } from '#mocks/mock.ts'
import { mockBackend } from '#mocks/node.ts'
import { contactsOf, partOf } from '#tests/contacts-section.ts'
import { aChange, fakeLive } from '#tests/fake-live.ts'

describe('the contacts section', () => {
  it('keeps three lists apart, and is counted by its contacts', async () => {
    const { section } = await contactsOf()
    const names = (part: string) => partOf(section, part).then((found) => found.getAllByRole('heading', { level: 4 }))
    const texts = async (part: string) => (await names(part)).map((heading) => heading.textContent)
    await waitFor(async () => expect(await texts('Information contacts')).toHaveLength(5))
    expect((await texts('Information contacts')).slice(0, 3)).toEqual([
      'Valentina Ito',
      'Books & Ledgers',
      expect.stringMatching(/^A name that is longer/),
    ])
    expect(await texts('Alternative contacts')).toHaveLength(3)
    expect(await screen.findByRole('tab', { name: 'Contacts' })).toHaveAccessibleDescription('5')
    expect(within(await section.findByRole('table', { name: 'May act for' })).getByText('Ada Park')).toBeVisible()
  })

  it.each([
    ['listContacts', 'Information contacts'],
    ['listAlternativeContacts', 'Alternative contacts'],
    ['listActsFor', 'May act for'],
  ] as const)('lets one list fail alone, and reads it again: %s', async (name, title) => {
    mock(name, () => problem('not-found'), { once: true })
    const { section, user } = await contactsOf()
    const part = await partOf(section, title)
    expect(await part.findByRole('heading', { name: `${title} could not be loaded` })).toBeVisible()
    for (const other of ['Information contacts', 'Alternative contacts', 'May act for'].filter(
      (each) => each !== title,
    )) {
      const found = await partOf(section, other)
      await waitFor(() => expect(found.queryAllByRole('listitem').length).toBeGreaterThan(0))
    }
    await user.click(part.getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(part.queryAllByRole('listitem').length).toBeGreaterThan(0))
  })

  it('says what may not be seen, list by list', async () => {
    mock('listActsFor', () => problem('forbidden'))
    const { section } = await contactsOf()
    const part = await partOf(section, 'May act for')
    expect(await part.findByRole('heading', { name: 'You may not see this' })).toBeVisible()
    expect(await (await partOf(section, 'Information contacts')).findByText('Valentina Ito')).toBeVisible()
  })

  it('shows what colleagues add, flag and allow, as soon as it is told', async () => {
    const live = fakeLive()
    const { section } = await contactsOf('/customers/vip/contacts', { live })
    const people = await partOf(section, 'Information contacts')
    await people.findByText('Valentina Ito')
    const path = { id: 'vip' }
    const added = await mockBackend().callAs('service', 'createContact', { path, body: { name: 'From elsewhere' } })
    await live.tell(aChange('contact.created', added.id, { customerId: 'vip', etag: added.etag }))
    expect(await people.findByText('From elsewhere')).toBeVisible()

    const body = { memberId: 'bo', permissions: { support: true } }
    const delegate = await mockBackend().callAs('service', 'createAlternativeContact', { path, body })
    await live.tell(aChange('alternativeContact.created', delegate.id, { customerId: 'vip', etag: delegate.etag }))
    expect(await (await partOf(section, 'Alternative contacts')).findByRole('link', { name: /^Bo/ })).toBeVisible()

    const other = { path: { id: 'bo' }, body: { memberId: 'vip', permissions: { billing: true } } }
    const acted = await mockBackend().callAs('service', 'createAlternativeContact', other)
    await live.tell(aChange('actsFor.updated', acted.id, { customerId: 'vip' }))
    expect(await (await partOf(section, 'May act for')).findByRole('link', { name: /^Bo/ })).toBeVisible()
  })

  it('goes with the shortcut to the first pen, and edits the contact that has the focus', async () => {
    const { section, user } = await contactsOf()
    const people = await partOf(section, 'Information contacts')
    await people.findByText('Valentina Ito')
    await user.keyboard('e')
    expect(people.getByRole('button', { name: 'Edit Valentina Ito' })).toHaveFocus()
    await user.keyboard('e')
    expect(await people.findByRole('form', { name: 'Edit contact Valentina Ito' })).toBeVisible()
  })
})
