import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { CustomerPatch } from '#/contract/customers.ts'
import { mockBackend } from '#mocks/node.ts'
import { renderApp, renderCase } from '#tests/render-app.tsx'

async function editing() {
  const app = renderApp('/customers/ada/account')
  await app.user.click(await screen.findByRole('button', { name: 'Edit' }))
  const form = await screen.findByRole('form', { name: 'Edit account' })
  const type = async (name: string, text: string) => {
    await app.user.clear(within(form).getByLabelText(name))
    await app.user.paste(text)
  }
  const save = async () => app.user.click(screen.getByRole('button', { name: 'Save' }))
  const surface = async () => screen.findByRole('region', { name: /saved this account/ })
  return { ...app, form, type, save, surface }
}

const colleagueSaves = async (body: CustomerPatch) =>
  mockBackend().callAs('service', 'patchCustomer', { path: { id: 'ada' }, body })

const stored = async () => mockBackend().store.get('customers', 'ada')

it('says who saved meanwhile and merges different fields by itself', async () => {
  const { user, type, save, surface } = await editing()
  await type('First name', 'Adele')
  await colleagueSaves({ title: 'Dr.' })
  await save()
  const conflict = await surface()
  expect(conflict).toHaveAccessibleName('Sam Rivera saved this account just now')
  expect(within(conflict).getByRole('heading', { level: 3, name: /Sam Rivera/ })).toHaveFocus()
  expect(conflict).toHaveTextContent('Title: – → Dr.')
  expect(conflict).toHaveTextContent('First name: Ada → Adele')
  expect(within(conflict).queryByRole('radiogroup')).not.toBeInTheDocument()

  await user.click(within(conflict).getByRole('button', { name: 'Save my choices' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Adele Park' })).toBeVisible()
  expect(await stored()).toMatchObject({ firstName: 'Adele', title: 'Dr.' })
})

it('lets choose where both changed the same field', async () => {
  const { user, type, save, surface, sentTo } = await editing()
  await type('Phone', '+1 212 555 0177')
  await type('Last name', 'Parker')
  await colleagueSaves({ phone: '+12125550188', lastName: 'Parks' })
  await save()
  const conflict = await surface()
  const phone = within(conflict).getByRole('radiogroup', { name: 'Phone' })
  expect(within(phone).getByRole('radio', { name: 'Yours: +1 212 555 0177' })).toBeChecked()
  expect(phone).toHaveTextContent('+12125550110')
  await user.click(within(phone).getByRole('radio', { name: 'Theirs (Sam Rivera): +12125550188' }))
  await user.click(within(conflict).getByRole('button', { name: 'Save my choices' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Ada Parker' })).toBeVisible()
  expect(await stored()).toMatchObject({ phone: '+12125550188', lastName: 'Parker' })
  expect(sentTo('patchCustomer').at(-1)?.body).toEqual({ lastName: 'Parker' })
})

it('keeps everything typed while editing goes on, and asks again', async () => {
  const { user, form, type, save, surface } = await editing()
  await type('Last name', 'Parker')
  await colleagueSaves({ lastName: 'Parks' })
  await save()
  await user.click(within(await surface()).getByRole('button', { name: 'Keep editing' }))
  expect(within(form).getByLabelText('Last name')).toHaveValue('Parker')
  await save()
  expect(within(await surface()).getByRole('radiogroup', { name: 'Last name' })).toBeVisible()
  expect(await stored()).toMatchObject({ lastName: 'Parks' })
})

it('asks again when somebody saves once more', async () => {
  const { user, type, save, surface } = await editing()
  await type('Last name', 'Parker')
  await colleagueSaves({ lastName: 'Parks' })
  await save()
  const first = await surface()
  await colleagueSaves({ lastName: 'Parkinson' })
  await user.click(within(first).getByRole('button', { name: 'Save my choices' }))
  await waitFor(() => expect(first).not.toBeInTheDocument())
  const second = within(await surface()).getByRole('radiogroup', { name: 'Last name' })
  expect(within(second).getByRole('radio', { name: 'Yours: Parker' })).toBeChecked()
  expect(second).toHaveTextContent('Parkinson')
  expect(second).toHaveTextContent('Parks')
})

it('has nothing to save when theirs is chosen everywhere', async () => {
  const { user, type, save, surface, sentTo } = await editing()
  await type('Last name', 'Parker')
  await colleagueSaves({ lastName: 'Parks' })
  await save()
  const conflict = await surface()
  await user.click(within(conflict).getByRole('radio', { name: /^Theirs/ }))
  await user.click(within(conflict).getByRole('button', { name: 'Save my choices' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Ada Parks' })).toBeVisible()
  expect(sentTo('patchCustomer')).toHaveLength(1)
})

it('shows both values when a colleague saves just before, and lets neither go without a choice', async () => {
  const { user } = renderCase('two-people-at-one-account')
  await user.click(await screen.findByRole('button', { name: 'Edit' }))
  const form = within(await screen.findByRole('form', { name: 'Edit account' }))
  await user.clear(form.getByLabelText('Last name'))
  await user.paste('Parker')
  await user.click(form.getByRole('button', { name: 'Save' }))
  const theirs = await screen.findByRole('radio', { name: /^Theirs/ })
  expect(screen.getByRole('radio', { name: 'Yours: Parker' })).toBeChecked()
  expect((await stored())?.lastName).not.toBe('Parker')
  expect(theirs).toHaveAccessibleName(new RegExp(`: ${(await stored())?.lastName}$`, 'u'))
})
