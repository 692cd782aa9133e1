import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { AttributeValue } from '#/contract/attributes.ts'
import { networkError, problem } from '#mocks/answers.ts'
import { mock } from '#mocks/mock.ts'
import { mockBackend } from '#mocks/node.ts'
import { renderApp } from '#tests/render-app.tsx'

async function editing(id = 'all-kinds') {
  const app = renderApp(`/customers/${id}/attributes`)
  await app.user.click(await screen.findByRole('button', { name: 'Edit' }))
  const element = await screen.findByRole('form', { name: 'Edit custom attributes' })
  const form = within(element)
  const type = async (label: string, text: string) => {
    await app.user.clear(form.getByLabelText(label))
    if (text !== '') await app.user.paste(text)
  }
  const save = async () => app.user.click(form.getByRole('button', { name: 'Save' }))
  const sent = () => app.sentTo('patchCustomerAttributes')
  return { ...app, element, form, type, save, sent }
}

const colleagueSaves = async (values: Record<string, AttributeValue>) =>
  mockBackend().callAs('service', 'patchCustomerAttributes', { path: { id: 'all-kinds' }, body: { values } })
const storedValues = async () => (await mockBackend().store.get('customerAttributes', 'all-kinds'))?.values ?? {}

describe('editing custom attributes', () => {
  it('has a field of its kind for every attribute, and sends the changed ones only', async () => {
    const { user, form, type, save, sent } = await editing()
    await user.selectOptions(form.getByLabelText('Loyalty tier'), 'Silver')
    await type('Cups per day', '1,75')
    await type('Ledger id', '9,007,199,254,740,993,999')
    await user.click(form.getByLabelText('Medium'))
    await user.click(form.getByRole('button', { name: 'Add to Allergies' }))
    await user.keyboard('nuts')
    await type('Welcome text in German', '')
    await type('Remarks', '')
    await user.selectOptions(form.getByLabelText('Tax exempt'), 'No')
    expect(form.getByLabelText('Member since')).toHaveAttribute('type', 'datetime-local')
    expect(form.getByLabelText('Member since')).toHaveAccessibleDescription(/Time zone: Coordinated Universal Time/)
    await save()
    expect(await screen.findByText('Custom attributes saved')).toBeVisible()
    expect(sent()).toHaveLength(1)
    expect(sent()[0]?.headers.get('if-match')).toBe('"1"')
    expect(sent()[0]?.body).toEqual({
      values: {
        loyaltyTier: 'silver',
        cupsPerDay: 1.75,
        ledgerId: '9007199254740993999',
        favouriteRoasts: ['light', 'dark', 'medium'],
        allergies: ['hazelnut', 'lactose', 'nuts'],
        welcomeText: { en: 'Welcome back!', fr: 'Content de vous revoir !' },
        remarks: null,
        taxExempt: false,
      },
    })
    await waitFor(() => expect(screen.getByRole('button', { name: 'Edit' })).toHaveFocus())
  })

  it('shows what may not be changed without a field', async () => {
    const { form } = await editing()
    expect(form.queryByLabelText('Loyalty points')).not.toBeInTheDocument()
    expect(form.getByText('12,450')).toBeVisible()
    expect(form.getAllByText('Cannot be changed here')).toHaveLength(2)
    expect(form.getByText('No longer used')).toBeVisible()
  })

  it('finds records to refer to by search, and takes references away', async () => {
    const { user, form, save, sent } = await editing()
    const household = within(form.getByRole('group', { name: 'Household' }))
    await user.click(household.getByRole('button', { name: 'Remove Bo' }))
    await user.type(household.getByRole('combobox', { name: 'Find in Household' }), 'lüdenscheidt')
    expect(await household.findByRole('option', { name: /Käthe Müller-Lüdenscheidt/ })).toBeVisible()
    await user.keyboard('{Enter}')
    await save()
    await waitFor(() => expect(sent()).toHaveLength(1))
    const { household: references } = sent()[0]?.body?.values ?? {}
    expect(references).toMatchObject([
      { entityType: 'customer', id: 'ada-2' },
      { entityType: 'customer', id: 'muller' },
    ])
  })

  it('says at the fields what cannot be, and sends nothing', async () => {
    const { form, type, save, sent } = await editing()
    await type('Cups per day', '21')
    await type('Ledger id', '1.5')
    await type('Remarks', 'x'.repeat(4001))
    await save()
    await waitFor(() => expect(form.getByLabelText('Cups per day')).toBeInvalid())
    expect(form.getByLabelText('Cups per day')).toHaveAccessibleDescription(/Not more than 20/)
    expect(form.getByLabelText('Ledger id')).toHaveAccessibleDescription(/Enter a whole number/)
    expect(form.getByLabelText('Remarks')).toHaveAccessibleDescription(/At most 4000 characters/)
    expect(sent()).toEqual([])
  })

  it('keeps the fields with errors in sight when others are filtered away', async () => {
    const { user, form, type, save } = await editing()
    await type('Cups per day', '21')
    await save()
    await waitFor(() => expect(form.getByLabelText('Cups per day')).toBeInvalid())
    await user.type(screen.getByRole('searchbox', { name: 'Filter attributes' }), 'ledger')
    await waitFor(() => expect(form.queryByLabelText('Remarks')).not.toBeInTheDocument())
    expect(form.getByLabelText('Ledger id')).toBeVisible()
    expect(form.getByLabelText('Cups per day')).toHaveValue('21')
  })

  it('puts what the API refuses at the field', async () => {
    mock('patchCustomerAttributes', () =>
      problem('validation', { errors: [{ pointer: '/values/allergies/1', code: 'card-number', detail: 'A card' }] }),
    )
    const { user, form, save } = await editing()
    await user.type(form.getByLabelText('Allergies 1'), ' pollen')
    await save()
    expect(await form.findByText(/number of a payment card/)).toBeVisible()
    expect(form.getByLabelText('Allergies 1')).toHaveValue('hazelnut pollen')
  })

  it.each([
    ['no connection', () => networkError(), /cannot be reached/],
    ['a lost permission', () => problem('forbidden', { requiredPermission: 'customer:write' }), /permission/],
    ['a broken server', () => problem('internal'), /still here/],
  ] as const)('keeps what was typed after %s, and saves it with the same key', async (_name, answer, text) => {
    mock('patchCustomerAttributes', answer, { once: true })
    const { form, type, save, sent } = await editing()
    await type('Remarks', 'Rings twice')
    await save()
    expect((await form.findByRole('alert')).textContent).toMatch(text)
    expect(form.getByLabelText('Remarks')).toHaveValue('Rings twice')
    await save()
    expect(await screen.findByText('Custom attributes saved')).toBeVisible()
    expect(new Set(sent().map(({ headers }) => headers.get('idempotency-key'))).size).toBe(1)
  })

  it('is left with Escape, and asks first when something was typed', async () => {
    const { user, element, type, workspace } = await editing()
    await type('Remarks', 'Rings twice')
    expect(workspace.store.getState().unsaved).toEqual({ 'all-kinds': ['attributes'] })
    await user.keyboard('{Escape}')
    const question = await screen.findByRole('dialog', { name: 'Discard your changes?' })
    expect(question).toHaveTextContent('Alma Attribute')
    await user.click(within(question).getByRole('button', { name: 'Discard' }))
    await waitFor(() => expect(element).not.toBeInTheDocument())
  })

  it.each(['finance'] as const)('is not for %s: the pen says why', async (as) => {
    renderApp('/customers/all-kinds/attributes', { as })
    expect(await screen.findByRole('button', { name: 'Edit' })).toHaveAttribute('aria-disabled', 'true')
  })
})

describe('two people at the same customer', () => {
  it('who change different attributes keep both', async () => {
    const { user, type, save } = await editing()
    await type('Remarks', 'Rings twice')
    await colleagueSaves({ cupsPerDay: 7 })
    await save()
    const conflict = await screen.findByRole('region', { name: /saved these attributes/ })
    expect(conflict).toHaveTextContent('Cups per day: 3.5 → 7')
    expect(within(conflict).queryByRole('radio')).not.toBeInTheDocument()
    await user.click(within(conflict).getByRole('button', { name: 'Save my choices' }))
    await waitFor(async () => expect(await storedValues()).toMatchObject({ remarks: 'Rings twice', cupsPerDay: 7 }))
  })

  it('who change the same one choose', async () => {
    const { user, form, save } = await editing()
    await user.selectOptions(form.getByLabelText('Loyalty tier'), 'Silver')
    await colleagueSaves({ loyaltyTier: 'bronze', favouriteRoasts: ['dark'] })
    await save()
    const conflict = await screen.findByRole('region', { name: /saved these attributes just now/ })
    expect(conflict).toHaveTextContent('Favourite roasts: Light, Dark → Dark')
    const tier = within(conflict).getByRole('radiogroup', { name: 'Loyalty tier' })
    expect(within(tier).getByRole('radio', { name: 'Yours: Silver' })).toBeChecked()
    await user.click(within(tier).getByRole('radio', { name: /Theirs.*: Bronze/ }))
    await user.click(within(conflict).getByRole('button', { name: 'Save my choices' }))
    await waitFor(async () => expect(await storedValues()).toMatchObject({ loyaltyTier: 'bronze' }))
  })

  it('who save different tabs do not meet at all', async () => {
    const { type, save } = await editing()
    await type('Remarks', 'Rings twice')
    await mockBackend().callAs('service', 'patchCustomer', { path: { id: 'all-kinds' }, body: { title: 'Dr.' } })
    await save()
    expect(await screen.findByText('Custom attributes saved')).toBeVisible()
  })
})
