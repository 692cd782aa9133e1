import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderApp } from '#tests/render-app.tsx'

const names = () =>
  screen
    .queryAllByRole('tab')
    .filter((tab) => tab.id.startsWith('record-tab-'))
    .map((tab) => tab.textContent)
const tab = (name: string) => screen.getByRole('tab', { name })
const notices = () => within(screen.getByRole('status', { name: 'Notices' }))
const muller = 'Käthe Müller-Lüdenscheidt'

async function renderThree(at = '/customers/bo/orders?open=ada.account_bo.orders_muller.account') {
  const app = renderApp(at)
  await screen.findByRole('tab', { name: 'Ada Park' })
  // The shortcuts have come when one is answered.
  await waitFor(async () => {
    await app.user.keyboard('?')
    expect(screen.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeInTheDocument()
  })
  await app.user.click(screen.getByRole('button', { name: 'Close' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  return app
}

describe('a pin', () => {
  it('puts the tab first and is told in its description, never in its name', async () => {
    const { user } = await renderThree()
    await user.pointer({ keys: '[MouseRight]', target: tab(muller) })
    await user.click(await screen.findByRole('menuitem', { name: 'Pin' }))
    expect(names()).toEqual([muller, 'Ada Park', 'Bo'])
    expect(tab(muller)).toHaveAccessibleDescription('C-100004, Pinned')
    expect(screen.getByText(`${muller} is pinned.`)).toBeInTheDocument()
    await user.keyboard('{Shift>}P{/Shift}')
    expect(names()).toEqual([muller, 'Bo', 'Ada Park'])
    await user.keyboard('{Shift>}P{/Shift}')
    expect(tab('Bo')).not.toHaveAccessibleDescription(/Pinned/)
  })

  it('spares the record when others close, and the menu says so', async () => {
    const { user, workspace } = await renderThree()
    act(() => workspace.pin('ada'))
    await user.pointer({ keys: '[MouseRight]', target: tab(muller) })
    await user.click(await screen.findByRole('menuitem', { name: 'Close all that are not pinned' }))
    expect(names()).toEqual(['Ada Park'])
    expect(notices().getByText(/^2 customers closed: Bo, C-\d+; .*C-100004\.$/)).toBeInTheDocument()
  })

  it('is made and taken in the list of open customers', async () => {
    const { user, workspace } = await renderThree()
    await user.click(screen.getByRole('button', { name: 'List of open customers' }))
    const list = within(await screen.findByRole('dialog', { name: 'Open customers' }))
    await user.click(list.getByRole('button', { name: 'Pin Bo' }))
    expect(list.getByRole('button', { name: 'Pin Bo' })).toHaveAttribute('aria-pressed', 'true')
    expect(workspace.store.getState().pinned).toEqual(['bo'])
    await user.click(list.getByRole('button', { name: 'Pin Bo' }))
    expect(workspace.store.getState().pinned).toEqual([])
  })
})

describe('a closed record', () => {
  it('is named in a notice and comes back with Undo as it was', async () => {
    const { user, router } = await renderThree()
    await user.click(screen.getByRole('button', { name: 'Close Bo' }))
    await waitFor(() => expect(router.state.location.pathname).toBe('/customers/muller/account'))
    const region = screen.getByRole('status', { name: 'Notices' })
    expect(region.textContent).toMatch(/BoC-\d+Closed\./)
    await user.click(notices().getByRole('button', { name: 'Undo' }))
    expect(names()).toEqual(['Ada Park', 'Bo', muller])
    await waitFor(() => expect(router.state.location.pathname).toBe('/customers/bo/orders'))
    expect(region).toBeEmptyDOMElement()
  })

  it('comes back with u, and with z from further back', async () => {
    const { user } = await renderThree()
    await user.keyboard('x')
    await user.keyboard('x')
    expect(names()).toEqual(['Ada Park'])
    await user.keyboard('u')
    expect(names()).toEqual(['Ada Park', muller])
    await user.keyboard('z')
    expect(names()).toEqual(['Ada Park', 'Bo', muller])
    expect(tab('Bo')).toHaveAttribute('aria-selected', 'true')
    await waitFor(() => expect(screen.getByRole('status', { name: 'Notices' })).toBeEmptyDOMElement())
  })

  it('is found in the list, also when nothing is open any more', async () => {
    const { user, sentTo } = await renderThree()
    await user.pointer({ keys: '[MouseRight]', target: tab('Bo') })
    await user.click(await screen.findByRole('menuitem', { name: 'Close all' }))
    const asked = sentTo('listCustomers').length
    await user.click(await screen.findByRole('button', { name: 'Recently closed' }))
    const closed = within(await screen.findByRole('list', { name: 'Recently closed' }))
    expect(closed.getAllByRole('button').map((button) => button.textContent)).toEqual([
      expect.stringMatching(/^Ada ParkC-/),
      expect.stringMatching(/^BoC-/),
      expect.stringContaining(muller),
    ])
    await user.click(closed.getByRole('button', { name: 'Reopen Bo' }))
    expect(names()).toEqual(['Bo'])
    expect(sentTo('listCustomers').length - asked).toBeLessThanOrEqual(1)
  })
})

describe('at the limit', () => {
  it('says what was closed to make room, and undoes that', async () => {
    const { user, workspace } = await renderThree()
    act(() => workspace.store.setState({ limit: 3 }))
    act(() => workspace.show('ada-2'))
    await waitFor(() => expect(names()).toHaveLength(3))
    const region = screen.getByRole('status', { name: 'Notices' })
    expect(region.textContent).toMatch(/Ada ParkC-100001Closed to make room: 3 customers are open at most/)
    await user.click(notices().getByRole('button', { name: 'Undo' }))
    expect(names()).toHaveLength(4)
    expect(workspace.store.getState()).toMatchObject({ active: 'ada-2' })
  })

  it('opens beyond it when nothing may be closed, and asks what may', async () => {
    const { user, workspace } = await renderThree()
    act(() => {
      workspace.store.setState({ limit: 3 })
      for (const id of ['ada', 'bo']) workspace.pin(id)
      workspace.setUnsaved('muller', 'account', true)
      workspace.show('ada-2')
    })
    await waitFor(() => expect(names()).toHaveLength(4))
    expect(notices().getByText(/^4 customers are open/)).toBeInTheDocument()
    await user.click(notices().getByRole('button', { name: 'Choose what to close' }))
    expect(await screen.findByRole('dialog', { name: 'Open customers' })).toBeInTheDocument()
  })
})
