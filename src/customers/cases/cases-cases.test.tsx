import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { mockBackend } from '#mocks/node.ts'
import { insertRows } from '#tests/builders.ts'
import { aCase } from '#tests/care-builders.ts'
import { renderApp, renderCase } from '#tests/render-app.tsx'
import { readTable } from '#tests/table-reader.ts'

describe('cases-of-every-kind', () => {
  it('says in words how each stands and when it is due, and shows what nobody knows as it is', async () => {
    renderCase('cases-of-every-kind')
    const { names, cell } = await readTable('Cases')
    await waitFor(() => expect(names()).toHaveLength(5))
    expect(cell('Machine arrived with a dent', 'Status')).toBe('Open: Escalated')
    expect(cell('Wants another billing day', 'Deadline')).toBe('Nov 10, 2026 overdue')
    expect(cell('Asks for a beam of light', 'Status')).toBe('Open: beaming')
    expect(cell('Asks for a beam of light', 'Priority')).toBe('whenever')
    expect(cell('Asks for a beam of light', 'Type')).toBe('teleport')
    expect(names().filter((name) => name === 'Cup broken')).toHaveLength(2)
  })

  it('tells how a case was closed, opened again and closed', async () => {
    const { user } = renderCase('cases-of-every-kind')
    const { row } = await readTable('Cases')
    await user.click(within(row('Cup broken')).getByRole('button', { name: 'Cup broken' }))
    const panel = within(await screen.findByRole('complementary', { name: 'Cup broken' }))
    const entries = within(await panel.findByRole('list', { name: /^Comments/ })).getAllByRole('listitem')
    expect(entries.map(({ textContent }) => /(?<what>Closed|Reopened).*/u.exec(textContent)?.[0])).toEqual([
      expect.stringMatching(/^Closed.*New → Closed.*Sent a new one$/),
      expect.stringMatching(/^Reopened.*Closed → Assigned.*The new one broke too$/),
      expect.stringMatching(/^Closed.*Assigned → Closed$/),
    ])
    expect(await panel.findByRole('button', { name: 'Reopen case' })).toBeVisible()
  })
})

it('no-cases: says so, and offers the next step to those who may take it', async () => {
  const { unmount } = renderCase('no-cases')
  expect(await screen.findByRole('heading', { name: 'No cases yet' })).toBeVisible()
  expect(screen.getByRole('button', { name: 'Add the first case' })).toBeVisible()
  unmount()
  renderCase('no-cases', { as: 'finance' })
  expect(await screen.findByRole('heading', { name: 'No cases yet' })).toBeVisible()
  await waitFor(() => expect(screen.getByRole('button', { name: 'Add case' })).toHaveAttribute('aria-disabled', 'true'))
  expect(screen.queryByRole('button', { name: 'Add the first case' })).not.toBeInTheDocument()
})

it('shows a very long subject whole, and folds a very long description of many lines', async () => {
  const subject = 'S'.repeat(200)
  const description = `First line\nSecond line\n${'very long '.repeat(300)}`
  await insertRows(mockBackend().store, { cases: [aCase({ customerId: 'never', id: 'long', subject, description })] })
  const { user } = renderApp('/customers/never/cases?case=long')
  const panel = within(await screen.findByRole('complementary', { name: subject }))
  expect((await panel.findByText(/^First line/)).textContent).toMatch(/^First line\nSecond line\nvery long.*…$/)
  // The list knew the case; now it is read by itself.
  await panel.findByRole('button', { name: 'Close case' })
  await user.click(panel.getByRole('button', { name: /^Show all/ }))
  expect(panel.getByText(/^First line/).textContent).toBe(description)
})

it('says of a case that is due today that it is, and of one that is over that it is', async () => {
  const today = new Date()
  const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
  await insertRows(mockBackend().store, {
    cases: [
      aCase({ customerId: 'never', subject: 'Due now', deadline: day }),
      aCase({ customerId: 'never', subject: 'Settled', deadline: day, statusCode: 'closed', statusClass: 'closed' }),
    ],
  })
  renderApp('/customers/never/cases')
  const { cell } = await readTable('Cases')
  expect(cell('Due now', 'Deadline')).toMatch(/ due today$/)
  expect(cell('Settled', 'Deadline')).not.toMatch(/due/)
})
