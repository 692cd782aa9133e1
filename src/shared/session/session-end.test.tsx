import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { problem } from '#mocks/answers.ts'
import { demoStaff } from '#mocks/seed/demo-staff.ts'
import { mock } from '#mocks/mock.ts'
import { mockPassword } from '#mocks/mock-state.ts'
import { configureMocks, mockBackend } from '#mocks/node.ts'
import { openNothing, type OpenChannel } from '#/shared/live/window-channel.ts'
import type { SessionNews } from '#/shared/session/session.ts'
import { renderApp } from '#tests/render-app.tsx'

type App = ReturnType<typeof renderApp>

const layer = () => screen.findByRole('dialog', { name: 'Sign in again' })

async function signIn({ user }: App, username = 'admin') {
  const dialog = await layer()
  const name = within(dialog).getByLabelText('Username')
  await user.clear(name)
  await user.type(name, username)
  await user.type(within(dialog).getByLabelText('Password'), mockPassword)
  await user.click(within(dialog).getByRole('button', { name: 'Sign in' }))
}

/** An account in its form, with a first name typed. */
async function typing(options?: Parameters<typeof renderApp>[1]) {
  const app = renderApp('/customers/ada/account?open=ada.account_bo.account', options)
  await app.user.click(await screen.findByRole('button', { name: 'Edit' }))
  const form = await screen.findByRole('form', { name: 'Edit account' })
  await app.user.clear(within(form).getByLabelText('First name'))
  await app.user.paste('Adele')
  return { ...app, form, save: async () => app.user.click(within(form).getByRole('button', { name: 'Save' })) }
}

describe('a request that finds the session over', () => {
  it('asks once for three at a time, and reads each of them once more after the sign-in', async () => {
    const app = renderApp('/customers/ada/addresses')
    await screen.findByRole('button', { name: 'Add address' })
    await waitFor(() => expect(app.queryClient.isFetching()).toBe(0))
    const reads = ['getCustomer', 'listAddresses', 'listCustomers'] as const
    const counts = () => reads.map((name) => app.sentTo(name).length)
    const before = counts()

    configureMocks({ isExpired: true })
    await act(() => app.queryClient.invalidateQueries({ queryKey: ['customers'] }))
    await layer()
    expect(screen.getAllByRole('dialog')).toHaveLength(1)
    expect(counts()).toEqual(before.map((count) => count + 1))

    await signIn(app)
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await waitFor(() => expect(app.queryClient.isFetching()).toBe(0))
    expect(counts()).toEqual(before.map((count) => count + 2))
    expect(screen.queryByText('Not up to date')).toBeNull()
  })

  it('keeps an interrupted save, and sends it once more as it was', async () => {
    const app = await typing()
    configureMocks({ isExpired: true })
    await app.save()
    await layer()
    expect(within(app.form).getByLabelText('First name')).toHaveValue('Adele')
    expect(app.workspace.store.getState().unsaved).toEqual({ ada: ['account'] })
    expect(app.sentTo('patchCustomer')).toHaveLength(1)

    await signIn(app)
    expect(await screen.findByRole('heading', { level: 1, name: 'Adele Park' })).toBeVisible()
    await waitFor(() => expect(screen.getByRole('status', { name: 'Notices' })).toHaveTextContent('Account saved'))
    expect((await mockBackend().store.get('customers', 'ada'))?.firstName).toBe('Adele')
    const [first, second, ...more] = app.sentTo('patchCustomer')
    expect(more).toEqual([])
    expect(second?.body).toEqual(first?.body)
    for (const header of ['if-match', 'idempotency-key']) {
      expect(second?.headers.get(header)).toBe(first?.headers.get(header))
    }
    expect(app.workspace.store.getState().unsaved).toEqual({})
  })

  it('does not try for ever: refused again after the sign-in, it is left to the person', async () => {
    const app = await typing()
    mock('patchCustomer', () => problem('session-expired'))
    await app.save()
    await signIn(app)
    await waitFor(() => expect(app.sentTo('patchCustomer')).toHaveLength(2))
    // Asked again, for the session is over again; nothing is sent by itself any more.
    await layer()
    expect(await within(app.form).findByRole('alert', { hidden: true })).toBeInTheDocument()
    await signIn(app)
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(app.sentTo('patchCustomer')).toHaveLength(2)
    expect(within(app.form).getByLabelText('First name')).toHaveValue('Adele')
  })

  it('asks for nothing while the sign-in is shown, also when the window is come back to', async () => {
    const app = await typing()
    configureMocks({ isExpired: true })
    await app.save()
    await layer()
    const before = app.sentNames().length
    await act(() => app.queryClient.invalidateQueries({ refetchType: 'none' }))
    act(() => void window.dispatchEvent(new Event('visibilitychange')))
    expect(app.sentNames()).toHaveLength(before)
  })
})

describe('somebody else at the sign-in', () => {
  it('sees nothing of the person before, and sends nothing for them', async () => {
    const app = await typing()
    configureMocks({ isExpired: true })
    await app.save()
    await signIn(app, 'finance')
    await waitFor(() => expect(app.loadedPages).toEqual(['/customers']))
    expect(document.body.textContent).not.toMatch(/Ada|Adele|Park|C-1000/)
    expect(app.queryClient.getQueryCache().getAll()).toEqual([])
    expect(JSON.stringify([localStorage, sessionStorage].map(Object.entries))).not.toMatch(/ada|park/i)
    expect(app.sentTo('patchCustomer')).toHaveLength(1)
    expect((await mockBackend().store.get('customers', 'ada'))?.firstName).toBe('Ada')
  })
})

describe('several windows of one browser', () => {
  /** A window, what it says to the others, and a way to say something to it. */
  async function aWindow() {
    const said: unknown[] = []
    let hear: (news: SessionNews) => void = () => undefined
    const openChannel: OpenChannel = (name, onMessage) => {
      if (name !== 'session') return openNothing(name, onMessage)
      hear = (news) => act(() => onMessage(news as never))
      return { post: (message) => said.push(message), close: () => undefined }
    }
    const app = renderApp('/customers/ada/account', { openChannel })
    await screen.findByRole('button', { name: 'Edit' })
    return { app, said, hear: (news: SessionNews) => hear(news) }
  }

  it('ask for the sign-in when one signs out, and go on when one signs in', async () => {
    const { app, said, hear } = await aWindow()
    hear({ kind: 'signedOut' })
    expect(await layer()).toBeVisible()
    hear({ kind: 'signedIn', staffId: demoStaff.admin.id })
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(app.loadedPages).toEqual([])

    hear({ kind: 'signedOut' })
    await signIn(app)
    await waitFor(() => expect(said).toEqual([{ kind: 'signedIn', staffId: demoStaff.admin.id }]))
  })

  it('begin anew when one signs somebody else in', async () => {
    const { app, hear } = await aWindow()
    hear({ kind: 'signedIn', staffId: demoStaff.finance.id })
    await waitFor(() => expect(app.loadedPages).toEqual(['/customers']))
    expect(document.body.textContent).not.toContain('Ada')
  })

  it('are told of a sign-out', async () => {
    const { app, said } = await aWindow()
    await app.user.click(screen.getByRole('button', { name: /preferences and sign-out/ }))
    await app.user.click(await screen.findByRole('menuitem', { name: 'Sign out' }))
    await waitFor(() => expect(app.loadedPages).toEqual(['/sign-in']))
    expect(said).toEqual([{ kind: 'signedOut' }])
  })

  it('show nothing of one person when the session turns out to be another one’s', async () => {
    const { app } = await aWindow()
    configureMocks({ staffId: demoStaff.sales.id })
    await act(() => app.queryClient.invalidateQueries({ queryKey: ['me'] }))
    await waitFor(() => expect(app.loadedPages).toEqual(['/customers']))
    expect(document.body.textContent).not.toContain('Ada')
  })
})
