import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { mockBackend } from '#mocks/node.ts'
import { renderApp } from '#tests/render-app.tsx'

const at = '/customers/two-homes/addresses'
const storedDrafts = async () => (await mockBackend().callAs('admin', 'listDrafts', {})).items
const formNamed = async (name: string) => screen.findByRole('form', { name })

async function book() {
  const app = renderApp(at)
  const { user } = app
  const press = async (name: string) => user.click(await screen.findByRole('button', { name }))
  const type = async (form: HTMLElement, label: string, text: string) => {
    await user.clear(within(form).getByLabelText(label))
    await user.paste(text)
  }
  return { ...app, press, type }
}

it('come back each in its form: those of addresses, and several of new ones', async () => {
  const { user, press, type } = await book()
  await press('Edit Bills')
  await type(await formNamed('Edit address Bills'), 'City', 'Cambridge')
  await press('Add address')
  await type(await formNamed('New address'), 'Address name', 'Office')
  await user.click(await screen.findByRole('button', { name: 'More actions for Parcels' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Duplicate' }))
  const [copy] = await screen.findAllByRole('form', { name: 'New address' })
  await type(copy as HTMLElement, 'Notes', 'Ring twice')
  await waitFor(async () => {
    const stored = await storedDrafts()
    expect(stored).toHaveLength(3)
    for (const text of ['Cambridge', 'Office', 'Ring twice']) expect(JSON.stringify(stored)).toContain(text)
  })
  await waitFor(() => expect(screen.getAllByText(/^Saved as draft, /)).toHaveLength(3))
  const typed = (form: HTMLElement) =>
    ['Address name', 'Address line 1', 'City', 'Notes', 'Country'].map(
      (label) => within(form).getByLabelText<HTMLInputElement>(label).value,
    )
  const before = new Set(screen.getAllByRole('form').map((form) => typed(form).join(' | ')))

  cleanup()
  renderApp(at)
  await waitFor(() => expect(screen.getAllByRole('form')).toHaveLength(3))
  await waitFor(() =>
    expect(new Set(screen.getAllByRole('form').map((form) => typed(form).join(' | ')))).toEqual(before),
  )
  expect(screen.getByRole('tab', { name: 'Addresses' })).toHaveAccessibleDescription(
    '2 Unsaved changes, kept as a draft',
  )
})

it('go when they are saved, one by one', async () => {
  const { press, type } = await book()
  await press('Edit Bills')
  const bills = await formNamed('Edit address Bills')
  await type(bills, 'City', 'Cambridge')
  await press('Edit Parcels')
  await type(await formNamed('Edit address Parcels'), 'City', 'Lynn')
  await waitFor(async () => expect(await storedDrafts()).toHaveLength(2))
  await act(async () => within(bills).getByRole('button', { name: 'Save' }).click())
  await waitFor(async () => expect(await storedDrafts()).toMatchObject([{ values: { city: 'Lynn' } }]))
  expect(screen.getByRole('form', { name: 'Edit address Parcels' })).toBeVisible()
})
