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
const isMember = async (id: string, organization: string) =>
  (await mockBackend().store.get('memberships', `${id}.${organization}`)) !== undefined

async function organizationsOf(id: string, options?: Options) {
  const app = renderApp(`/customers/${id}/organizations`, options)
  const table = await readTable('Organizations')
  const openMenu = async (name: string) => {
    await app.user.click(screen.getByRole('button', { name: `Actions for ${name}` }))
    return screen.findByRole('menu')
  }
  const leave = async (name: string) => {
    await app.user.click(within(await openMenu(name)).getByRole('menuitem', { name: 'Remove…' }))
    return screen.findByRole('dialog', { name: `Remove from ${name}?` })
  }
  return { ...app, ...table, openMenu, leave }
}

async function adding(id: string, options?: Options) {
  const app = renderApp(`/customers/${id}/organizations`, options)
  const opener = await screen.findByRole('button', { name: 'Add organization' })
  await app.user.click(opener)
  const dialog = await screen.findByRole('dialog', { name: 'Add to an organization' })
  return { ...app, opener, dialog, inDialog: within(dialog), search: within(dialog).getByRole('combobox') }
}

it('adds a membership with the keyboard alone, once, and takes it back', async () => {
  const { user, inDialog, search, sentTo } = await adding('bo')
  expect(search).toHaveFocus()
  expect(inDialog.getByText('Bo')).toBeVisible()
  await user.keyboard('northw')
  await waitFor(() => expect(inDialog.getAllByRole('option')).toHaveLength(1))
  const option = inDialog.getByRole('option', { name: 'Northwind Coffee Roasters ORG-0001 · New York' })
  expect(search).toHaveAttribute('aria-activedescendant', option.id)
  await user.keyboard('{Enter}')
  expect(option).toHaveAttribute('aria-selected', 'true')
  expect(inDialog.getByText('Becomes a member of Northwind Coffee Roasters ORG-0001.')).toBeVisible()
  await user.keyboard('{Enter}')

  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  expect((await readTable('Organizations')).names()).toEqual(['Northwind Coffee Roasters'])
  expect(await said()).toMatch(/^Bo.*C-\d+.*Added to Northwind Coffee Roasters\./u)
  expect(sentTo('putMembership')).toHaveLength(1)
  expect(screen.getByRole('button', { name: 'Add organization' })).toHaveFocus()

  await user.click(within(await notice()).getByRole('button', { name: 'Undo' }))
  expect(await screen.findByRole('heading', { name: 'No organizations' })).toBeVisible()
  expect(await said()).toContain('Removed from Northwind Coffee Roasters.')
})

it('waits for a pause in typing, and moves among what it found with the arrows', async () => {
  const { user, inDialog, search, sentTo } = await adding('bo')
  await inDialog.findByRole('option', { name: /^Harbour/ })
  const options = inDialog.getAllByRole('option')
  await user.keyboard('{ArrowDown}')
  expect(search).toHaveAttribute('aria-activedescendant', options[1]?.id)
  await user.keyboard('{ArrowUp}{ArrowUp}')
  expect(search).toHaveAttribute('aria-activedescendant', options.at(-1)?.id)
  await user.keyboard('harbour')
  await waitFor(() => expect(inDialog.getAllByRole('option')).toHaveLength(1))
  expect(sentTo('listOrganizations').map(({ query }) => query?.q)).toEqual([undefined, 'harbour'])
  await user.keyboard('{Escape}')
  expect(search).toHaveValue('')
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
})

it('marks what is inactive or a membership already', async () => {
  const { inDialog } = await adding('member')
  expect(
    await inDialog.findByRole('option', { name: 'Blue Lantern Hotels (closed) ORG-0006 Inactive Already a member' }),
  ).toBeVisible()
  expect(inDialog.getByRole('option', { name: /^Corner Bakery ORG-0009/ })).toHaveAttribute('aria-disabled', 'false')
})

it('says when nothing was found, and tries again when the search fails', async () => {
  const { user, inDialog } = await adding('bo')
  await user.keyboard('zzz: "')
  expect(await inDialog.findByRole('heading', { name: 'No organization has these words' })).toBeVisible()
  mock('listOrganizations', () => problem('not-acceptable'), { once: true })
  await user.keyboard('{Escape}tea')
  const alert = await inDialog.findByRole('alert')
  await user.click(within(alert).getByRole('button', { name: 'Try again' }))
  expect(await inDialog.findByRole('heading', { name: 'No organization has these words' })).toBeVisible()
})

it('keeps the dialog and the choice when adding fails', async () => {
  const { user, inDialog, sentTo } = await adding('bo')
  await user.click(await inDialog.findByRole('option', { name: /^Harbour/ }))
  mock('putMembership', () => networkError(), { once: true })
  await user.click(inDialog.getByRole('button', { name: 'Add' }))
  expect(await inDialog.findByRole('alert')).toHaveTextContent('cannot be reached')
  expect(screen.getByRole('status', { name: 'Notices', hidden: true })).toBeEmptyDOMElement()
  await user.dblClick(inDialog.getByRole('button', { name: 'Add' }))
  await waitFor(async () => expect(await isMember('bo', 'no-address')).toBe(true))
  expect(sentTo('putMembership')).toHaveLength(2)
})

it('says that a colleague did the same before, and offers nothing to take back', async () => {
  const { user, inDialog, search } = await adding('bo')
  const path = { id: 'bo', organizationId: 'northwind' }
  await user.click(search)
  await user.click(await inDialog.findByRole('option', { name: /^Northwind Coffee Roasters/ }))
  await mockBackend().callAs('service', 'putMembership', { path })
  await user.click(inDialog.getByRole('button', { name: 'Add' }))
  await waitFor(async () => expect(await said()).toContain('Already a member of Northwind Coffee Roasters'))
  expect(within(await notice()).queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument()
  expect(await isMember('bo', 'northwind')).toBe(true)
})

it('removes after a question that names both, and adds again', async () => {
  const { user, leave, names, sentTo } = await organizationsOf('member')
  const dialog = await leave('Harbour Rowing Club')
  expect(dialog).toHaveAccessibleDescription(/Mara Manymember.*C-100205/u)
  expect(within(dialog).getByRole('button', { name: 'Cancel' })).toHaveFocus()
  await user.dblClick(within(dialog).getByRole('button', { name: 'Remove' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  expect(names()).not.toContain('Harbour Rowing Club')
  expect(sentTo('deleteMembership')).toHaveLength(1)
  expect(await said()).toMatch(/Mara Manymember.*Removed from Harbour Rowing Club\./u)
  expect(screen.getByRole('button', { name: 'Add organization' })).toHaveFocus()

  await user.click(within(await notice()).getByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(names()).toContain('Harbour Rowing Club'))
  expect(await isMember('member', 'no-address')).toBe(true)
})

it('says that a colleague removed the customer before', async () => {
  const { user, leave, names } = await organizationsOf('member')
  const dialog = await leave('Harbour Rowing Club')
  const path = { id: 'member', organizationId: 'no-address' }
  await mockBackend().callAs('service', 'deleteMembership', { path })
  await user.click(within(dialog).getByRole('button', { name: 'Remove' }))
  await waitFor(async () => expect(await said()).toContain('No member of Harbour Rowing Club any more'))
  await waitFor(() => expect(names()).not.toContain('Harbour Rowing Club'))
})

it('says in one place that removing failed, and that undoing did', async () => {
  const { user, leave, names } = await organizationsOf('member')
  const dialog = await leave('Harbour Rowing Club')
  mock('deleteMembership', () => networkError(), { once: true })
  await user.click(within(dialog).getByRole('button', { name: 'Remove' }))
  expect(await within(dialog).findByRole('alert')).toHaveTextContent('cannot be reached')
  await user.click(within(dialog).getByRole('button', { name: 'Remove' }))
  const undo = await within(await notice()).findByRole('button', { name: 'Undo' })
  mock('putMembership', () => networkError(), { once: true })
  await user.click(undo)
  await waitFor(async () => expect(await said()).toMatch(/Mara Manymember.*cannot be reached/u))
  expect(names()).not.toContain('Harbour Rowing Club')
})

it('opens an organization beside the table, with members that open as records', async () => {
  const { user, openMenu } = await organizationsOf('member')
  await user.click(screen.getByRole('button', { name: 'Northwind Coffee Roasters' }))
  const panel = await screen.findByRole('complementary', { name: 'Northwind Coffee Roasters' })
  const inPanel = within(panel)
  expect(inPanel.getByRole('button', { name: 'Close Northwind Coffee Roasters' })).toHaveFocus()
  expect(inPanel.getByText('office@northwind.example')).toBeVisible()
  expect(inPanel.getByText('Buys green coffee and machines for eleven cafés.')).toBeVisible()
  const members = await inPanel.findByRole('list', { name: /^Members/ })
  expect(within(members).getByRole('link', { name: 'Mara Manymember' }).closest('li')).toHaveTextContent(
    'this customer',
  )

  await user.keyboard('{Escape}')
  expect(screen.queryByRole('complementary')).not.toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Northwind Coffee Roasters' })).toHaveFocus()

  await user.click(within(await openMenu('Northwind Coffee Roasters')).getByRole('menuitem', { name: 'Open' }))
  await user.click(await screen.findByRole('link', { name: 'Anonymised C-100450' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Anonymised C-100450' })).toBeVisible()
})

it('shows the rest of the panel when members or organization cannot be read', async () => {
  mock('getOrganization', () => problem('not-acceptable'))
  mock('listCustomers', ({ query, passThrough }) => (query?.organizationId ? problem('not-acceptable') : passThrough()))
  const { user } = await organizationsOf('member')
  await user.click(screen.getByRole('button', { name: 'Northwind Coffee Roasters' }))
  const panel = await screen.findByRole('complementary', { name: 'Northwind Coffee Roasters' })
  expect(await within(panel).findByText('The organization could not be loaded')).toBeVisible()
  expect(await within(panel).findByText('The members could not be loaded')).toBeVisible()
  expect(within(panel).getByText('Jill Hart')).toBeVisible()
})

it.each([
  ['finance', 'member', 'Your role may not change customers.'],
  ['admin', 'anon-payer', 'This record was anonymised and is read only.'],
] as const)('lets %s only read at %s, and says why', async (as, id, reason) => {
  const { user, openMenu } = await organizationsOf(id, { as })
  const add = screen.getByRole('button', { name: 'Add organization' })
  await waitFor(() => expect(add).toHaveAttribute('aria-disabled', 'true'))
  await user.hover(add)
  expect(await screen.findByRole('tooltip')).toHaveTextContent(reason)
  await user.click(add)
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  const remove = within(await openMenu('Northwind Coffee Roasters')).getByRole('menuitem', { name: /^Remove/ })
  expect(remove).toHaveAttribute('aria-disabled', 'true')
  expect(remove).toHaveTextContent(reason)
})

it('handles a permission that is lost meanwhile', async () => {
  const { user, inDialog } = await adding('bo', { scenario: 'permissionLost' })
  await user.click(await inDialog.findByRole('option', { name: /^Harbour/ }))
  await user.click(inDialog.getByRole('button', { name: 'Add' }))
  expect(await inDialog.findByRole('alert')).toHaveTextContent('You do not have permission for this.')
})

it('neither searches for a card number nor keeps it, and says why', async () => {
  const { user, inDialog, search, sentTo, queryClient } = await adding('bo')
  await user.click(search)
  await user.paste('4111 1111 1111 1111')
  expect(await inDialog.findByText(/looks like the number of a payment card/)).toBeVisible()
  expect(
    JSON.stringify(
      queryClient
        .getQueryCache()
        .getAll()
        .map(({ queryKey }) => queryKey),
    ),
  ).not.toContain('4111')
  expect(JSON.stringify(sentTo('listOrganizations').map(({ query }) => query))).not.toContain('4111')
})
