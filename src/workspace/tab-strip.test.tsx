import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderApp } from '#tests/render-app.tsx'

const tabs = () => screen.getAllByRole('tab').filter((tab) => tab.id.startsWith('record-tab-'))
const names = () => tabs().map((tab) => tab.textContent)
const tab = (name: string) => screen.getByRole('tab', { name })
const strip = () => screen.findByRole('tablist', { name: 'Open customers' })
const open = '/customers/bo/account?open=ada.account_bo.account_muller.account'

async function renderThree(at = open) {
  const app = renderApp(at)
  await screen.findByRole('tab', { name: 'Ada Park' })
  return app
}

describe('the strip', () => {
  it('shows one tab a record, as links in a list of tabs that holds nothing else', async () => {
    await renderThree()
    const list = await strip()
    expect(names()).toEqual(['Ada Park', 'Bo', 'Käthe Müller-Lüdenscheidt'])
    expect([...list.children].every((child) => child.getAttribute('role') === 'tab')).toBe(true)
    expect(tab('Ada Park')).toHaveAttribute('href', '/customers/ada/account')
    expect(tab('Bo')).toHaveAttribute('aria-selected', 'true')
    expect(tab('Ada Park')).toHaveAttribute('aria-selected', 'false')
    expect(tab('Ada Park')).toHaveAccessibleDescription('C-100001')
  })

  it('shows the panel labelled by its tab', async () => {
    const { user } = await renderThree()
    await user.click(tab('Ada Park'))
    expect(await screen.findByRole('tabpanel', { name: 'Ada Park' })).toBeVisible()
    expect(screen.queryByRole('tabpanel', { name: 'Bo' })).toBeNull()
  })

  it('shows the number of two records of one name; the name stays the name', async () => {
    renderApp('/customers?open=ada.account_ada-2.account_bo.account')
    await waitFor(() => expect(screen.getAllByRole('tab', { name: 'Ada Park' })).toHaveLength(2))
    expect(names()).toEqual(['Ada ParkC-100001', 'Ada ParkC-100002', 'Bo'])
    expect(screen.getAllByRole('tab', { name: 'Ada Park' })[1]).toHaveAccessibleDescription('C-100002')
  })

  it('says when there is no such record', async () => {
    renderApp('/customers?open=nobody.account')
    expect(await screen.findByRole('tab', { name: 'Unknown customer' })).toBeInTheDocument()
  })

  it('asks for all titles at once', async () => {
    const { sentTo } = await renderThree()
    expect(sentTo('listCustomers').filter(({ query }) => query?.id !== undefined)).toHaveLength(1)
  })
})

describe('the tooltip of a tab', () => {
  it('shows the full name and the number, and goes with Escape', async () => {
    const { user } = await renderThree()
    await user.hover(tab('Käthe Müller-Lüdenscheidt'))
    const tooltip = await screen.findByRole('tooltip')
    expect(tooltip.textContent).toBe('Käthe Müller-Lüdenscheidt\nC-100004')
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('tooltip')).toBeNull())
  })
})

describe('the keyboard on the strip', () => {
  it('moves the focus only, round the ends', async () => {
    const { user } = await renderThree()
    act(() => tab('Bo').focus())
    await user.keyboard('{ArrowRight}')
    expect(tab('Käthe Müller-Lüdenscheidt')).toHaveFocus()
    await user.keyboard('{ArrowRight}')
    expect(tab('Ada Park')).toHaveFocus()
    await user.keyboard('{ArrowLeft}{Home}')
    expect(tab('Ada Park')).toHaveFocus()
    await user.keyboard('{End}')
    expect(tab('Käthe Müller-Lüdenscheidt')).toHaveFocus()
    expect(tab('Bo')).toHaveAttribute('aria-selected', 'true')
  })

  it.each(['{Enter}', ' '])('opens with %s and keeps the focus', async (key) => {
    const { user } = await renderThree()
    act(() => tab('Bo').focus())
    await user.keyboard('{ArrowLeft}')
    await user.keyboard(key)
    expect(tab('Ada Park')).toHaveAttribute('aria-selected', 'true')
    expect(tab('Ada Park')).toHaveFocus()
  })

  it('closes the focused tab with Delete and goes to the next, in the end to the list', async () => {
    const { user, router } = await renderThree()
    act(() => tab('Ada Park').focus())
    await user.keyboard('{Delete}')
    expect(names()).toEqual(['Bo', 'Käthe Müller-Lüdenscheidt'])
    expect(tab('Bo')).toHaveFocus()
    await user.keyboard('{End}{Delete}')
    expect(tab('Bo')).toHaveFocus()
    await user.keyboard('{Delete}')
    expect(screen.getByRole('link', { name: 'Customers' })).toHaveFocus()
    await waitFor(() => expect(router.state.location.href).toBe('/customers'))
  })

  it('moves the focused tab with Control and Shift and says where to', async () => {
    const { user, router } = await renderThree()
    act(() => tab('Ada Park').focus())
    await user.keyboard('{Control>}{Shift>}{ArrowRight}{/Shift}{/Control}')
    expect(names()).toEqual(['Bo', 'Ada Park', 'Käthe Müller-Lüdenscheidt'])
    expect(tab('Ada Park')).toHaveFocus()
    expect(screen.getByText('Ada Park, 2 of 3')).toBeInTheDocument()
    await waitFor(() =>
      expect(router.state.location.href).toBe('/customers/bo/account?open=bo.account_ada.account_muller.account'),
    )
  })
})

describe('closing', () => {
  it('is a button beside the tabs', async () => {
    const { user, router } = await renderThree()
    const closers = screen.getByRole('group', { name: 'Close open customers' })
    await user.click(within(closers).getByRole('button', { name: 'Close Bo' }))
    expect(names()).toEqual(['Ada Park', 'Käthe Müller-Lüdenscheidt'])
    expect(tab('Käthe Müller-Lüdenscheidt')).toHaveFocus()
    await waitFor(() => expect(router.state.location.pathname).toBe('/customers/muller/account'))
  })

  it('asks first when something is unsaved, and Cancel keeps it', async () => {
    const { user, workspace } = await renderThree()
    act(() => workspace.setUnsaved('ada', 'account', true))
    expect(tab('Ada Park')).toHaveAccessibleDescription('C-100001, Unsaved changes')
    await user.click(screen.getByRole('button', { name: 'Close Ada Park' }))
    const dialog = await screen.findByRole('dialog', { name: 'Close without saving?' })
    expect(dialog).toHaveTextContent('Ada ParkC-100001')
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }))
    expect(tab('Ada Park')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Close Ada Park' }))
    await user.click(await screen.findByRole('button', { name: 'Discard' }))
    expect(names()).toEqual(['Bo', 'Käthe Müller-Lüdenscheidt'])
    expect(tab('Bo')).toHaveFocus()
  })

  it('asks one question for all that are unsaved', async () => {
    const { user, workspace } = await renderThree()
    act(() => {
      workspace.setUnsaved('ada', 'account', true)
      workspace.setUnsaved('muller', 'attributes', true)
    })
    await user.pointer({ keys: '[MouseRight]', target: tab('Bo') })
    await user.click(await screen.findByRole('menuitem', { name: 'Close others' }))
    const dialog = await screen.findByRole('dialog', { name: 'Close without saving?' })
    expect(
      within(dialog)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual(['Ada ParkC-100001', expect.stringContaining('Käthe Müller-Lüdenscheidt')])
    await user.click(within(dialog).getByRole('button', { name: 'Keep drafts and close' }))
    expect(names()).toEqual(['Bo'])
  })

  it('closes all from the menu of a tab', async () => {
    const { user, router } = await renderThree()
    await user.pointer({ keys: '[MouseRight]', target: tab('Bo') })
    await user.click(await screen.findByRole('menuitem', { name: 'Close all' }))
    expect(screen.queryByRole('tablist', { name: 'Open customers' })).toBeNull()
    await waitFor(() => expect(router.state.location.href).toBe('/customers'))
  })
})

describe('many open', () => {
  const many = Array.from({ length: 14 }, (_, index) => `nobody${index}.account`).join('_')

  it('are all in a list with a search', async () => {
    const { user, router } = renderApp(`/customers?open=ada.account_${many}_muller.account`)
    await screen.findByRole('tab', { name: 'Ada Park' })
    await user.click(await screen.findByRole('button', { name: '6 more' }))
    const list = await screen.findByRole('dialog', { name: 'Open customers' })
    expect(within(list).getAllByRole('link')).toHaveLength(16)
    await user.keyboard('luden')
    expect(within(list).getAllByRole('link')).toHaveLength(1)
    await user.keyboard('{Enter}')
    await waitFor(() => expect(router.state.location.pathname).toBe('/customers/muller/account'))
    expect(tab('Käthe Müller-Lüdenscheidt')).toHaveAttribute('aria-selected', 'true')
  })
})
