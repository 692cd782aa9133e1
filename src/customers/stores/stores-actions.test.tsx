import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { networkError, problem } from '#mocks/answers.ts'
import { mock } from '#mocks/mock.ts'
import { mockBackend } from '#mocks/node.ts'
import { renderApp } from '#tests/render-app.tsx'
import { readTable } from '#tests/table-reader.ts'

type Options = Parameters<typeof renderApp>[1]

const notice = () => screen.findByRole('status', { name: 'Notices' })
const said = async () => (await notice()).textContent
const radio = (name: string | RegExp) => screen.getByRole('radio', { name })
const preferredOf = async (id: string) => (await mockBackend().store.get('customers', id))?.preferredStoreId
const isLinked = async (id: string, store: string) =>
  (await mockBackend().store.get('customerStores', `${id}.${store}`)) !== undefined

async function storesOf(id: string, options?: Options) {
  const app = renderApp(`/customers/${id}/stores`, options)
  const table = await readTable('Most Used Stores')
  await waitFor(() => expect(screen.getByRole('radio', { checked: true })).toBeVisible())
  return { ...app, ...table }
}

async function editing(id: string, options?: Options) {
  const app = renderApp(`/customers/${id}/stores`, options)
  await app.user.click(await screen.findByRole('button', { name: 'Edit store list' }))
  const dialog = await screen.findByRole('dialog', { name: 'Edit store list' })
  const inDialog = within(dialog)
  const listed = async () => inDialog.findByRole('list', { name: 'On the list' })
  return { ...app, dialog, inDialog, listed }
}

it('chooses by Space, and only then: arrows move the focus and save nothing', async () => {
  const { user, names, sentTo } = await storesOf('shopper')
  radio('Fifth Avenue 1001').focus()
  await user.keyboard('{ArrowDown}{ArrowDown}')
  expect(radio('Rue Saint-Denis 1002')).toHaveFocus()
  expect(radio('Fifth Avenue 1001')).toBeChecked()
  expect(sentTo('putPreferredStore')).toHaveLength(0)
  await user.keyboard(' ')
  expect(radio('Rue Saint-Denis 1002')).toBeChecked()
  await waitFor(() => expect(names()[0]).toBe('Rue Saint-Denis 1002'))
  await waitFor(async () =>
    expect(await said()).toMatch(/Sally Shopper.*C-100206.*Rue Saint-Denis is now the preferred store\./u),
  )
  expect(sentTo('putPreferredStore')).toHaveLength(1)

  await user.click(within(await notice()).getByRole('button', { name: 'Undo' }))
  await waitFor(async () => expect(await preferredOf('shopper')).toBe('fifth-avenue'))
  await waitFor(() => expect(radio('Fifth Avenue 1001')).toBeChecked())
})

it('goes back to the choice before, also to one that was saved while the next one waited', async () => {
  const { user } = await storesOf('shopper')
  const gate = Promise.withResolvers<void>()
  const hold = { once: true }
  mock('putPreferredStore', async ({ passThrough }) => gate.promise.then(passThrough), hold)
  await user.click(radio('Rue Saint-Denis 1002'))
  await user.click(radio('No preferred store'))
  gate.resolve()
  await waitFor(async () => expect(await said()).toContain('no preferred store any more'))
  await user.click(within(await notice()).getByRole('button', { name: 'Undo' }))
  await waitFor(async () => expect(await preferredOf('shopper')).toBe('saint-denis'))
  await waitFor(() => expect(radio('Rue Saint-Denis 1002')).toBeChecked())
})

it('chooses none, from the keyboard', async () => {
  const { user } = await storesOf('shopper')
  radio('Fifth Avenue 1001').focus()
  await user.keyboard('{ArrowUp}{Enter}')
  expect(radio('No preferred store')).toBeChecked()
  await waitFor(async () => expect(await preferredOf('shopper')).toBeNull())
})

it('ends with the last of several quick choices, one write at a time, each on the newest version', async () => {
  const { user, sentTo } = await storesOf('shopper')
  const gate = Promise.withResolvers<void>()
  mock(
    'putPreferredStore',
    async ({ passThrough }) => {
      await gate.promise
      return passThrough()
    },
    { once: true },
  )
  await user.click(radio('Online shop 9999'))
  await user.click(radio('Rue Saint-Denis 1002'))
  await user.click(radio('Pop-up without address 9001'))
  expect(radio('Pop-up without address 9001')).toBeChecked()
  expect(sentTo('putPreferredStore')).toHaveLength(1)
  gate.resolve()
  await waitFor(async () => expect(await preferredOf('shopper')).toBe('pop-up'))
  const sent = sentTo('putPreferredStore').map(({ body, headers }) => [body.storeId, headers.get('if-match')])
  expect(sent).toEqual([
    ['online', '"1"'],
    ['pop-up', '"2"'],
  ])
  await waitFor(async () => expect(await said()).toContain('Pop-up without address is now the preferred store.'))
})

it('sends a choice once when it is pressed twice', async () => {
  const { user, sentTo } = await storesOf('shopper')
  await user.dblClick(radio('Online shop 9999'))
  await waitFor(async () => expect(await said()).toContain('Online shop is now'))
  expect(sentTo('putPreferredStore')).toHaveLength(1)
})

it('shows what a colleague chose meanwhile, and asks again', async () => {
  const { user } = await storesOf('shopper')
  await screen.findByRole('heading', { level: 1, name: 'Sally Shopper' })
  const path = { id: 'shopper' }
  await mockBackend().callAs('service', 'putPreferredStore', { path, body: { storeId: 'covent-garden' } })
  await user.click(radio('Online shop 9999'))
  await waitFor(async () => expect(await said()).toMatch(/Sally Shopper.*Sam Rivera chose Covent Garden just now/u))
  expect(radio('Covent Garden 2002')).toBeChecked()
  await user.click(within(await notice()).getByRole('button', { name: 'Choose Online shop' }))
  await waitFor(async () => expect(await preferredOf('shopper')).toBe('online'))
})

it('says when a store became inactive meanwhile', async () => {
  const { user } = await storesOf('shopper')
  mock('putPreferredStore', () =>
    problem('validation', { errors: [{ pointer: '/storeId', code: 'inactive', detail: 'This store is not active' }] }),
  )
  await user.click(radio('Online shop 9999'))
  await waitFor(async () => expect(await said()).toContain('Online shop is inactive and cannot be preferred.'))
  expect(radio('Fifth Avenue 1001')).toBeChecked()
})

it('says that a colleague added or removed a store before', async () => {
  const { user, inDialog } = await editing('lost-store')
  const of = (storeId: string) => ({ path: { id: 'lost-store', storeId } })
  const option = await inDialog.findByRole('option', { name: /^Covent Garden/ })
  await mockBackend().callAs('service', 'putCustomerStore', of('covent-garden'))
  await user.click(option)
  expect(await inDialog.findByText('Covent Garden was on the list already: somebody else added it.')).toBeVisible()
  await mockBackend().callAs('service', 'deleteCustomerStore', of('fifth-avenue'))
  await user.click(inDialog.getByRole('button', { name: 'Remove Fifth Avenue from the list' }))
  expect(await inDialog.findByText('Fifth Avenue was off the list already: somebody else removed it.')).toBeVisible()
})

it('adds a store by search, marks those on the list and the closed ones', async () => {
  const { user, inDialog, listed, sentTo } = await editing('lost-store')
  expect(await inDialog.findByText('Leo Loststore')).toBeVisible()
  expect(await inDialog.findByRole('option', { name: 'Fifth Avenue 1001 · New York On the list' })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  expect(inDialog.getByRole('option', { name: /^Old Mill.* Inactive/ })).toHaveAttribute('aria-disabled', 'false')
  await user.keyboard('shibu')
  expect(await inDialog.findByRole('heading', { name: 'No store has these words' })).toBeVisible()
  await user.keyboard('{Escape}3001')
  await waitFor(() => expect(inDialog.getAllByRole('option')).toHaveLength(1))
  await user.keyboard('{Enter}{Enter}')
  expect(await inDialog.findByText('渋谷店 was added.')).toBeVisible()
  expect(await within(await listed()).findByText('渋谷店')).toBeVisible()
  expect(sentTo('putCustomerStore')).toHaveLength(1)
  await user.click(inDialog.getByRole('button', { name: 'Done' }))
  expect((await readTable('Most Used Stores')).names()).toContain('渋谷店 3001')
})

it('takes a store off the list, and puts it back', async () => {
  const { user, inDialog } = await editing('shopper')
  const name = 'Remove Pop-up without address from the list'
  await user.dblClick(await inDialog.findByRole('button', { name }))
  const back = await inDialog.findByRole('button', { name: 'Put back Pop-up without address' })
  expect(await isLinked('shopper', 'pop-up')).toBe(false)
  expect(back).toHaveFocus()
  await user.click(back)
  expect(await inDialog.findByRole('button', { name })).toBeVisible()
  expect(await isLinked('shopper', 'pop-up')).toBe(true)
})

it('keeps the focus on a row in the middle that is taken off and put back', async () => {
  const { user, inDialog } = await editing('shopper')
  const list = await inDialog.findByRole('list', { name: 'On the list' })
  const names = () =>
    within(list)
      .getAllByRole('listitem')
      .map((row) => row.querySelector('b')?.textContent)
  const before = names()
  const name = before[1] ?? ''
  await user.click(inDialog.getByRole('button', { name: `Remove ${name} from the list` }))
  await waitFor(() => expect(inDialog.getByRole('button', { name: `Put back ${name}` })).toHaveFocus())
  expect(names()).toEqual(before)
  await user.keyboard('{Enter}')
  await waitFor(() => expect(inDialog.getByRole('button', { name: `Remove ${name} from the list` })).toHaveFocus())
  expect(names()).toEqual(before)
})

it('keeps a store preferred that is taken off the list, and says so', async () => {
  const { user, inDialog } = await editing('shopper')
  await user.click(await inDialog.findByRole('button', { name: 'Remove Fifth Avenue from the list' }))
  await inDialog.findByRole('button', { name: 'Put back Fifth Avenue' })
  await user.click(inDialog.getByRole('button', { name: 'Done' }))
  expect(await screen.findByText("The preferred store Fifth Avenue is not on the customer's list.")).toBeVisible()
})

it('says in the dialog what failed, and in no other place', async () => {
  const { user, inDialog } = await editing('shopper')
  mock('deleteCustomerStore', () => networkError(), { once: true })
  await user.click(await inDialog.findByRole('button', { name: 'Remove Fifth Avenue from the list' }))
  expect(await inDialog.findByRole('alert')).toHaveTextContent('cannot be reached')
  expect(screen.getByRole('status', { name: 'Notices', hidden: true })).toBeEmptyDOMElement()
  expect(await isLinked('shopper', 'fifth-avenue')).toBe(true)
})

it.each([
  ['finance', 'shopper', 'Your role may not change customers.'],
  ['admin', 'anon-payer', 'This record was anonymised and is read only.'],
] as const)('lets %s only read at %s, and says why', async (as, id, reason) => {
  const { user, sentNames } = await storesOf(id, { as })
  const none = radio('No preferred store')
  await waitFor(() => expect(none).toHaveAttribute('aria-disabled', 'true'))
  await user.hover(none)
  expect(await screen.findByRole('tooltip')).toHaveTextContent(reason)
  await user.click(none)
  await user.click(screen.getByRole('button', { name: 'Edit store list' }))
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  expect(sentNames()).not.toContain('putPreferredStore')
})

it('handles a permission that is lost meanwhile', async () => {
  const { user } = await storesOf('shopper', { scenario: 'permissionLost' })
  await user.click(radio('Online shop 9999'))
  await waitFor(async () => expect(await said()).toMatch(/Sally Shopper.*You do not have permission/u))
  expect(radio('Fifth Avenue 1001')).toBeChecked()
})
