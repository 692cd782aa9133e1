import { waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { AlternativeContact } from '#/contract/alternative-contacts.ts'
import type { Contact } from '#/contract/contacts.ts'
import { mock } from '#mocks/mock.ts'
import { contactsOf, partOf } from '#tests/contacts-section.ts'

/** As many contacts, each called by its number. */
function manyContacts(count: number, over: (index: number) => Partial<Contact> = () => ({})) {
  mock('listContacts', async ({ passThrough }) => {
    const [first] = (await passThrough()).items
    if (!first) throw new Error('The customer has contacts')
    const many = Array.from({ length: count }, (_, index): Contact => {
      const flags = { isPrimary: index === 0, isBilling: index === 0 }
      return { ...first, ...flags, id: `many${index}`, name: `Person ${index + 1}`, email: null, ...over(index) }
    })
    return { items: many }
  })
}

const people = async () => {
  const app = await contactsOf()
  const part = await partOf(app.section, 'Information contacts')
  const list = await part.findByRole('list', { name: 'Information contacts' })
  const names = () =>
    within(list)
      .getAllByRole('heading')
      .map((heading) => heading.textContent)
  return { ...app, part, names }
}

it('has no filter for a few', async () => {
  manyContacts(9)
  const { part } = await people()
  expect(part.queryByRole('searchbox')).not.toBeInTheDocument()
})

it('finds contacts by name, role, email, number and place, whatever the case and the accents', async () => {
  manyContacts(
    12,
    (index) => [{}, { name: 'Zoë Ångström', email: 'zoe@north.example', phone: '+46 8 12-34' }][index] ?? {},
  )
  const { part, names, user } = await people()
  const filter = part.getByRole('searchbox', { name: 'Filter contacts' })
  for (const words of ['angstrom ZOE', 'north.example', '46812']) {
    await user.clear(filter)
    await user.type(filter, words)
    expect(names()).toEqual(['Zoë Ångström'])
  }
  expect(part.getByText('1 of 12')).toBeVisible()
  await user.type(filter, ' nowhere')
  expect(part.getByRole('heading', { name: 'Nobody here matches' })).toBeVisible()
  await user.click(part.getByRole('button', { name: 'Clear filter' }))
  expect(filter).toHaveValue('')
  await user.type(filter, 'Person')
  await user.keyboard('{Escape}')
  expect(filter).toHaveValue('')
})

it('keeps a form in which somebody types, whatever is filtered', async () => {
  manyContacts(12, (index) => (index === 11 ? { name: 'Nina Last' } : {}))
  const { part, user } = await people()
  await user.click(part.getByRole('button', { name: 'Edit Person 3' }))
  const form = within(await part.findByRole('form', { name: 'Edit contact Person 3' }))
  await user.type(form.getByLabelText('Email'), 'p3@x.example')
  await user.type(part.getByRole('searchbox', { name: 'Filter contacts' }), 'nina')
  expect(form.getByLabelText('Email')).toHaveValue('p3@x.example')
  expect(part.getByRole('button', { name: 'Edit Nina Last' })).toBeVisible()
  expect(part.queryByRole('button', { name: 'Edit Person 2' })).not.toBeInTheDocument()
})

it('draws the first of hundreds, the others when asked, and each that words find', async () => {
  manyContacts(300)
  const { part, names, user } = await people()
  expect(names()).toHaveLength(48)
  await user.click(part.getByRole('button', { name: 'Show more' }))
  expect(names()).toHaveLength(96)
  await user.type(part.getByRole('searchbox', { name: 'Filter contacts' }), '299')
  await waitFor(() => expect(names()).toEqual(['Person 299']))
  expect(part.queryByRole('button', { name: 'Show more' })).not.toBeInTheDocument()
})

it('finds who may act for the customer, also by the products that they see to', async () => {
  mock('listAlternativeContacts', async ({ passThrough }) => {
    const [first] = (await passThrough()).items
    if (!first) throw new Error('The customer has alternative contacts')
    const many = Array.from({ length: 11 }, (_, index): AlternativeContact => {
      const member = { ...first.member, visible: true, id: `m${index}`, name: `Member ${index + 1}`, email: null }
      const products = index === 4 ? [{ id: 'p1', name: 'Grinder Care', status: 'active' }] : []
      return { ...first, id: `d${index}`, member, products }
    })
    return { items: many }
  })
  const { section, user } = await contactsOf()
  const part = await partOf(section, 'Alternative contacts')
  const list = await part.findByRole('list', { name: 'Alternative contacts' })
  const filter = part.getByRole('searchbox', { name: 'Filter alternative contacts' })
  await user.type(filter, 'grinder')
  expect(
    within(list)
      .getAllByRole('heading')
      .map((heading) => heading.textContent),
  ).toEqual(['Member 5'])
})
