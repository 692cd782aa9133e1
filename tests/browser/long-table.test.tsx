import { render, screen, within } from '@testing-library/react'
import { Activity } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { cleanup } from '@testing-library/react'
import type { Column } from '#/shared/table/column.ts'
import { DataTable } from '#/shared/table/data-table.tsx'
import { ThemeRoot } from '#/shared/theme/theme-root.tsx'

interface Row {
  id: string
  name: string
}

const rows: Row[] = Array.from({ length: 10_000 }, (_, index) => ({ id: `r${index}`, name: `Row ${index}` }))
const columns: Column<Row>[] = [
  { key: 'name', header: 'Name', width: 200, isRowHeader: true, cell: ({ name }) => name },
  { key: 'id', header: 'Id', width: 120, cell: ({ id }) => id },
]

const table = (isShown: boolean, height = 400, shown: readonly Row[] = rows) => (
  <ThemeRoot>
    <Activity mode={isShown ? 'visible' : 'hidden'}>
      <div style={{ display: 'flex', flexDirection: 'column', height, width: 900 }}>
        <DataTable label="Rows" columns={columns} rows={shown} rowKey={({ id }) => id} rowCount={shown.length} />
      </div>
    </Activity>
  </ThemeRoot>
)

const scrollerOf = (element: HTMLElement): HTMLElement => {
  const scroller = element.parentElement
  if (!scroller) throw new Error('the table has no scroller')
  return scroller
}

afterEach(cleanup)

describe('a table of 10,000 rows in a real browser', () => {
  it('keeps few elements while it scrolls to its end', async () => {
    render(table(true))
    const element = await screen.findByRole('table', { name: 'Rows' })
    await vi.waitFor(() => expect(scrollerOf(element).scrollHeight).toBeGreaterThan(300_000))
    for (const offset of [5_000, 120_000, Number.MAX_SAFE_INTEGER]) {
      scrollerOf(element).scrollTo({ top: offset, behavior: 'instant' })
      await vi.waitFor(() => expect(document.querySelectorAll('*').length).toBeLessThan(1_000))
    }
    expect(await within(element).findByRole('rowheader', { name: 'Row 9999' })).toBeVisible()
    expect(element).toHaveAttribute('aria-rowcount', '10001')
  })

  it('is where it was left after it was hidden', async () => {
    const { rerender } = render(table(true))
    const element = await screen.findByRole('table', { name: 'Rows' })
    await vi.waitFor(() => expect(scrollerOf(element).scrollHeight).toBeGreaterThan(300_000))
    scrollerOf(element).scrollTo({ top: 72_000, behavior: 'instant' })
    await within(element).findByRole('rowheader', { name: 'Row 2000' })
    rerender(table(false))
    rerender(table(true))
    await vi.waitFor(() => expect(scrollerOf(element).scrollTop).toBe(72_000))
    expect(await within(element).findByRole('rowheader', { name: 'Row 2000' })).toBeVisible()
  })

  it('keeps what is seen in its place when rows come and go above it, and begins with the first where it was there', async () => {
    const { rerender } = render(table(true))
    const element = await screen.findByRole('table', { name: 'Rows' })
    await vi.waitFor(() => expect(scrollerOf(element).scrollHeight).toBeGreaterThan(300_000))
    const others: Row[] = ['x', 'y', 'z'].map((id) => ({ id, name: `Other ${id}` }))
    rerender(table(true, 400, [...others.slice(0, 1), ...rows]))
    expect(await within(element).findByRole('rowheader', { name: 'Other x' })).toBeVisible()
    expect(scrollerOf(element).scrollTop).toBe(0)

    scrollerOf(element).scrollTo({ top: 72_010, behavior: 'instant' })
    const row = await within(element).findByRole('rowheader', { name: 'Row 2003' })
    const place = () => Math.round(row.getBoundingClientRect().top)
    const before = place()
    for (const shown of [[...others, ...rows], rows.slice(2), rows]) {
      rerender(table(true, 400, shown))
      await vi.waitFor(() => expect(place()).toBe(before))
    }
    expect(row).toBeVisible()
  })
})
