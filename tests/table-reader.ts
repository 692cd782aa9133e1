import { screen, within } from '@testing-library/react'

/** Reads a table by the names of its rows and columns; `row` may be a name that several rows share, then the first. */
export async function readTable(label: string) {
  const table = await screen.findByRole('table', { name: label })
  const row = (name: string | RegExp): HTMLElement => {
    const [header] = within(table).getAllByRole('rowheader', { name })
    const found = header?.closest('tr')
    if (!found) throw new Error(`no row ${String(name)}`)
    return found
  }
  const columns = (): string[] => within(table).getAllByRole('columnheader').map(textOf)
  const cell = (name: string | RegExp, column: string): string => textOf(row(name).children[columns().indexOf(column)])
  const names = (): string[] => within(table).queryAllByRole('rowheader').map(textOf)
  return { table, row, columns, cell, names }
}

const textOf = (element: Element | undefined): string => element?.textContent.replaceAll('\u00A0', ' ').trim() ?? ''
