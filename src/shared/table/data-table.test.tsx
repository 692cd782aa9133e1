import { fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ComponentProps } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Column } from '#/shared/table/column.ts'
import { DataTable } from '#/shared/table/data-table.tsx'
import { EmptyState } from '#/shared/ui/empty-state.tsx'
import { ErrorState } from '#/shared/ui/error-state.tsx'

interface Person {
  id: string
  name: string
  total: number
}

const people = (count: number): Person[] =>
  Array.from({ length: count }, (_, index) => ({ id: `p${index}`, name: `Person ${index}`, total: index * 10 }))

const columns: Column<Person>[] = [
  {
    key: 'name',
    header: 'Name',
    width: 200,
    sortKey: 'name',
    isRowHeader: true,
    cell: (person) => <a href={`#${person.id}`}>{person.name}</a>,
  },
  {
    key: 'total',
    header: 'Total',
    width: 100,
    align: 'end',
    sortKey: 'total',
    sortFirst: 'descending',
    cell: ({ total }) => total,
  },
  { key: 'id', header: 'Id', width: 100, priority: 3, cell: ({ id }) => id },
]

type Props = ComponentProps<typeof DataTable<Person>>

function renderTable(over: Partial<Props> = {}) {
  const props: Props = { label: 'People', columns, rows: people(3), rowKey: ({ id }) => id, ...over }
  const { rerender } = render(<DataTable {...props} />)
  const table = screen.getByRole('table', { name: 'People' })
  return {
    table,
    inTable: within(table),
    user: userEvent.setup(),
    update: (next: Partial<Props>) => rerender(<DataTable {...props} {...next} />),
  }
}

const bodyRows = () => screen.getAllByRole('row').filter((row) => row.hasAttribute('data-index'))

describe('DataTable', () => {
  it('is a table with headers, row names and places for assistive technology', () => {
    const { table, inTable } = renderTable({ rowCount: 137 })
    expect(table).toHaveAttribute('aria-rowcount', '138')
    expect(inTable.getAllByRole('columnheader').map((header) => header.textContent)).toEqual(['Name', 'Total', 'Id'])
    expect(inTable.getByRole('rowheader', { name: 'Person 1' })).toBeInTheDocument()
    expect(bodyRows().map((row) => row.getAttribute('aria-rowindex'))).toEqual(['2', '3', '4'])
  })

  it('says that the number of rows is not known while there are more', () => {
    const { table } = renderTable({ hasMore: true })
    expect(table).toHaveAttribute('aria-rowcount', '-1')
  })

  it('sorts by the header, the first direction first, and says which column is sorted', async () => {
    const onSort = vi.fn<(sort: string) => void>()
    const { inTable, user, update } = renderTable({ sort: 'name', onSort })
    expect(inTable.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'ascending')
    expect(inTable.getByRole('columnheader', { name: 'Total' })).not.toHaveAttribute('aria-sort')
    await user.click(inTable.getByRole('button', { name: 'Total' }))
    expect(onSort).toHaveBeenLastCalledWith('-total')
    update({ sort: '-total', onSort })
    expect(inTable.getByRole('columnheader', { name: 'Total' })).toHaveAttribute('aria-sort', 'descending')
    await user.click(inTable.getByRole('button', { name: 'Total' }))
    expect(onSort).toHaveBeenLastCalledWith('total')
    expect(inTable.queryByRole('button', { name: 'Id' })).not.toBeInTheDocument()
  })

  it('renders only what is seen of 10,000 rows', () => {
    const { table } = renderTable({ rows: people(10_000), rowCount: 10_000 })
    expect(bodyRows().length).toBeGreaterThan(20)
    expect(bodyRows().length).toBeLessThan(60)
    expect(table.querySelectorAll('*').length).toBeLessThan(1000)
    expect(table).toHaveAttribute('aria-rowcount', '10001')
  })

  it('renders every row of a small list', () => {
    renderTable({ rows: people(49), height: 'content' })
    expect(bodyRows()).toHaveLength(49)
  })

  it('begins where it was left, and tells where it is', () => {
    const onScrollOffset = vi.fn<(offset: number) => void>()
    renderTable({ rows: people(1000), initialOffset: 18_000, onScrollOffset })
    expect(screen.getByText('Person 500')).toBeInTheDocument()
    expect(screen.queryByText('Person 0')).not.toBeInTheDocument()
    const scroller = screen.getByRole('table').parentElement ?? document.body
    scroller.scrollTop = 360
    fireEvent.scroll(scroller)
    expect(onScrollOffset).toHaveBeenLastCalledWith(360)
  })

  it('asks for more by a button, says that it is loading, and offers a retry', async () => {
    const onEndReached = vi.fn<() => void>()
    const { user, update } = renderTable({ hasMore: true, onEndReached })
    await user.click(screen.getByRole('button', { name: 'Show more' }))
    expect(onEndReached).toHaveBeenCalledOnce()
    update({ hasMore: true, isLoadingMore: true, onEndReached })
    expect(screen.getByRole('status')).toHaveTextContent('Loading more')
    update({ hasMore: true, hasMoreFailed: true, onEndReached })
    expect(screen.getByRole('alert')).toHaveTextContent('could not be loaded')
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(onEndReached).toHaveBeenCalledTimes(2)
    expect(bodyRows()).toHaveLength(3)
  })

  it('shows loading, nothing and failure in place of rows, but never in place of rows that are there', () => {
    const states = { empty: <EmptyState title="No people yet" />, error: undefined }
    const { table, update } = renderTable({ rows: [], isLoading: true, ...states })
    expect(table).toHaveAttribute('aria-busy', 'true')
    expect(screen.getByRole('status')).toHaveTextContent('Loading')
    expect(screen.queryByText('No people yet')).not.toBeInTheDocument()
    update({ rows: [], isLoading: false, ...states })
    expect(screen.getByText('No people yet')).toBeInTheDocument()
    update({ rows: [], isLoading: false, ...states, error: <ErrorState title="Not loaded" /> })
    expect(screen.getByRole('alert')).toHaveTextContent('Not loaded')
    update({
      rows: people(3),
      isLoading: false,
      ...states,
      error: <ErrorState title="Not loaded" />,
      isRefreshing: true,
    })
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
    expect(bodyRows()).toHaveLength(3)
    expect(table).toHaveAttribute('aria-busy', 'true')
  })

  it('opens a row by a press beside its links, in the background with a modifier', async () => {
    const onRowOpen = vi.fn<NonNullable<Props['onRowOpen']>>()
    const { inTable, user } = renderTable({ onRowOpen })
    await user.click(inTable.getByText('p1'))
    expect(onRowOpen).toHaveBeenLastCalledWith(people(3)[1], { isBackground: false })
    await user.keyboard('{Control>}')
    await user.click(inTable.getByText('p2'))
    await user.keyboard('{/Control}')
    expect(onRowOpen).toHaveBeenLastCalledWith(people(3)[2], { isBackground: true })
    await user.click(inTable.getByRole('link', { name: 'Person 0' }))
    expect(onRowOpen).toHaveBeenCalledTimes(2)
  })

  it('has a menu in every row, named by the row', async () => {
    const copy = vi.fn<(id: string) => void>()
    const onRowOpen = vi.fn<NonNullable<Props['onRowOpen']>>()
    const { inTable, user } = renderTable({
      onRowOpen,
      rowLabel: ({ name }) => name,
      rowMenu: ({ id }) => [[{ label: 'Copy', onSelect: () => copy(id) }]],
    })
    await user.click(inTable.getByRole('button', { name: 'Actions for Person 2' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Copy' }))
    expect(copy).toHaveBeenCalledExactlyOnceWith('p2')
    expect(onRowOpen).not.toHaveBeenCalled()
  })

  it('does not render a row again that stays the same', () => {
    const cell = vi.fn<(person: Person) => string>(({ id }) => id)
    const counted: Column<Person>[] = [{ key: 'id', header: 'Id', width: 100, cell }]
    const rows = people(3)
    const { update } = renderTable({ columns: counted, rows })
    cell.mockClear()
    update({ columns: counted, rows: [...rows, ...people(4).slice(3)], isRefreshing: true })
    expect(cell).toHaveBeenCalledExactlyOnceWith({ id: 'p3', name: 'Person 3', total: 30 })
  })
})

describe('where it is narrow', () => {
  const clientWidth = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'clientWidth')
  const narrowTo = (width: number) =>
    Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => width })
  afterEach(() => {
    if (clientWidth) Object.defineProperty(HTMLElement.prototype, 'clientWidth', clientWidth)
  })

  it('drops the columns that matter least', () => {
    narrowTo(620)
    const wide = columns.map((column) => Object.assign({}, column, { width: 250 }))
    renderTable({ columns: wide })
    expect(screen.getAllByRole('columnheader').map((header) => header.textContent)).toEqual(['Name', 'Total'])
  })

  it('turns rows into cards that keep their meaning, sorted by a choice', async () => {
    narrowTo(390)
    const onSort = vi.fn<(sort: string) => void>()
    const { inTable, user } = renderTable({ sort: 'name', onSort })
    expect(inTable.getByRole('rowheader', { name: 'Person 1' })).toBeInTheDocument()
    expect(
      inTable
        .getAllByRole('cell')
        .map((cell) => cell.textContent)
        .slice(0, 2),
    ).toEqual(['Total0', 'Idp0'])
    expect(screen.getByRole('combobox', { name: 'Sort by' })).toHaveDisplayValue('Name')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Sort by' }), 'Total')
    expect(onSort).toHaveBeenCalledExactlyOnceWith('-total')
  })
})
