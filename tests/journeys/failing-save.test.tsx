import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { networkError, problem } from '#mocks/answers.ts'
import { mock } from '#mocks/mock.ts'
import { configureMocks, mockBackend } from '#mocks/node.ts'
import { renderApp } from '#tests/render-app.tsx'

/** Ada's account with another last name typed, not saved. */
async function typedLastName(text: string) {
  const app = renderApp('/customers/ada/account')
  await app.user.click(await screen.findByRole('button', { name: 'Edit' }))
  const form = await screen.findByRole('form', { name: 'Edit account' })
  const field = within(form).getByLabelText('Last name')
  await app.user.clear(field)
  await app.user.type(field, text)
  return { ...app, field, save: async () => app.user.click(within(form).getByRole('button', { name: 'Save' })) }
}

const savedLastName = async () => (await mockBackend().store.get('customers', 'ada'))?.lastName

it('saves once although the first answer got lost on its way', async () => {
  const { field, save, sentTo } = await typedLastName('Lovelace')
  mock(
    'patchCustomer',
    async ({ passThrough }) => {
      await passThrough()
      return networkError()
    },
    { once: true },
  )
  await save()
  expect(await screen.findByRole('alert')).toBeVisible()
  expect(field).toHaveValue('Lovelace')
  expect(await savedLastName()).toBe('Lovelace')

  await save()
  expect(await screen.findByRole('heading', { level: 1, name: 'Ada Lovelace' })).toBeVisible()
  expect((await mockBackend().store.get('customers', 'ada'))?.version).toBe(2)
  const keys = sentTo('patchCustomer').map(({ headers }) => headers.get('idempotency-key'))
  expect(keys).toHaveLength(2)
  expect(new Set(keys).size).toBe(1)
})

it('can be tried again at once after a lost permission, while the rights are read again', async () => {
  const { save } = await typedLastName('Lovelace')
  const held = Promise.withResolvers<void>()
  mock('patchCustomer', () => problem('forbidden', { requiredPermission: 'customer:write' }), { once: true })
  mock('getMe', async ({ passThrough }) => held.promise.then(passThrough), { once: true })
  await save()
  expect(await screen.findByRole('alert')).toBeVisible()
  await save()
  await waitFor(async () => expect(await savedLastName()).toBe('Lovelace'))
  held.resolve()
})

it.each(['permissionLost', 'savesFail'] as const)(
  'keeps what was typed in scenario %s, to save it later',
  async (scenario) => {
    const { field, save } = await typedLastName('Lovelace')
    configureMocks({ scenario })
    await save()
    expect(await screen.findByRole('alert')).toBeVisible()
    expect(field).toHaveValue('Lovelace')
    expect(await savedLastName()).toBe('Park')

    configureMocks({ scenario: 'normal' })
    await save()
    await waitFor(async () => expect(await savedLastName()).toBe('Lovelace'))
  },
)

it('goes on with an edit after the session ended in the middle of saving', async () => {
  const { user, field, save } = await typedLastName('Lovelace')
  configureMocks({ isExpired: true })
  await save()
  const dialog = await screen.findByRole('dialog', { name: 'Sign in again' })
  expect(field).toHaveValue('Lovelace')
  await user.type(within(dialog).getByLabelText('Password'), 'demo')
  await user.click(within(dialog).getByRole('button', { name: 'Sign in' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  // The save that was interrupted goes on by itself.
  expect(await screen.findByRole('heading', { level: 1, name: 'Ada Lovelace' })).toBeVisible()
  expect(await savedLastName()).toBe('Lovelace')
})
