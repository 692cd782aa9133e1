import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Total } from '#/contract/common.ts'
import { problem } from '#mocks/answers.ts'
import { mock } from '#mocks/mock.ts'
import { mockBackend } from '#mocks/node.ts'
import { cardNumbersIn } from '#tests/card-numbers.ts'
import { renderApp } from '#tests/render-app.tsx'
import { readTable } from '#tests/table-reader.ts'

const searchbox = async () => screen.findByRole('searchbox', { name: 'Search customers' })

async function list(at = '/customers') {
  const app = renderApp(at)
  const field = await searchbox()
  const table = await readTable('Customers')
  await waitFor(() => expect(table.table).toHaveAttribute('aria-busy', 'false'))
  const type = async (words: string) => {
    await app.user.clear(field)
    await app.user.paste(words)
  }
  const place = () => app.router.state.location
  const found = async (...names: string[]) => waitFor(() => expect(table.names()).toEqual(names))
  const lastQuery = () => app.sentTo('listCustomers').findLast(({ query }) => query?.id === undefined)?.query
  return { ...app, ...table, field, type, place, found, lastQuery }
}

/** Chooses one value of a filter and closes it. */
async function choose(user: Awaited<ReturnType<typeof list>>['user'], filter: string, value: string) {
  await user.click(screen.getByRole('button', { name: filter }))
  const dialog = await screen.findByRole('dialog', { name: filter })
  await user.click(within(dialog).getByRole('checkbox', { name: value }))
  await user.click(within(dialog).getByRole('button', { name: 'Done' }))
  await waitFor(() => expect(dialog).not.toBeInTheDocument())
}

const mullerRow = /Müller-Lüdenscheidt/

describe('the list of customers', () => {
  it('shows who they are, how they stand and when they last ordered', async () => {
    const { columns, cell, type, found } = await list()
    expect(columns()).toEqual(['Name', 'Number', 'Email', 'Phone', 'Status', 'Tier', 'Last order'])
    await type('louis.lockwood')
    await found('Louis Lockwood')
    expect(cell('Louis Lockwood', 'Status')).toBe('Active')
    expect(cell('Louis Lockwood', 'Last order')).toBe('Never')
    expect(cell('Louis Lockwood', 'Tier')).toBe('Standard')
  })

  it.each(['Name', 'Number', 'Email'])('opens a record by its %s', async (column) => {
    const { user, row, columns, type, found, place } = await list()
    await type('kaethe')
    await found('Käthe Müller-Lüdenscheidt')
    const cell = row(mullerRow).children[columns().indexOf(column)]
    if (!(cell instanceof HTMLElement)) throw new Error(`no column ${column}`)
    await user.click(within(cell).getByRole('link'))
    expect(await screen.findByRole('tabpanel', { name: mullerRow })).toBeVisible()
    expect(place().pathname).toBe('/customers/muller/account')
  })

  it('opens behind the list with Ctrl', async () => {
    const { user, row, type, found, place } = await list()
    await type('kaethe')
    await found('Käthe Müller-Lüdenscheidt')
    await user.keyboard('{Control>}')
    await user.click(within(row(mullerRow)).getByRole('link', { name: 'C-100004' }))
    await user.keyboard('{/Control}')
    expect(await screen.findByRole('tab', { name: mullerRow, selected: false })).toBeVisible()
    expect(place().pathname).toBe('/customers')
  })

  it.each<[string, Total]>([
    ['2,000 customers', { value: 2000, relation: 'eq' }],
    ['More than 10,000 customers', { value: 10_000, relation: 'gte' }],
  ])('says %s', async (text, total) => {
    mock('listCustomers', async ({ passThrough }) => ({ ...(await passThrough()), total }))
    await list()
    expect(await screen.findByText(text)).toHaveRole('status')
  })
})

describe('searching customers', () => {
  it('searches as words are typed, marks what was found and counts it', async () => {
    const { type, found, row, lastQuery } = await list()
    await type('c-10000')
    await waitFor(() => expect(lastQuery()).toMatchObject({ q: 'c-10000', count: true }))
    await screen.findByText('9 customers')
    await type('kaethe')
    await found('Käthe Müller-Lüdenscheidt')
    expect(await screen.findByText('1 customer')).toBeVisible()
    expect(within(row(mullerRow)).getAllByText('kaethe', { selector: 'mark' })[0]).toBeVisible()
  })

  it('says where it was found when no column shows it', async () => {
    const { type, row } = await list()
    await type('10557')
    await waitFor(() => expect(row(mullerRow)).toHaveTextContent('Postal code: 10557'))
    expect(within(row(mullerRow)).getByText('10557', { selector: 'mark' })).toBeVisible()
  })

  it('drops an answer that comes after a newer one', async () => {
    const slow = Promise.withResolvers<void>()
    mock('listCustomers', async ({ query, passThrough }) => {
      const answer = await passThrough()
      if (query?.q === 'ada') await slow.promise
      return answer
    })
    const { type, found, names, sentTo } = await list()
    await type('ada')
    await waitFor(() => expect(sentTo('listCustomers').some(({ query }) => query?.q === 'ada')).toBe(true))
    await type('kaethe')
    await found('Käthe Müller-Lüdenscheidt')
    await act(async () => slow.resolve())
    expect(await screen.findByText('1 customer')).toBeVisible()
    expect(names()).toEqual(['Käthe Müller-Lüdenscheidt'])
  })

  it('keeps the words in the history entry and out of the address', async () => {
    const { type, place } = await list()
    await type('kaethe')
    await waitFor(() => expect(place().state.words).toBe('kaethe'))
    expect(place().href).not.toContain('kaethe')
  })

  it('loses no letter that is typed while the words are being kept', async () => {
    const { field, router, place, type } = await list()
    let isTyped = false
    const unsubscribe = router.history.subscribe(() => {
      if (isTyped) return
      isTyped = true
      fireEvent.change(field, { target: { value: 'kaethe' } })
    })
    await type('kaeth')
    await waitFor(() => expect(place().state.words).toBe('kaethe'))
    expect(field).toHaveValue('kaethe')
    unsubscribe()
  })

  it.each([
    ['number', 'c-100003'],
    ['email', 'BO@mail.example'],
  ])('opens the one whose %s is typed, with Enter before the answer is there', async (_what, words) => {
    const slow = Promise.withResolvers<void>()
    mock('listCustomers', async ({ query, passThrough }) => {
      const answer = await passThrough()
      if (query?.q) await slow.promise
      return answer
    })
    const { user, type, place } = await list()
    await type(words)
    await user.keyboard('{Enter}')
    await act(async () => slow.resolve())
    expect(await screen.findByRole('tabpanel', { name: 'Bo' })).toBeVisible()
    expect(place().pathname).toBe('/customers/bo/account')
  })

  it('opens the only one found with Enter, and none of several', async () => {
    const { user, type, place, found } = await list()
    await type('Ada Park')
    await user.keyboard('{Enter}')
    await screen.findByText('3 customers')
    expect(place().pathname).toBe('/customers')
    await type('kaethe')
    await found('Käthe Müller-Lüdenscheidt')
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('tabpanel', { name: mullerRow })).toBeVisible()
  })

  it('does not open what Enter asked for once other words are typed', async () => {
    const slow = Promise.withResolvers<void>()
    mock('listCustomers', async ({ query, passThrough }) => {
      const answer = await passThrough()
      if (query?.q === 'C-100001') await slow.promise
      return answer
    })
    const { user, type, found, place } = await list()
    await type('C-100001')
    await user.keyboard('{Enter}')
    await type('kaethe')
    await act(async () => slow.resolve())
    await found('Käthe Müller-Lüdenscheidt')
    expect(place().pathname).toBe('/customers')
  })

  it('neither searches for a card number nor keeps it, and says why', async () => {
    const { user, field, type, sentTo, lastQuery, place, queryClient } = await list()
    await type('4111 1111 1111 1111')
    await waitFor(() => expect(field).toHaveAccessibleDescription(/looks like the number of a payment card/i))
    await user.keyboard('{Enter}')
    const kept = queryClient
      .getQueryCache()
      .getAll()
      .map(({ queryKey, state }) => [queryKey, state.data])
    const places = [sentTo('listCustomers').map(({ query }) => query), place(), kept]
    expect(cardNumbersIn(JSON.stringify(places), new Set(['4111111111111111']))).toEqual([])

    await type('4006381333931')
    await waitFor(() => expect(lastQuery()?.q).toBe('4006381333931'))
    expect(field).not.toHaveAccessibleDescription()
  })

  it('says at the search where it was not understood, and nowhere else', async () => {
    const { user, field, type, found } = await list()
    await type('kaethe shoe:44')
    await waitFor(() => expect(field).toBeInvalid())
    expect(field).toHaveAccessibleDescription('The search was not understood from character 8 on.')
    expect(screen.queryByText('The customers could not be loaded')).not.toBeInTheDocument()
    await type('kaethe')
    await found('Käthe Müller-Lüdenscheidt')
    expect(field).toBeValid()
    await user.keyboard('{Escape}')
    expect(field).toHaveValue('')
  })

  it('offers to clear search and filters when nothing matches', async () => {
    const { user, field, type, place } = await list('/customers?tier=vip')
    await type('nobody-is-called-that')
    expect(await screen.findByRole('heading', { name: 'No customers match' })).toBeVisible()
    expect(await screen.findByText('0 customers')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Clear search and filters' }))
    expect(await screen.findByRole('link', { name: 'Abel Accessblock' })).toBeVisible()
    expect(field).toHaveFocus()
    expect(field).toHaveValue('')
    await waitFor(() => expect(place().state.words ?? '').toBe(''))
    expect(place().search).not.toHaveProperty('tier')
  })
})

describe('filters and sort', () => {
  it('stand in the address and are sent to the API', async () => {
    const { user, table, place, found, lastQuery } = await list()
    await choose(user, 'Status', 'Blocked')
    await found('Boris Blocked')
    expect(place().searchStr).toBe('?status=blocked')
    expect(lastQuery()).toMatchObject({ status: ['blocked'] })
    expect(screen.getByRole('button', { name: 'Status: Blocked' })).toBeVisible()

    await user.click(within(table).getByRole('button', { name: 'Last order' }))
    await waitFor(() => expect(lastQuery()).toMatchObject({ status: ['blocked'], sort: '-lastOrderAt' }))
    expect(place().search).toMatchObject({ sort: '-lastOrderAt' })
    expect(within(table).getByRole('columnheader', { name: 'Last order' })).toHaveAttribute('aria-sort', 'descending')

    await user.click(screen.getByRole('button', { name: 'Clear filters' }))
    await waitFor(() => expect(place().search).not.toHaveProperty('status'))
    expect(place().search).toMatchObject({ sort: '-lastOrderAt' })
  })

  it('are read from an address, junk left out', async () => {
    const { lastQuery } = await list(
      '/customers?status=blocked&status=sleepy&tier=gold&sort=-email&registeredFrom=soon',
    )
    expect(lastQuery()).toMatchObject({ status: ['blocked'], sort: '-email' })
    expect(lastQuery()).not.toHaveProperty('tier')
    expect(lastQuery()).not.toHaveProperty('registeredFrom')
  })

  it('are still there with the words after a record was visited', async () => {
    const { user, router, type, found, row, place } = await list('/customers?status=active&sort=-email')
    await type('kaethe')
    await found('Käthe Müller-Lüdenscheidt')
    const isAsLeft = async () => {
      expect(await searchbox()).toHaveValue('kaethe')
      expect(place()).toMatchObject({ pathname: '/customers', search: { status: 'active', sort: '-email' } })
      const { names } = await readTable('Customers')
      await waitFor(() => expect(names()).toEqual(['Käthe Müller-Lüdenscheidt']))
    }
    // At once: the words were not written into the history entry yet.
    await user.click(within(row(mullerRow)).getByRole('link', { name: mullerRow }))
    await screen.findByRole('tabpanel', { name: mullerRow })
    router.history.back()
    await isAsLeft()
    router.history.forward()
    await screen.findByRole('tabpanel', { name: mullerRow })
    await user.click(screen.getByRole('link', { name: 'Customers' }))
    await isAsLeft()
  })
})

it('offers to try again when the first load fails, with the id that support needs', async () => {
  let isBroken = true
  mock('listCustomers', async ({ passThrough }) => (isBroken ? problem('not-acceptable') : passThrough()))
  const { user } = renderApp('/customers')
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent('The customers could not be loaded')
  expect(within(alert).getByText('mock-request')).toBeVisible()
  isBroken = false
  await user.click(within(alert).getByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('link', { name: 'Abel Accessblock' })).toBeVisible()
})

it('shows the new name once somebody changed it', async () => {
  const { names, type, found, queryClient } = await list()
  await type('kaethe')
  await found('Käthe Müller-Lüdenscheidt')
  await mockBackend().callAs('service', 'patchCustomer', { path: { id: 'muller' }, body: { lastName: 'Groß' } })
  await act(async () => queryClient.invalidateQueries())
  await waitFor(() => expect(names()).toEqual(['Käthe Groß']))
})
