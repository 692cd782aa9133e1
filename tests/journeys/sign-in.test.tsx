import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { problem } from '#mocks/answers.ts'
import { mock } from '#mocks/mock.ts'
import { mockPassword, type DemoUser } from '#mocks/mock-state.ts'
import { configureMocks } from '#mocks/node.ts'
import { renderApp } from '#tests/render-app.tsx'

type User = ReturnType<typeof renderApp>['user']

async function signIn(user: User, username: DemoUser, password: string = mockPassword) {
  await user.type(await screen.findByLabelText('Username'), username)
  await user.type(screen.getByLabelText('Password'), password)
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
}

it('asks who is there, then shows what was asked for', async () => {
  const { user, router } = renderApp('/customers/ada/account', { as: null })
  await signIn(user, 'service')
  expect(await screen.findByRole('tabpanel', { name: 'Ada Park' })).toBeVisible()
  expect(router.state.location.pathname).toBe('/customers/ada/account')
})

it('keeps the name after a wrong password and says no more than that they do not match', async () => {
  const { user } = renderApp('/customers', { as: null })
  await signIn(user, 'service', 'guess')
  expect(await screen.findByText('This username and password do not match.')).toBeVisible()
  expect(screen.getByLabelText('Username')).toHaveValue('service')

  await user.clear(screen.getByLabelText('Password'))
  await user.type(screen.getByLabelText('Password'), mockPassword)
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
  expect(await screen.findByRole('table', { name: 'Customers' })).toBeVisible()
})

it('says how long to wait after too many attempts', async () => {
  const sent = mock('createSession', () => problem('too-many-requests', { retryAfter: 42 }))
  const { user } = renderApp('/customers', { as: null })
  await signIn(user, 'service')
  expect(await screen.findByText(/Try again in 4\d seconds/)).toBeVisible()
  expect(screen.getByRole('button', { name: 'Sign in' })).toBeDisabled()
  expect(sent).toHaveLength(1)
})

it('asks again over the open work when the session ends, and goes on with it', async () => {
  const { user, workspace } = renderApp('/customers/ada/account?open=ada.account_muller.addresses')
  await screen.findByRole('tabpanel', { name: 'Ada Park' })

  configureMocks({ isExpired: true })
  await user.click(screen.getByRole('tab', { name: /Müller/ }))
  const dialog = await screen.findByRole('dialog', { name: 'Sign in again' })
  expect(within(dialog).getByLabelText('Username')).toHaveValue('admin')
  await user.type(within(dialog).getByLabelText('Password'), mockPassword)
  await user.click(within(dialog).getByRole('button', { name: 'Sign in' }))

  expect(await screen.findByRole('tabpanel', { name: /Müller/ })).toBeVisible()
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  expect(workspace.store.getState().records.map(({ id }) => id)).toEqual(['ada', 'muller'])
})

it('ends the session at signing out and starts afresh, so that nothing stays in memory', async () => {
  const { user, sentNames, loadedPages } = renderApp('/customers/ada/account')
  await screen.findByRole('tabpanel', { name: 'Ada Park' })
  await user.click(screen.getByRole('button', { name: /Alex Morgan/ }))
  await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }))
  await waitFor(() => expect(loadedPages).toEqual(['/sign-in']))
  expect(sentNames()).toContain('deleteSession')
})
