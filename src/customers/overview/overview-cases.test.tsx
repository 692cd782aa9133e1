import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { cardLimits } from '#/contract/overview.ts'
import type { EdgeCaseName } from '#mocks/edge-cases/edge-cases.ts'
import { mockBackend } from '#mocks/node.ts'
import { anInvoice } from '#tests/billing-builders.ts'
import { insertRows } from '#tests/builders.ts'
import { overviewOf, shownOverview } from '#tests/overview-page.ts'
import { renderCase } from '#tests/render-app.tsx'

async function caseOf(name: EdgeCaseName, options?: Parameters<typeof renderCase>[1]) {
  const app = renderCase(name, options)
  return { ...app, ...(await shownOverview()) }
}

const limited = {
  Alerts: cardLimits.alerts,
  Contacts: cardLimits.contacts,
  'Products and subscriptions': cardLimits.subscriptions,
  'Recent invoices': cardLimits.invoices,
  'Instalment purchases': cardLimits.instalments,
  'Open cases': cardLimits.cases,
  Notes: cardLimits.notes,
  'Recent activity': cardLimits.activities,
}

/** Rows of each card that shows only some, and what it says of how many there are. */
function shownBy(card: Awaited<ReturnType<typeof shownOverview>>['card']) {
  return Object.keys(limited).map((name) => {
    const rows = within(card(name).getByRole('list', { name })).getAllByRole('listitem').length
    const count = card(name).getByText(/^\d+( of \d+)?$/u).textContent
    return [name, rows, count]
  })
}

describe('each limit', () => {
  it.each([
    ['cards-below-their-limit', -1],
    ['cards-at-their-limit', 0],
  ] as const)('shows all where there are fewer or as many: %s', async (name, difference) => {
    const { card } = await caseOf(name)
    const expected = Object.entries(limited).map(([title, limit]) => {
      const rows = limit + difference
      return [title, rows, String(rows)]
    })
    // More happened to the first of them; the one with nothing has a short list of that.
    const isMeant = ([title]: unknown[]) => difference === 0 || title !== 'Recent activity'
    expect(shownBy(card).filter(isMeant)).toEqual(expected.filter(isMeant))
  })

  it('shows the newest and says of how many: cards-above-their-limit', async () => {
    const { card } = await caseOf('cards-above-their-limit')
    expect(shownBy(card)).toEqual(
      Object.entries(limited).map(([title, limit]) => [title, limit, `${limit} of ${limit + 1}`]),
    )
    // The pending one is newer, and not among them.
    expect(card('Recent invoices').queryByText('Pending')).not.toBeInTheDocument()
  })

  it('says in a sentence that there is nothing: cards-with-nothing', async () => {
    const { card } = await caseOf('cards-with-nothing')
    const sentences = {
      Alerts: 'No alerts were sent to this customer.',
      Contacts: 'No contacts are known.',
      'Payment methods': 'No payment method is saved.',
      'Products and subscriptions': 'This customer has no products or subscriptions.',
      'Recent invoices': 'No invoice was approved yet.',
      'Instalment purchases': 'Nothing was bought in instalments.',
      'Last payment': 'No payment was received yet.',
      'Open cases': 'No case is open.',
      Notes: 'No notes yet.',
    }
    expect(within(card('Recent activity').getByRole('list')).getAllByRole('listitem')).toHaveLength(1)
    expect(card('Recent activity').getByText('1')).toBeVisible()
    for (const [name, sentence] of Object.entries(sentences)) expect(card(name).getByText(sentence)).toBeVisible()
  })
})

describe('invoice-on-plan-and-disputed', () => {
  it('names both marks in words, and what is left to pay', async () => {
    const { card } = await caseOf('invoice-on-plan-and-disputed')
    const [first] = within(card('Recent invoices').getByRole('list')).getAllByRole('listitem')
    expect(first?.textContent).toMatch(/P Payment plan USD\s100\.00/u)
    expect(first?.textContent).toMatch(/D Disputed USD\s200\.00/u)
    expect(first?.textContent).toMatch(/payable USD\s200\.00/u)
  })

  it('shows less than nothing as a credit', async () => {
    await insertRows(mockBackend().store, {
      invoices: [anInvoice({ customerId: 'vip', totalMinor: -2500, issuedAt: new Date().toISOString() })],
    })
    const { card } = await overviewOf('vip')
    const [first] = within(card('Recent invoices').getByRole('list')).getAllByRole('listitem')
    expect(first?.textContent).toMatch(/credit CAD\s25\.00/u)
  })
})

describe('contact-addresses', () => {
  it('shows primary and billing contact first, then the newest, and who has no address', async () => {
    const { card } = await caseOf('contact-addresses')
    const rows = within(card('Contacts').getByRole('list')).getAllByRole('listitem')
    expect(rows.map(({ textContent }) => textContent.slice(0, 12))).toEqual([
      'Valentina It',
      'Books & Ledg',
      'A name that ',
    ])
    expect(rows[0]).toHaveTextContent('Primary')
    expect(rows[1]?.textContent).toMatch(/Billing.*no address/u)
  })

  it('shows an address by keyboard and by touch, lets it be pointed at, and hides it by Escape', async () => {
    const { card, user } = await caseOf('contact-addresses')
    const details = card('Contacts').getByRole('button', { name: 'Details of Valentina Ito' })
    expect(screen.queryByRole('tooltip')).not.toBeInTheDocument()

    card('Contacts').getByRole('link', { name: 'All contacts' }).focus()
    for (let steps = 0; steps < 6 && document.activeElement !== details; steps += 1) await user.tab()
    expect(details).toHaveFocus()
    expect(await screen.findByRole('tooltip')).toHaveTextContent('5 Bleecker Street')
    expect(details).toHaveAccessibleDescription(/5 Bleecker Street/u)
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('tooltip')).not.toBeInTheDocument())

    await user.pointer([{ keys: '[TouchA]', target: details }])
    const bubble = await screen.findByRole('tooltip')
    expect(bubble).toHaveTextContent('New York')
    await user.pointer([{ keys: '[TouchA]', target: document.body }])
    await waitFor(() => expect(screen.queryByRole('tooltip')).not.toBeInTheDocument())

    await user.hover(details)
    const pointedAt = await screen.findByRole('tooltip')
    await user.hover(pointedAt)
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(screen.getByRole('tooltip')).toBeVisible()
    // The focus is elsewhere.
    fireEvent.keyDown(document.body, { key: 'Escape' })
    await waitFor(() => expect(screen.queryByRole('tooltip')).not.toBeInTheDocument())
  })
})

it('notes-with-entries-of-cases: are merged by time within the limit, as the person prefers', async () => {
  const { card, user, sentTo, unmount } = await caseOf('notes-with-entries-of-cases', { as: 'service' })
  const include = card('Notes').getByRole('checkbox', { name: 'Include cases' })
  expect(include).not.toBeChecked()
  expect(card('Notes').queryByRole('link', { name: 'Case K-100115-1' })).not.toBeInTheDocument()
  await user.click(include)
  expect((await card('Notes').findAllByRole('link', { name: 'Case K-100115-1' })).length).toBeGreaterThan(0)
  const rows = within(card('Notes').getByRole('list')).getAllByRole('listitem')
  expect(rows).toHaveLength(cardLimits.notes)
  expect(rows.map(({ textContent }) => /^(Note \d+|Case K-[\d-]+)/u.exec(textContent)?.[0])).toEqual([
    'Note 7',
    'Note 6',
    'Case K-100115-1',
    'Case K-100115-1',
    'Case K-100115-1',
  ])
  expect(sentTo('getOverview').map(({ query }) => [query?.include, query?.includeCaseNotes])).toEqual([
    [undefined, false],
    [['notes'], true],
  ])
  await waitFor(async () =>
    expect((await mockBackend().callAs('service', 'getMe', {})).preferences.includeCaseNotes).toBe(true),
  )
  unmount()
  const other = await overviewOf('ada', { as: 'service' })
  expect(other.card('Notes').getByRole('checkbox', { name: 'Include cases' })).toBeChecked()
})

it('one-card-fails: the others are not affected', async () => {
  const { card, section } = await caseOf('one-card-fails')
  expect(section.getAllByRole('alert')).toHaveLength(1)
  expect(card('Recent invoices').getByRole('alert')).toBeVisible()
  expect(card('Last payment').getByText('Paid on')).toBeVisible()
})
