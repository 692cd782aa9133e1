import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { networkError } from '#mocks/answers.ts'
import { mock } from '#mocks/mock.ts'
import { mockBackend } from '#mocks/node.ts'
import { renderApp } from '#tests/render-app.tsx'
import { browserWindows } from '#tests/windows.ts'

const storedDrafts = async () => (await mockBackend().callAs('admin', 'listDrafts', {})).items

/** Windows of one browser, each with an app of its own. */
function openBrowser() {
  const openChannel = browserWindows()
  let count = 0
  return async (at = '/customers/ada/account') => {
    count += 1
    const app = renderApp(at, { openChannel, windowId: `window000${count}` })
    const page = within(app.container)
    await page.findByRole('heading', { level: 1, name: 'Ada Park' })
    const form = async () => page.findByRole('form', { name: 'Edit account' })
    const field = async (name: string) => within(await form()).findByLabelText(name)
    const type = async (name: string, text: string) => {
      await app.user.clear(await field(name))
      await app.user.paste(text)
    }
    const edit = async () => app.user.click(await page.findByRole('button', { name: 'Edit' }))
    const press = async (name: string) => app.user.click(await page.findByRole('button', { name }))
    return { ...app, page, form, field, type, edit, press }
  }
}

describe('the same form in two windows', () => {
  it('is one draft: the other window shows what is typed, says where, and lets nobody type', async () => {
    const open = openBrowser()
    const [first, second] = [await open(), await open()]
    await first.edit()
    await first.type('First name', 'Adele')
    expect(await second.field('First name')).toHaveValue('Adele')
    expect(await second.field('First name')).toBeDisabled()
    expect(second.page.getByText('Being edited in another window')).toBeVisible()
    expect(second.page.queryByRole('button', { name: 'Save' })).not.toBeInTheDocument()
    await first.type('Title', 'Dr.')
    await waitFor(async () => expect(await second.field('Title')).toHaveValue('Dr.'))
    for (const { form } of [first, second]) await within(await form()).findByText(/^Saved as draft, /)
    expect(await storedDrafts()).toMatchObject([
      { windowId: 'window0001', values: { firstName: 'Adele', title: 'Dr.' } },
    ])
  })

  it('moves the right to type when it is taken over', async () => {
    const open = openBrowser()
    const [first, second] = [await open(), await open()]
    await first.edit()
    await first.type('First name', 'Adele')
    await second.press('Take over')
    expect(await second.field('First name')).toBeEnabled()
    expect(await first.field('First name')).toBeDisabled()
    await second.type('First name', 'Adeline')
    await waitFor(async () => expect(await first.field('First name')).toHaveValue('Adeline'))
    // By either window: the first may have been storing when it lost the right.
    await waitFor(async () => expect(await storedDrafts()).toMatchObject([{ values: { firstName: 'Adeline' } }]))
    await first.press('Take over')
    expect(await first.field('First name')).toBeEnabled()
    expect(await second.field('First name')).toBeDisabled()
  })

  it('is over in both when it is saved in one', async () => {
    const open = openBrowser()
    const [first, second] = [await open(), await open()]
    await first.edit()
    await first.type('First name', 'Adele')
    await second.form()
    await first.press('Save')
    expect(await first.page.findByRole('button', { name: 'Edit' })).toBeVisible()
    expect(await second.page.findByRole('button', { name: 'Edit' })).toBeVisible()
    expect(second.workspace.store.getState().unsaved).toEqual({})
    await waitFor(async () => expect(await storedDrafts()).toEqual([]))
  })

  it('comes back in both when discarding is undone in one', async () => {
    const open = openBrowser()
    const [first, second] = [await open(), await open()]
    await first.edit()
    await first.type('First name', 'Adele')
    await first.press('Discard draft')
    expect(await second.page.findByRole('button', { name: 'Edit' })).toBeVisible()
    await first.press('Undo')
    expect(await second.field('First name')).toHaveValue('Adele')
    expect(await first.field('First name')).toHaveValue('Adele')
  })

  it('is free again when the window that typed is closed', async () => {
    const open = openBrowser()
    const [first, second] = [await open(), await open()]
    await first.edit()
    await first.type('First name', 'Adele')
    await second.form()
    first.unmount()
    await waitFor(async () => expect(await second.field('First name')).toBeEnabled())
    await second.type('First name', 'Adeline')
    await waitFor(async () => expect(await storedDrafts()).toMatchObject([{ values: { firstName: 'Adeline' } }]))
  })

  it('is stored by the other window when the one that typed cannot', async () => {
    const open = openBrowser()
    const [first, second] = [await open(), await open()]
    mock('putDraft', networkError)
    await first.edit()
    await first.type('First name', 'Adele')
    await within(await first.form()).findByText(/no connection/, { ignore: 'output' })
    first.unmount()
    mock('putDraft', async ({ passThrough }) => passThrough())
    act(() => void window.dispatchEvent(new Event('online')))
    await waitFor(async () => expect(await storedDrafts()).toMatchObject([{ values: { firstName: 'Adele' } }]))
    expect(await second.field('First name')).toHaveValue('Adele')
  })

  it('loses neither when both began in the same moment: the one that was second asks', async () => {
    const open = openBrowser()
    const [first, second] = [await open(), await open()]
    const place = { recordId: 'ada', section: 'account', itemId: '-' }
    const content = (firstName: string) => ({
      baseEtag: '"1"',
      values: { firstName },
      baseValues: { firstName: 'Ada' },
    })
    act(() => first.drafts.engine?.keep(place, content('Adele')))
    await first.form()
    // What the first said has not arrived yet.
    const slots = second.drafts.store.getState().slots
    act(() => second.drafts.store.setState({ slots: {} }))
    act(() => second.drafts.engine?.keep(place, content('Adeline')))
    expect(slots).not.toEqual({})
    await within(await first.form()).findByText(/There is another draft of yours/, { ignore: 'output' })
    expect(await first.field('First name')).toHaveValue('Adele')
    expect(await second.field('First name')).toHaveValue('Adeline')
    await first.press('Keep this one')
    await waitFor(async () => expect(await second.field('First name')).toHaveValue('Adele'))
    await waitFor(async () => expect(await storedDrafts()).toMatchObject([{ values: { firstName: 'Adele' } }]))
  })

  it('is known to a window that is opened later', async () => {
    const open = openBrowser()
    mock('putDraft', networkError)
    const first = await open()
    await first.edit()
    await first.type('First name', 'Adele')
    const second = await open()
    expect(await second.field('First name')).toHaveValue('Adele')
    expect(await second.field('First name')).toBeDisabled()
  })
})

it('shows nothing of one person to the window of another', async () => {
  const openChannel = browserWindows()
  const first = renderApp('/customers/ada/account', { openChannel })
  await first.user.click(await within(first.container).findByRole('button', { name: 'Edit' }))
  const second = renderApp('/customers/ada/account', { openChannel, as: 'service' })
  await within(second.container).findByRole('button', { name: 'Edit' })
  await first.user.clear(within(first.container).getByLabelText('First name'))
  await first.user.paste('Adele')
  expect(second.drafts.store.getState().slots).toEqual({})
  cleanup()
  expect(screen.queryByText('Adele')).not.toBeInTheDocument()
})
