import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { CustomerPatch } from '#/contract/customers.ts'
import { customerKeys } from '#/customers/customer.queries.ts'
import { mockBackend } from '#mocks/node.ts'
import { renderApp } from '#tests/render-app.tsx'

const stored = async () => mockBackend().store.get('customers', 'ada')

/** The account of a customer in its form, and a colleague whose saves arrive as soon as they are made. */
async function editing() {
  const app = renderApp('/customers/ada/account')
  await app.user.click(await screen.findByRole('button', { name: 'Edit' }))
  const form = await screen.findByRole('form', { name: 'Edit account' })
  const field = (name: string) => within(form).getByLabelText<HTMLInputElement>(name)
  const type = async (name: string, text: string) => {
    await app.user.clear(field(name))
    await app.user.type(field(name), text)
  }
  const colleagueSaves = async (body: CustomerPatch, as: 'service' | 'sales' = 'service') => {
    await mockBackend().callAs(as, 'patchCustomer', { path: { id: 'ada' }, body })
    await app.queryClient.invalidateQueries({ queryKey: customerKeys.detail('ada') })
  }
  const save = async () => app.user.click(screen.getByRole('button', { name: 'Save' }))
  return { ...app, form, field, type, colleagueSaves, save }
}

const surface = () => screen.queryByRole('region', { name: /saved this account/ })

describe('an account that somebody else saves while it is edited', () => {
  it('shows their value where nothing was typed, and leaves focus and caret alone', async () => {
    const { field, type, colleagueSaves, form } = await editing()
    await type('First name', 'Adelheid')
    const input = field('First name')
    input.setSelectionRange(3, 5)
    await colleagueSaves({ companyName: 'Their Company', lastName: 'Parks' })

    await waitFor(() => expect(field('Company')).toHaveValue('Their Company'))
    expect(field('Last name')).toHaveValue('Parks')
    expect(input).toHaveValue('Adelheid')
    expect(input).toBeInTheDocument()
    expect(input).toHaveFocus()
    expect([input.selectionStart, input.selectionEnd]).toEqual([3, 5])
    expect(form).toHaveTextContent('1 field changed')
    // Said once, for all fields.
    expect(
      screen.getAllByText('Sam Rivera changed Last name and Company, just now.', { selector: 'output' }),
    ).toHaveLength(1)
    expect(within(form).queryByRole('button', { name: /Use theirs/ })).not.toBeInTheDocument()
  })

  it('saves without a question what nobody else touched', async () => {
    const { type, colleagueSaves, save, sentTo } = await editing()
    await type('First name', 'Adele')
    await colleagueSaves({ companyName: 'Their Company' })
    await save()
    expect(await screen.findByRole('heading', { level: 1, name: 'Adele Park' })).toBeVisible()
    expect(sentTo('patchCustomer').map(({ body }) => body)).toEqual([{ firstName: 'Adele' }])
    expect(await stored()).toMatchObject({ firstName: 'Adele', companyName: 'Their Company' })
  })

  it('keeps what was typed where they changed the field too, and says whose value is stored', async () => {
    const { user, field, type, colleagueSaves } = await editing()
    await type('Last name', 'Parker')
    await colleagueSaves({ lastName: 'Parks' })
    await screen.findByRole('button', { name: 'Use theirs: Last name' })
    expect(field('Last name')).toHaveValue('Parker')
    expect(field('Last name')).toHaveAccessibleDescription('Sam Rivera changed this to Parks, just now')
    expect(screen.getByText(/changed Last name too/, { selector: 'output' })).toBeInTheDocument()
    const sign = /Unsaved changes; somebody else changed the same/
    expect(screen.getByRole('tab', { name: 'Ada Park' })).toHaveAccessibleDescription(sign)
    expect(screen.getByRole('tab', { name: 'Account' })).toHaveAccessibleDescription(sign)

    await user.click(screen.getByRole('button', { name: 'Use theirs: Last name' }))
    expect(field('Last name')).toHaveValue('Parks')
    expect(field('Last name')).toHaveFocus()
    expect(field('Last name')).not.toHaveAccessibleDescription()
    await waitFor(() => expect(screen.getByRole('tab', { name: 'Account' })).not.toHaveAccessibleDescription(sign))
  })

  it('asks before mine is saved over theirs, and not when that was decided at the field', async () => {
    const { user, type, colleagueSaves, save } = await editing()
    await type('Last name', 'Parker')
    await colleagueSaves({ lastName: 'Parks' })
    await screen.findByRole('button', { name: 'Use theirs: Last name' })
    await save()
    const asked = surface()
    expect(asked).toHaveTextContent('Parks')
    await user.keyboard('{Escape}')
    expect(surface()).not.toBeInTheDocument()
    expect(await stored()).toMatchObject({ lastName: 'Parks' })

    await user.click(screen.getByRole('button', { name: 'Keep mine: Last name' }))
    await save()
    expect(await screen.findByRole('heading', { level: 1, name: 'Ada Parker' })).toBeVisible()
    expect(surface()).not.toBeInTheDocument()
  })

  it('counts as unchanged what they came to save too', async () => {
    const { form, type, colleagueSaves, sentTo, save } = await editing()
    await type('Last name', 'Parker')
    await colleagueSaves({ lastName: 'Parker' })
    await waitFor(() => expect(form).not.toHaveTextContent('field changed'))
    await save()
    await waitFor(() => expect(form).not.toBeInTheDocument())
    expect(sentTo('patchCustomer')).toHaveLength(0)
  })

  it('goes on following while the question is shown, and keeps the answers', async () => {
    const { user, type, colleagueSaves, save } = await editing()
    await type('Last name', 'Parker')
    await type('Phone', '+1 212 555 0177')
    await colleagueSaves({ lastName: 'Parks', phone: '+12125550188' })
    await screen.findByRole('button', { name: 'Use theirs: Phone' })
    await save()
    const asked = within(await screen.findByRole('region', { name: /saved this account/ }))
    await user.click(asked.getByRole('radio', { name: 'Theirs (Sam Rivera): Parks' }))
    await user.click(asked.getByRole('radio', { name: 'Theirs (Sam Rivera): +12125550188' }))
    await colleagueSaves({ phone: '+12125550199', companyName: 'Their Company' }, 'sales')
    expect(await asked.findByText(/Company: – → Their Company/)).toBeVisible()
    expect(asked.getByRole('radio', { name: 'Theirs (Sam Rivera): Parks' })).toBeChecked()
    // It moved again: what was chosen does not hold for it.
    expect(asked.getByRole('radio', { name: 'Yours: +1 212 555 0177' })).toBeChecked()
    await user.click(asked.getByRole('button', { name: 'Save my choices' }))
    await waitFor(async () =>
      expect(await stored()).toMatchObject({
        lastName: 'Parks',
        phone: '+1 212 555 0177',
        companyName: 'Their Company',
      }),
    )
  })

  it('asks for a consent by itself', async () => {
    const { user, field, colleagueSaves, save } = await editing()
    await user.selectOptions(field('Consent by Post'), 'Granted')
    await user.selectOptions(field('Consent by Text message'), 'Granted')
    await colleagueSaves({
      marketingConsents: [
        { channel: 'email', granted: true },
        { channel: 'sms', granted: false },
        { channel: 'post', granted: false },
        { channel: 'phone', granted: true },
      ],
    })
    await waitFor(() => expect(field('Consent by Phone')).toHaveDisplayValue('Granted'))
    await save()
    const post = within(await screen.findByRole('radiogroup', { name: 'Consent by Post' }))
    expect(screen.getAllByRole('radiogroup')).toHaveLength(1)
    await user.click(post.getByRole('radio', { name: /^Theirs/ }))
    await user.click(screen.getByRole('button', { name: 'Save my choices' }))
    await screen.findByRole('button', { name: 'Edit' })
    const consents = Object.fromEntries(
      ((await stored())?.marketingConsents ?? []).map((each) => [each.channel, each.granted]),
    )
    expect(consents).toMatchObject({ post: false, phone: true, sms: true })
  })
})
