import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { problem } from '#mocks/answers.ts'
import { mock } from '#mocks/mock.ts'
import { mockBackend } from '#mocks/node.ts'
import { contactsOf, partOf } from '#tests/contacts-section.ts'

const path = { id: 'vip' }
const stored = async () => (await mockBackend().callAs('admin', 'listContacts', { path })).items
const named = async (name: string) => {
  const found = (await stored()).find((contact) => contact.name === name)
  if (!found) throw new Error(`There is no ${name}`)
  return found
}

async function people(options?: Parameters<typeof contactsOf>[1]) {
  const app = await contactsOf('/customers/vip/contacts', options)
  const part = await partOf(app.section, 'Information contacts')
  await part.findByText('Valentina Ito')
  const names = () => part.queryAllByRole('heading', { level: 4 }).map((heading) => heading.textContent)
  const cardOf = (name: string) => {
    const card = part.getByRole('heading', { level: 4, name }).closest('li')
    if (!card) throw new Error(`There is no card of ${name}`)
    return within(card)
  }
  const open = async (button: string, form: string) => {
    await app.user.click(part.getByRole('button', { name: button }))
    return within(await part.findByRole('form', { name: form }))
  }
  return { ...app, part, names, cardOf, open }
}

describe('writing contacts', () => {
  it('adds one with an address as its country writes it, and says whose flag moves', async () => {
    const { open, user, cardOf, notice, sentTo } = await people()
    const form = await open('Add contact', 'New contact')
    await user.click(form.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(form.getByLabelText('Name')).toHaveAccessibleDescription('Enter a value'))
    expect(form.getByLabelText('Billing contact')).toHaveAccessibleDescription('Moves here from Books & Ledgers')
    await user.click(form.getByLabelText('Name'))
    await user.paste('Grace Hopper')
    await user.selectOptions(form.getByLabelText('Role'), 'Accountant')
    await user.selectOptions(form.getByLabelText('Country'), 'United States')
    await user.click(form.getByLabelText('City'))
    await user.paste('Arlington')
    await user.selectOptions(await form.findByLabelText('State'), 'Virginia')
    await user.click(form.getByLabelText('Billing contact'))
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(cardOf('Grace Hopper').getByText('Billing')).toBeVisible())
    expect(cardOf('Books & Ledgers').queryByText('Billing')).not.toBeInTheDocument()
    expect(cardOf('Grace Hopper').getByText('Arlington, VA')).toBeVisible()
    await waitFor(() => expect(notice()).toHaveTextContent('Contact added'))
    await waitFor(() => expect(screen.getByRole('tab', { name: 'Contacts' })).toHaveAccessibleDescription('6'))
    expect(sentTo('createContact')[0]?.headers.get('idempotency-key')).toMatch(/^[0-9a-f-]{36}$/)
    expect(await named('Grace Hopper')).toMatchObject({ address: { regionCode: 'US-VA', city: 'Arlington' } })
  })

  it('sends only what was changed, and the address whole', async () => {
    const { open, user, sentTo, part } = await people()
    const form = await open('Edit Valentina Ito', 'Edit contact Valentina Ito')
    await user.clear(form.getByLabelText('Address line 1'))
    await user.paste('7 Bleecker Street')
    await user.click(form.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(part.getByText('7 Bleecker Street')).toBeVisible())
    expect(sentTo('patchContact')[0]?.body).toEqual({
      address: expect.objectContaining({
        line1: '7 Bleecker Street',
        city: 'New York',
        regionCode: 'US-NY',
      }) as unknown,
    })
    await waitFor(() => expect(part.getByRole('button', { name: 'Edit Valentina Ito' })).toHaveFocus())
  })

  it('keeps what was typed when saving fails, and shows what is refused at its field', async () => {
    mock('patchContact', () => problem('unavailable'), { once: true })
    const { open, user, part } = await people()
    const form = await open('Edit Valentina Ito', 'Edit contact Valentina Ito')
    await user.clear(await form.findByLabelText('ZIP code'))
    await user.paste('1')
    await user.clear(form.getByLabelText('Email'))
    await user.paste('nobody')
    await user.click(form.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(form.getByLabelText('Email')).toHaveAccessibleDescription(/email/))
    await user.clear(form.getByLabelText('Email'))
    await user.paste('v@ito.example')
    await user.clear(form.getByLabelText('ZIP code'))
    await user.paste('10013')
    await user.click(form.getByRole('button', { name: 'Save' }))
    expect(await form.findByRole('alert')).toHaveTextContent('Not saved. What you typed is still here.')
    expect(form.getByLabelText('Email')).toHaveValue('v@ito.example')
    await user.click(form.getByRole('button', { name: 'Save' }))
    expect(await part.findByRole('link', { name: 'v@ito.example' })).toBeVisible()
  })

  it('asks what counts where a colleague changed the same field meanwhile', async () => {
    const { open, user, section } = await people()
    const form = await open('Edit Valentina Ito', 'Edit contact Valentina Ito')
    const { id: contactId } = await named('Valentina Ito')
    const body = { phone: '+1 212 555 0199', email: 'theirs@ito.example' }
    await mockBackend().callAs('service', 'patchContact', { path: { ...path, contactId }, body })
    await user.clear(form.getByLabelText('Email'))
    await user.paste('mine@ito.example')
    await user.click(form.getByRole('button', { name: 'Save' }))
    const conflict = within(await section.findByRole('region', { name: /^Sam Rivera saved this contact/ }))
    await user.click(conflict.getByRole('radio', { name: /mine@ito.example/ }))
    await user.click(conflict.getByRole('button', { name: 'Save my choices' }))
    await waitFor(async () =>
      expect(await named('Valentina Ito')).toMatchObject({ email: 'mine@ito.example', phone: '+1 212 555 0199' }),
    )
  })

  it('comes back as a draft, beside one of an alternative contact', async () => {
    const first = await people()
    const form = await first.open('Add contact', 'New contact')
    await first.user.click(form.getByLabelText('Name'))
    await first.user.paste('Not yet there')
    await form.findByText(/^Saved as draft, /)
    const delegates = await partOf(first.section, 'Alternative contacts')
    await first.user.click(delegates.getByRole('button', { name: 'Add alternative contact' }))
    const other = within(await delegates.findByRole('form', { name: 'New alternative contact' }))
    await first.user.click(other.getByRole('checkbox', { name: 'Support' }))
    await other.findByText(/^Saved as draft, /)
    first.unmount()

    const { section } = await contactsOf()
    expect(await section.findByLabelText('Name')).toHaveValue('Not yet there')
    expect(await section.findByRole('checkbox', { name: 'Support' })).toBeChecked()
    expect(section.getAllByRole('form')).toHaveLength(2)
  })
})

describe('the flags of contacts', () => {
  it('move, with a notice that says whose it was and gives it back', async () => {
    const { choose, cardOf, notice, user, sentTo } = await people()
    const { etag } = await named('Night porter')
    await choose('Night porter', 'Make primary contact')
    await waitFor(() => expect(cardOf('Night porter').getByText('Primary')).toBeVisible())
    expect(cardOf('Valentina Ito').queryByText('Primary')).not.toBeInTheDocument()
    await waitFor(() =>
      expect(notice()).toHaveTextContent('Night porter is the primary contact now, no longer Valentina Ito'),
    )
    expect(sentTo('patchContact')[0]?.headers.get('if-match')).toBe(etag)
    await user.click(within(notice()).getByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(cardOf('Valentina Ito').getByText('Primary')).toBeVisible())
    expect((await stored()).filter(({ isPrimary }) => isPrimary)).toHaveLength(1)
  })

  it('ask again when the contact was changed meanwhile', async () => {
    const { choose, cardOf, notice, user } = await people()
    const { id: contactId } = await named('Night porter')
    await mockBackend().callAs('service', 'patchContact', { path: { ...path, contactId }, body: { role: 'owner' } })
    await choose('Night porter', 'Make billing contact')
    await waitFor(() => expect(notice()).toHaveTextContent('Sam Rivera changed Night porter just now'))
    await waitFor(() => expect(cardOf('Night porter').getByText('Owner')).toBeVisible())
    await user.click(within(notice()).getByRole('button', { name: 'Make billing' }))
    await waitFor(() => expect(cardOf('Night porter').getByText('Billing')).toBeVisible())
  })

  it('keep a contact from being deleted, and say why', async () => {
    const { user, part } = await people()
    await user.click(part.getByRole('button', { name: 'More actions for Valentina Ito' }))
    const remove = await screen.findByRole('menuitem', { name: /^Delete/ })
    expect(remove).toHaveAttribute('aria-disabled', 'true')
    expect(remove).toHaveTextContent('The primary contact cannot be deleted')
    expect(screen.getByRole('menuitem', { name: 'Make billing contact' })).toHaveAccessibleDescription(
      'Now Books & Ledgers',
    )
  })
})

describe('deleting a contact', () => {
  it('asks, names the customer, and can be undone', async () => {
    const { choose, user, names, notice } = await people()
    await choose('Night porter', 'Delete')
    const dialog = within(await screen.findByRole('dialog', { name: 'Delete this contact?' }))
    expect(await dialog.findByText('C-100115')).toBeVisible()
    await user.click(dialog.getByRole('button', { name: 'Delete' }))
    await waitFor(() => expect(names()).not.toContain('Night porter'))
    await waitFor(() => expect(notice()).toHaveTextContent('Contact deleted: Night porter'))
    await user.click(within(notice()).getByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(names()).toContain('Night porter'))
    expect(await named('Night porter')).toMatchObject({ phone: '+1 212 555 0143', isPrimary: false })
  })

  it('is refused when somebody flagged it meanwhile', async () => {
    const { choose, user } = await people()
    await choose('Night porter', 'Delete')
    const dialog = within(await screen.findByRole('dialog', { name: 'Delete this contact?' }))
    const { id: contactId } = await named('Night porter')
    await mockBackend().callAs('service', 'patchContact', { path: { ...path, contactId }, body: { isBilling: true } })
    await user.click(dialog.getByRole('button', { name: 'Delete' }))
    expect(await dialog.findByRole('alert')).toHaveTextContent('Somebody changed this contact meanwhile')
    await user.click(dialog.getByRole('button', { name: 'Delete' }))
    await waitFor(() => expect(dialog.getByRole('alert')).toHaveTextContent('primary or billing contact meanwhile'))
    expect(await named('Night porter')).toMatchObject({ isBilling: true })
  })
})

it('lets nobody write contacts whose role may not, and says so', async () => {
  const { part, user } = await people({ as: 'finance' })
  const add = part.getByRole('button', { name: 'Add contact' })
  expect(add).toHaveAttribute('aria-disabled', 'true')
  await user.click(add)
  expect(part.queryByRole('form')).not.toBeInTheDocument()
  await user.click(part.getByRole('button', { name: 'More actions for Night porter' }))
  expect(await screen.findByRole('menuitem', { name: /^Delete/ })).toHaveAttribute('aria-disabled', 'true')
})
