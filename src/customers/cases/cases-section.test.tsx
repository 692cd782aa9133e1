import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { CaseRow } from '#server/store/care-rows.ts'
import { problem } from '#mocks/answers.ts'
import { mock } from '#mocks/mock.ts'
import { mockBackend } from '#mocks/node.ts'
import { insertRows } from '#tests/builders.ts'
import { aCase } from '#tests/care-builders.ts'
import { renderApp } from '#tests/render-app.tsx'
import { readTable } from '#tests/table-reader.ts'

const day = (number: number) => new Date(Date.UTC(2026, 9, number, 12)).toISOString()

/** Cases of Tess, the oldest first. */
const open = async (...cases: (Partial<CaseRow> & { subject: string })[]) =>
  insertRows(mockBackend().store, {
    cases: cases.map((row, index) => {
      const at = day(index + 1)
      const number = `K-${String(index + 1).padStart(3, '0')}`
      return aCase({ customerId: 'two-homes', id: `tess-k${index + 1}`, number, openedAt: at, createdAt: at, ...row })
    }),
  })
const manyCases = (count: number) => Array.from({ length: count }, (_, index) => ({ subject: `Case ${index + 1}` }))

async function casesOf(at = '/customers/two-homes/cases') {
  const app = renderApp(at)
  const section = within(await screen.findByRole('region', { name: 'Cases' }))
  const choose = async (filter: string, ...choices: string[]) => {
    await app.user.click(section.getByRole('button', { name: new RegExp(`^${filter}`) }))
    const dialog = within(await screen.findByRole('dialog', { name: filter }))
    for (const choice of choices) await app.user.click(dialog.getByRole('checkbox', { name: choice }))
    await app.user.click(dialog.getByRole('button', { name: 'Done' }))
  }
  return { ...app, section, choose }
}

describe('the cases of a customer', () => {
  it('stand with the newest first, with how they are called, stand and hurry', async () => {
    await open(
      { subject: 'Long settled', statusCode: 'closed', statusClass: 'closed', deadline: '2020-01-01' },
      { subject: 'Parcel is late', statusCode: 'waitingOnCustomer', priority: 'urgent', deadline: '2020-01-01' },
      { subject: 'Question', type: 'question', assignee: { id: 'staff-service', displayName: 'Sam Rivera' } },
    )
    await casesOf()
    const { columns, cell, names } = await readTable('Cases')
    await waitFor(() => expect(names()).toEqual(['Question', 'Parcel is late', 'Long settled']))
    expect(columns()).toEqual(['Number', 'Subject', 'Status', 'Priority', 'Deadline', 'Opened', 'Type', 'Assigned to'])
    expect(cell('Parcel is late', 'Number')).toBe('K-002')
    expect(cell('Parcel is late', 'Status')).toBe('Open: Waiting on customer')
    expect(cell('Parcel is late', 'Priority')).toBe('Urgent')
    expect(cell('Parcel is late', 'Deadline')).toBe('Jan 1, 2020 overdue')
    // What is settled cannot be late.
    expect(cell('Long settled', 'Deadline')).toBe('Jan 1, 2020')
    expect(cell('Long settled', 'Status')).toBe('Closed')
    expect(cell('Question', 'Assigned to')).toBe('Sam Rivera')
    expect(cell('Question', 'Deadline')).toBe('–not set')
    expect(cell('Question', 'Opened')).toBe('Oct 3, 2026')
    expect(await screen.findByRole('tab', { name: 'Cases' })).toHaveAccessibleDescription('3')
  })

  it('are filtered, counted, and say when none is left', async () => {
    await open(
      { subject: 'Settled', statusCode: 'completed', statusClass: 'closed', type: 'billing' },
      { subject: 'Late parcel', statusCode: 'escalated', type: 'delivery', tags: ['vip'], priority: 'high' },
      { subject: 'Odd one', type: 'teleport', deadline: '2026-12-24' },
    )
    const { section, choose, user, sentTo } = await casesOf()
    const { names } = await readTable('Cases')
    await waitFor(() => expect(names()).toHaveLength(3))
    await choose('Open or closed', 'Closed')
    await waitFor(() => expect(names()).toEqual(['Settled']))
    expect(section.getByText('1 found')).toBeVisible()
    expect(screen.getByRole('tab', { name: 'Cases' })).toHaveAccessibleDescription('3')
    await user.click(section.getByRole('button', { name: 'Clear filters' }))
    await choose('Type', 'teleport')
    await waitFor(() => expect(names()).toEqual(['Odd one']))
    await user.click(section.getByRole('button', { name: 'Clear filters' }))
    await choose('Tag', 'vip')
    await choose('Priority', 'High')
    await choose('Status', 'Escalated')
    await waitFor(() => expect(names()).toEqual(['Late parcel']))
    await choose('Open or closed', 'Closed')
    expect(await section.findByRole('heading', { name: 'No case matches' })).toBeVisible()
    await user.click(section.getAllByRole('button', { name: 'Clear filters' })[0] as HTMLElement)
    await waitFor(() => expect(names()).toHaveLength(3))
    await user.type(section.getByRole('searchbox', { name: 'Search the cases' }), 'parcel')
    await waitFor(() => expect(names()).toEqual(['Late parcel']))
    expect(sentTo('listCases').at(-1)?.query).toMatchObject({ q: 'parcel' })
    await user.clear(section.getByRole('searchbox', { name: 'Search the cases' }))
    await user.paste('4111 1111 1111 1111')
    expect(await section.findByText(/payment card/)).toBeVisible()
    expect(sentTo('listCases').some(({ query }) => JSON.stringify(query).includes('4111'))).toBe(false)
  })

  it('are filtered by days where the reader is, and sorted', async () => {
    await open(
      { subject: 'First', deadline: '2026-12-01' },
      { subject: 'Second' },
      { subject: 'Third', deadline: '2026-11-01' },
    )
    const { section, user, sentTo } = await casesOf()
    const { names, table } = await readTable('Cases')
    await waitFor(() => expect(names()).toHaveLength(3))
    await user.click(section.getByRole('button', { name: 'Raised' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Raised' }))
    await user.type(dialog.getByLabelText('From'), '2026-10-02')
    await user.click(dialog.getByRole('button', { name: 'Done' }))
    await waitFor(() => expect(names()).toEqual(['Third', 'Second']))
    expect(sentTo('listCases').at(-1)?.query?.openedFrom).toBe(new Date('2026-10-02T00:00:00').toISOString())
    await user.click(section.getByRole('button', { name: 'Clear filters' }))
    await user.click(within(table).getByRole('button', { name: 'Number' }))
    await waitFor(() => expect(names()).toEqual(['First', 'Second', 'Third']))
    await user.click(within(table).getByRole('button', { name: 'Deadline' }))
    await waitFor(() => expect(sentTo('listCases').at(-1)?.query?.sort).toBe('deadline'))
    await waitFor(() => expect(names()[0]).toBe('Third'))
  })

  it('are loaded page by page', async () => {
    await open(...manyCases(70))
    const { section, user, sentTo } = await casesOf()
    const { table, names } = await readTable('Cases')
    // Only those near the view are drawn.
    await waitFor(() => expect(names()[0]).toBe('Case 70'))
    expect(names().length).toBeLessThan(50)
    expect(table).toHaveAttribute('aria-rowcount', '71')
    expect(await screen.findByRole('tab', { name: 'Cases' })).toHaveAccessibleDescription('70')
    await user.click(section.getByRole('button', { name: 'Show more' }))
    await waitFor(() => expect(section.queryByRole('button', { name: 'Show more' })).not.toBeInTheDocument())
    expect(sentTo('listCases').filter(({ query }) => query?.cursor !== undefined)).toHaveLength(1)
  })

  it('say when there is none, and offer the next step', async () => {
    const { section, user } = await casesOf()
    expect(await section.findByRole('heading', { name: 'No cases yet' })).toBeVisible()
    await user.click(section.getByRole('button', { name: 'Add the first case' }))
    expect(await screen.findByRole('form', { name: 'New case' })).toBeVisible()
  })

  it('say when they may not be seen', async () => {
    mock('listCases', () => problem('forbidden'))
    const { section } = await casesOf()
    expect(await section.findByRole('heading', { name: 'You may not see this' })).toBeVisible()
  })

  it('can be asked for again', async () => {
    await open({ subject: 'Parcel is late' })
    mock('listCases', () => problem('not-found'), { once: true })
    const { section, user } = await casesOf()
    const alert = await section.findByRole('alert')
    expect(alert).toHaveTextContent('Cases could not be loaded')
    await user.click(within(alert).getByRole('button', { name: 'Try again' }))
    expect((await readTable('Cases')).names()).toEqual(['Parcel is late'])
  })
})
