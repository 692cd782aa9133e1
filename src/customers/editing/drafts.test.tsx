import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { mockBackend } from '#mocks/node.ts'
import {
  accountForm,
  elsewhere,
  fieldIn,
  isAskedToStay,
  isStored,
  place,
  storedDrafts,
  typing,
} from '#tests/account-drafts.ts'
import { renderApp } from '#tests/render-app.tsx'

type Options = Parameters<typeof renderApp>[1]

/** What a browser does on a reload, and what another machine sees: everything in memory is gone. */
function reload(at = '/customers/ada/account', options?: Options) {
  cleanup()
  return renderApp(at, options)
}

describe('what is typed', () => {
  it('is a draft on the server within a second, with what it was typed over; leaving is asked about until then', async () => {
    const { form, type, workspace } = await typing()
    await type('Birthday', '1984-02-29')
    expect(isAskedToStay()).toBe(true)
    await isStored(form)
    expect(isAskedToStay()).toBe(false)
    expect(workspace.store.getState().unsaved).toEqual({ ada: ['account'] })
    const customer = await mockBackend().callAs('admin', 'getCustomer', { path: { id: 'ada' } })
    expect(await storedDrafts()).toMatchObject([
      {
        recordId: 'ada',
        section: 'account',
        itemId: '-',
        baseEtag: customer.etag,
        values: { firstName: 'Adele', birthday: '1984-02-29' },
        baseValues: { firstName: 'Ada', birthday: customer.birthday ?? '' },
        windowId: 'window0001',
      },
    ])
  })

  it('comes back in its form after a reload, with marks on tab, section and field', async () => {
    const { form } = await typing()
    await isStored(form)
    reload()
    const again = await accountForm()
    expect(fieldIn(again, 'First name')).toHaveValue('Adele')
    expect(fieldIn(again, 'Last name')).toHaveValue('Park')
    expect(within(again).getByText('1 field changed')).toBeVisible()
    await isStored(again)
    const mark = 'Unsaved changes, kept as a draft'
    const tab = await screen.findByRole('tab', { name: 'Ada Park' })
    expect(tab).toHaveAccessibleDescription(`C-100001, ${mark}`)
    expect(screen.getByRole('tab', { name: 'Account' })).toHaveAccessibleDescription(mark)
    expect(screen.getByRole('tab', { name: 'Addresses' })).not.toHaveAccessibleDescription(mark)
    const isMarked = (name: string) => fieldIn(again, name).closest('[data-changed]')?.getAttribute('data-changed')
    expect([isMarked('First name'), isMarked('Last name')]).toEqual(['true', 'false'])
  })

  it('is marked on a tab that was not looked at since the reload', async () => {
    const { form } = await typing()
    await isStored(form)
    const { workspace } = reload('/customers/bo/account?open=ada.account_bo.account')
    const tab = await screen.findByRole('tab', { name: 'Ada Park' })
    await waitFor(() => expect(tab).toHaveAccessibleDescription('C-100001, Unsaved changes, kept as a draft'))
    expect(workspace.store.getState().unsaved).toEqual({ ada: ['account'] })
  })

  it('is no draft any more when it is saved', async () => {
    const { user, form, workspace } = await typing()
    await isStored(form)
    await user.click(within(form).getByRole('button', { name: 'Save' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Adele Park' })).toBeVisible()
    await waitFor(async () => expect(await storedDrafts()).toEqual([]))
    expect(workspace.store.getState().unsaved).toEqual({})
  })

  it('is no draft when it means what is stored, however it was typed', async () => {
    const { form, type, sentTo, workspace } = await typing()
    await isStored(form)
    await type('First name', ' Ada ')
    await waitFor(async () => expect(await storedDrafts()).toEqual([]))
    expect(workspace.store.getState().unsaved).toEqual({})
    expect(within(form).queryByText(/draft/)).not.toBeInTheDocument()
    const before = sentTo('putDraft').length
    await type('Birthday', '1990-01-01')
    await type('Birthday', '')
    await type('Phone', '')
    await type('Phone', '+1 514 555 0123')
    expect(fieldIn(form, 'First name')).toHaveValue(' Ada ')
    expect(sentTo('putDraft').length - before).toBeLessThanOrEqual(2)
  })

  it('comes back after its record was unmounted', async () => {
    const ids = ['bo', 'vip', 'muller', 'guest', 'two-homes', 'regions', 'klingon', 'wholesale']
    const { form, workspace } = await typing(`/customers/ada/account?open=ada_${ids.join('_')}`)
    await isStored(form)
    for (const id of ids) act(() => workspace.show(id))
    expect(workspace.store.getState().mounted).not.toContain('ada')
    await waitFor(() => expect(form).not.toBeInTheDocument())
    act(() => workspace.show('ada'))
    expect(fieldIn(await accountForm(), 'First name')).toHaveValue('Adele')
  })

  it('is there for its owner after signing out, and for nobody else', async () => {
    const first = await typing()
    await isStored(first.form)
    await first.user.click(screen.getByRole('button', { name: /preferences and sign-out/ }))
    await first.user.click(await screen.findByRole('menuitem', { name: 'Sign out' }))
    await waitFor(() => expect(first.loadedPages).toEqual(['/sign-in']))
    expect(first.drafts.store.getState().slots).toEqual({})

    reload('/customers/ada/account', { as: 'service' })
    expect(await screen.findByRole('button', { name: 'Edit' })).toBeVisible()
    const tab = await screen.findByRole('tab', { name: 'Ada Park' })
    expect(tab).toHaveAccessibleDescription('C-100001')

    reload()
    expect(fieldIn(await accountForm(), 'First name')).toHaveValue('Adele')
  })

  it('stands in no storage of the browser', async () => {
    const { form } = await typing()
    await isStored(form)
    const kept = [localStorage, sessionStorage].map((storage) => JSON.stringify(Object.entries(storage)))
    expect(kept.join()).not.toContain('Adele')
  })
})

describe('a draft', () => {
  it('is discarded in the bar of its form, and brought back exactly', async () => {
    const { user, form } = await typing()
    await isStored(form)
    const [before] = await storedDrafts()
    await user.click(within(form).getByRole('button', { name: 'Discard draft' }))
    expect(form).not.toBeInTheDocument()
    await waitFor(async () => expect(await storedDrafts()).toEqual([]))
    const notice = screen.getByRole('status', { name: 'Notices' })
    expect(notice).toHaveTextContent('Ada ParkC-100001Draft discarded')
    await user.click(within(notice).getByRole('button', { name: 'Undo' }))
    const again = await accountForm()
    expect(fieldIn(again, 'First name')).toHaveValue('Adele')
    await isStored(again)
    const [{ values, baseValues, baseEtag } = { values: {} }] = await storedDrafts()
    expect({ values, baseValues, baseEtag }).toEqual({
      values: before?.values,
      baseValues: before?.baseValues,
      baseEtag: before?.baseEtag,
    })
  })

  it('stays when its record is closed with it, and is there when the record is opened again', async () => {
    const { user, form, workspace } = await typing('/customers/ada/account?open=ada_bo')
    await isStored(form)
    await user.click(screen.getByRole('button', { name: 'Close Ada Park' }))
    await user.click(await screen.findByRole('button', { name: 'Keep drafts and close' }))
    await waitFor(() => expect(workspace.isOpen('ada')).toBe(false))
    expect(workspace.store.getState().unsaved).toEqual({})
    await user.click(await screen.findByRole('button', { name: 'Drafts of 1 customer that is not open' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Ada Park C-100001' }))
    expect(fieldIn(await accountForm(), 'First name')).toHaveValue('Adele')
    expect(workspace.store.getState().unsaved).toEqual({ ada: ['account'] })
    expect(screen.queryByRole('button', { name: /not open/ })).not.toBeInTheDocument()
  })

  it('goes when its record is closed without it, until that is undone', async () => {
    const { user, form, workspace } = await typing('/customers/ada/account?open=ada_bo')
    await isStored(form)
    await user.click(screen.getByRole('button', { name: 'Close Ada Park' }))
    await user.click(await screen.findByRole('button', { name: 'Discard' }))
    await waitFor(async () => expect(await storedDrafts()).toEqual([]))
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(workspace.isOpen('ada')).toBe(true))
    act(() => workspace.show('ada'))
    expect(fieldIn(await accountForm(), 'First name')).toHaveValue('Adele')
  })

  it('that another machine has typed on comes in', async () => {
    const { form, drafts } = await typing()
    await isStored(form)
    await elsewhere({ firstName: 'Adela', title: 'Dr.' })
    await act(async () => drafts.engine?.refresh())
    expect(fieldIn(form, 'First name')).toHaveValue('Adela')
    expect(fieldIn(form, 'Title')).toHaveValue('Dr.')
    await isStored(form)
  })

  it.each([
    ['this one', 'Keep this one', 'Adeline'],
    ['the other one', 'Use the other one', 'Adela'],
  ])('asks when another machine has typed too: %s counts', async (_which, button, name) => {
    const { user, form, type } = await typing()
    await isStored(form)
    await elsewhere({ firstName: 'Adela' })
    await type('First name', 'Adeline')
    await within(form).findByText(/There is another draft of yours/, { ignore: 'output' })
    expect(fieldIn(form, 'First name')).toHaveValue('Adeline')
    expect(isAskedToStay()).toBe(true)
    await user.click(within(form).getByRole('button', { name: button }))
    await isStored(form)
    expect(fieldIn(form, 'First name')).toHaveValue(name)
    expect((await storedDrafts())[0]?.values).toEqual({ firstName: name })
  })

  it('that was saved or discarded on another machine is asked about where it was typed', async () => {
    const { user, form, drafts } = await typing()
    await isStored(form)
    await mockBackend().callAs('admin', 'deleteDraft', { path: place })
    await act(async () => drafts.engine?.refresh())
    await within(form).findByText('This draft was saved or discarded elsewhere.', { ignore: 'output' })
    await user.click(within(form).getByRole('button', { name: 'Keep this one' }))
    await isStored(form)
    expect((await storedDrafts())[0]?.values).toEqual({ firstName: 'Adele' })
  })

  it('of a field that is not there any more can be copied out and let go', async () => {
    const body = { baseEtag: '"1"', values: { shoeSizeOld: '42' }, baseValues: { shoeSizeOld: '' }, windowId: null }
    await mockBackend().callAs('admin', 'putDraft', { path: { ...place, section: 'attributes' }, body })
    const { user } = renderApp('/customers/ada/attributes')
    const remains = await screen.findByRole('region', { name: 'Draft without a field' })
    expect(remains).toHaveTextContent('shoeSizeOld: 42')
    await user.click(within(remains).getByRole('button', { name: 'Copy what you typed' }))
    expect(await navigator.clipboard.readText()).toBe('shoeSizeOld: 42')
    await user.click(within(remains).getByRole('button', { name: 'Discard' }))
    await waitFor(async () => expect(await storedDrafts()).toEqual([]))
    expect(await screen.findByRole('button', { name: 'Edit' })).toBeVisible()
  })

  it.each([
    ['a section that is not there', 'ada', 'horoscope'],
    ['a customer who is not there', 'nobody', 'account'],
  ])('of %s can be copied out and let go, until that is undone', async (_what, recordId, section) => {
    const body = { baseEtag: '"1"', values: { sign: 'Aries' }, baseValues: {}, windowId: null }
    await mockBackend().callAs('admin', 'putDraft', { path: { recordId, section, itemId: '-' }, body })
    const { user } = renderApp(`/customers/${recordId}/account`)
    const remains = await screen.findByRole('region', { name: 'Draft without a field' })
    expect(remains).toHaveTextContent('sign: Aries')
    await user.click(within(remains).getByRole('button', { name: 'Discard' }))
    await waitFor(() => expect(remains).not.toBeInTheDocument())
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    expect(await screen.findByRole('region', { name: 'Draft without a field' })).toHaveTextContent('sign: Aries')
  })
})
