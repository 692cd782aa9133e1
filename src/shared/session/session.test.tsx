import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { networkError, problem } from '#mocks/answers.ts'
import { mock } from '#mocks/mock.ts'
import { mockPassword } from '#mocks/mock-state.ts'
import { configureMocks } from '#mocks/node.ts'
import { meQuery } from '#/shared/session/me.queries.ts'
import { renderApp } from '#tests/render-app.tsx'

type App = ReturnType<typeof renderApp>

async function signIn({ user }: App, username: string, password = mockPassword) {
  const name = await screen.findByLabelText('Username')
  await user.clear(name)
  await user.type(name, username)
  await user.type(screen.getByLabelText('Password'), password)
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
}

/** Pages that would be loaded anew. */
function loadedPages({ session }: App): string[] {
  const pages: string[] = []
  session.setState({ loadPage: (href) => pages.push(href) })
  return pages
}

describe('signing in', () => {
  it('goes on to where the person wanted to, with everything open that the address names', async () => {
    const app = renderApp('/customers/bo/orders?open=ada.account_bo.orders', { as: null })
    expect(await screen.findByLabelText('Username')).toHaveFocus()
    expect(app.router.state.location.pathname).toBe('/sign-in')
    await signIn(app, 'admin')
    expect(await screen.findByRole('tab', { name: 'Ada Park' })).toBeInTheDocument()
    expect(app.router.state.location.href).toBe('/customers/bo/orders?open=ada.account_bo.orders')
  })

  it('goes to the list when nothing else was wanted, never to another site', async () => {
    const app = renderApp('/sign-in?returnTo=//evil.example', { as: null })
    await signIn(app, 'admin')
    await waitFor(() => expect(app.router.state.location.href).toBe('/customers'))
  })

  it('says that username and password do not match, keeps the name and asks again', async () => {
    const app = renderApp('/sign-in', { as: null })
    await signIn(app, 'admin', 'wrong')
    expect(await screen.findByRole('alert')).toHaveTextContent('This username and password do not match.')
    expect(screen.getByLabelText('Username')).toHaveValue('admin')
    expect(screen.getByLabelText('Password')).toHaveFocus()
    await app.user.keyboard(`${mockPassword}{Enter}`)
    await waitFor(() => expect(app.router.state.location.pathname).toBe('/customers'))
  })

  it('wants both', async () => {
    const app = renderApp('/sign-in', { as: null })
    await app.user.click(await screen.findByRole('button', { name: 'Sign in' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Enter both, username and password.')
    expect(app.sentTo('createSession')).toEqual([])
  })

  it('says how long to wait after too many attempts', async () => {
    mock('createSession', () => problem('too-many-requests', { retryAfter: 30 }))
    const app = renderApp('/sign-in', { as: null })
    await signIn(app, 'admin')
    expect((await screen.findByRole('alert')).textContent).toMatch(
      /^Too many attempts. Try again in (30|29|28) seconds.$/,
    )
    expect(screen.getByRole('button', { name: 'Sign in' })).toBeDisabled()
  })

  it('says that the server cannot be reached', async () => {
    mock('createSession', () => networkError(), { once: true })
    const app = renderApp('/sign-in', { as: null })
    await signIn(app, 'admin')
    expect(await screen.findByRole('alert')).toHaveTextContent('The server cannot be reached')
    await app.user.click(screen.getByRole('button', { name: 'Sign in' }))
    await waitFor(() => expect(app.router.state.location.pathname).toBe('/customers'))
  })

  it('shows what is typed when asked', async () => {
    const { user } = renderApp('/sign-in', { as: null })
    const password = await screen.findByLabelText('Password')
    expect(password).toHaveAttribute('type', 'password')
    await user.click(screen.getByRole('button', { name: 'Show what is typed' }))
    expect(password).toHaveAttribute('type', 'text')
    await user.click(screen.getByRole('button', { name: 'Hide what is typed' }))
    expect(password).toHaveAttribute('type', 'password')
  })
})

describe('a session that ends', () => {
  async function expire() {
    const app = renderApp('/customers/ada/account?open=ada.account_bo.account')
    await screen.findByRole('tabpanel', { name: 'Ada Park' })
    const pages = loadedPages(app)
    act(() => app.workspace.setUnsaved('ada', 'account', true))
    configureMocks({ isExpired: true })
    await act(() => app.queryClient.invalidateQueries({ queryKey: ['customers'] }))
    const dialog = await screen.findByRole('dialog', { name: 'Sign in again' })
    return { app, pages, dialog }
  }

  it('asks over what is open, and goes on when the same person signs in', async () => {
    const { app, pages, dialog } = await expire()
    expect(within(dialog).getByLabelText('Username')).toHaveValue('admin')
    await waitFor(() => expect(within(dialog).getByLabelText('Password')).toHaveFocus())
    await signIn(app, 'admin')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(screen.getByRole('tabpanel', { name: 'Ada Park' })).toBeVisible()
    expect(app.workspace.store.getState().unsaved).toEqual({ ada: ['account'] })
    expect(pages).toEqual([])
  })

  it('begins anew for another person', async () => {
    const { app, pages } = await expire()
    await signIn(app, 'finance')
    await waitFor(() => expect(pages).toEqual(['/customers']))
    expect(app.workspace.store.getState().unsaved).toEqual({})
  })
})

describe('the menu of the person', () => {
  async function openMenu(at = '/orders?open=ada.account') {
    const app = renderApp(at, { as: 'service' })
    await app.user.click(await screen.findByRole('button', { name: 'Sam Rivera: preferences and sign-out' }))
    await screen.findByRole('menu')
    return app
  }

  it('says who and as what', async () => {
    await openMenu()
    expect(screen.getByRole('menu')).toHaveTextContent('Sam RiveraCustomer Service')
  })

  it('changes the theme at once and for good', async () => {
    const { user, sentTo } = await openMenu()
    await user.click(screen.getByRole('menuitemradio', { name: 'Dark' }))
    await waitFor(() => expect(document.documentElement).toHaveAttribute('data-color-scheme', 'dark'))
    await waitFor(() => expect(sentTo('patchPreferences')[0]?.body).toEqual({ theme: 'dark' }))
    await user.click(screen.getByRole('menuitemradio', { name: 'Compact' }))
    await waitFor(() => expect(sentTo('patchPreferences')[1]?.body).toEqual({ density: 'compact' }))
    expect(document.documentElement).toHaveAttribute('data-density', 'compact')
  })

  it('keeps a choice that waits while the one before is answered', async () => {
    const { user, sentTo, queryClient } = await openMenu()
    const held = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    mock('patchPreferences', async ({ passThrough }) => {
      await held[sentTo('patchPreferences').length - 1]?.promise
      return passThrough()
    })
    await user.click(screen.getByRole('menuitemradio', { name: 'Dark' }))
    await user.click(screen.getByRole('menuitemradio', { name: 'Compact' }))
    held[0]?.resolve()
    await waitFor(() => expect(sentTo('patchPreferences')).toHaveLength(2))
    expect(queryClient.getQueryData(meQuery.queryKey)?.preferences).toMatchObject({ theme: 'dark', density: 'compact' })
    held[1]?.resolve()
    await waitFor(() => expect(queryClient.isMutating()).toBe(0))
    expect(document.documentElement).toHaveAttribute('data-density', 'compact')
    expect(document.documentElement).toHaveAttribute('data-color-scheme', 'dark')
  })

  it('saves over a preference that another window changed', async () => {
    mock('patchPreferences', () => problem('stale'), { once: true })
    const { user, sentTo } = await openMenu()
    await user.click(screen.getByRole('menuitemradio', { name: 'Light' }))
    await waitFor(() => expect(sentTo('patchPreferences')).toHaveLength(2))
    await waitFor(() => expect(screen.getByRole('menuitemradio', { name: 'Light' })).toBeChecked())
  })

  it('takes a preference back that could not be saved', async () => {
    mock('patchPreferences', () => problem('internal'))
    const { user } = await openMenu()
    await user.click(screen.getByRole('menuitemradio', { name: 'Dark' }))
    await waitFor(() => expect(screen.getByRole('menuitemradio', { name: 'As the system' })).toBeChecked())
  })

  it('signs out and loads the sign-in anew', async () => {
    const app = await openMenu()
    const pages = loadedPages(app)
    await app.user.click(screen.getByRole('menuitem', { name: 'Sign out' }))
    await waitFor(() => expect(pages).toEqual(['/sign-in']))
    expect(app.sentTo('deleteSession')).toHaveLength(1)
  })

  it('asks before signing out while something is unsaved, and names it', async () => {
    const app = renderApp('/orders?open=ada.account_bo.account')
    const pages = loadedPages(app)
    await screen.findByRole('tab', { name: 'Ada Park' })
    act(() => app.workspace.setUnsaved('ada', 'account', true))
    await app.user.click(screen.getByRole('button', { name: /preferences and sign-out/ }))
    await app.user.click(await screen.findByRole('menuitem', { name: 'Sign out' }))
    const dialog = await screen.findByRole('dialog', { name: 'Sign out without saving?' })
    expect(await within(dialog).findByRole('listitem')).toHaveTextContent('Ada ParkC-100001')
    await app.user.click(within(dialog).getByRole('button', { name: 'Cancel' }))
    expect(pages).toEqual([])
  })

  it('says so when signing out did not work', async () => {
    mock('deleteSession', () => networkError())
    const app = await openMenu()
    const pages = loadedPages(app)
    await app.user.click(screen.getByRole('menuitem', { name: 'Sign out' }))
    expect(await screen.findByText(/You are still signed in/)).toBeInTheDocument()
    expect(pages).toEqual([])
  })
})
