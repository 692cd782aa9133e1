import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { ActivityRow } from '#server/store/care-rows.ts'
import { problem } from '#mocks/answers.ts'
import { mock } from '#mocks/mock.ts'
import { mockBackend } from '#mocks/node.ts'
import { serviceActor } from '#mocks/seed/actors.ts'
import { insertRows } from '#tests/builders.ts'
import { anActivity } from '#tests/care-builders.ts'
import { aChange, fakeLive } from '#tests/fake-live.ts'
import { renderApp } from '#tests/render-app.tsx'

const customerId = 'two-homes'
const at = `/customers/${customerId}/activity`

const happen = async (...activities: Partial<ActivityRow>[]) =>
  insertRows(mockBackend().store, {
    activities: activities.map((activity, index) =>
      anActivity({ at: `2026-11-1${index}T10:00:00.000Z`, actor: serviceActor, ...activity, customerId }),
    ),
  })

async function timeline(options?: Parameters<typeof renderApp>[1], address = at) {
  const app = renderApp(address, options)
  const region = await screen.findByRole('region', { name: 'Activity' })
  const section = within(region)
  await section.findByRole('list', { name: 'Activity' })
  const titles = () => section.queryAllByRole('article').map((article) => article.getAttribute('aria-label'))
  const tile = (title: string) => section.getByRole('button', { name: new RegExp(`^${title}`) })
  const toggle = (group: string) => section.getByRole('button', { name: new RegExp(`^${group} \\(`) })
  const open = async (title: string) => {
    await app.user.click(tile(title))
    return within(await section.findByRole('group', { name: `Details of ${title}` }))
  }
  const filter = async (name: string, choice: string) => {
    await app.user.click(section.getByRole('button', { name: new RegExp(`^${name}`) }))
    const dialog = within(await screen.findByRole('dialog', { name }))
    await app.user.click(dialog.getByRole('checkbox', { name: choice }))
    await app.user.click(dialog.getByRole('button', { name: 'Done' }))
  }
  return { ...app, region, section, titles, tile, toggle, open, filter }
}

const rowsOf = (details: ReturnType<typeof within>) =>
  within(details.getByRole('table', { name: 'What changed' }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map(({ textContent }) => textContent))

describe('an entry', () => {
  it('tells field by field what was and what is, in the words of the screens', async () => {
    await happen({
      kind: 'addressChanged',
      group: 'addresses',
      subject: { type: 'address', id: 'a1', label: 'Bills' },
      changes: [
        { field: 'countryCode', from: 'US', to: 'CA' },
        { field: 'isBusiness', from: false, to: true },
        { field: 'line2', from: null, to: 'Floor 2' },
      ],
    })
    const { open, tile } = await timeline()
    expect(tile('Address changed')).toHaveAccessibleName(/Address Bills.*Sam Rivera/)
    const details = await open('Address changed')
    expect(rowsOf(details)).toEqual([
      ['Country', 'United States', 'Canada'],
      ['Business address', 'No', 'Yes'],
      ['Address line 2', '–not set', 'Floor 2'],
    ])
    expect(details.getByText('Sam Rivera')).toBeVisible()
    expect(details.getByText('Nov 10, 2026, 10:00 AM UTC')).toBeVisible()
    expect(details.getByRole('link', { name: 'Bills' })).toHaveAttribute('href', expect.stringContaining('/addresses'))
  })

  it('names custom attributes and their values as they are defined', async () => {
    await happen({
      kind: 'attributesChanged',
      group: 'attributes',
      changes: [{ field: 'loyaltyTier', from: 'silver', to: 'gold' }],
    })
    const { open } = await timeline()
    const details = await open('Custom attributes changed')
    await waitFor(() => expect(rowsOf(details)).toEqual([['Loyalty tier', 'Silver', 'Gold']]))
  })

  it('leads to the order and to the note that it is about, and nowhere when that is gone', async () => {
    await happen(
      { kind: 'orderCreated', group: 'orders', subject: { type: 'order', id: 'o1', label: 'W-1' } },
      { kind: 'noteAdded', group: 'notes', subject: { type: 'note', id: 'n1', label: '7' } },
      { kind: 'noteDeleted', group: 'notes', subject: { type: 'note', id: 'n2', label: '8' } },
    )
    const { open } = await timeline()
    const order = (await open('Order created')).getByRole('link', { name: 'W-1' })
    expect(order).toHaveAttribute('href', expect.stringMatching(/^\/orders\/o1/))
    const note = (await open('Note added')).getByRole('link', { name: 'Note 7' })
    expect(note).toHaveAttribute('href', expect.stringMatching(/\/notes\?note=7/))
    expect((await open('Note deleted')).queryByRole('link')).not.toBeInTheDocument()
  })
})

describe('the timeline', () => {
  it('keeps any number of entries open, group by group too, for its record', async () => {
    await happen(
      { kind: 'noteAdded', group: 'notes' },
      { kind: 'notePinned', group: 'notes' },
      { kind: 'unlocked', group: 'status' },
    )
    const { tile, toggle, user, workspace, section } = await timeline()
    const isOpen = (title: string) => tile(title).getAttribute('aria-expanded')
    await user.click(tile('Account unlocked'))
    await user.click(toggle('Notes'))
    expect(toggle('Notes')).toHaveAttribute('aria-pressed', 'true')
    expect(['Note added', 'Note pinned', 'Account unlocked'].map(isOpen)).toEqual(['true', 'true', 'true'])
    await user.click(tile('Note pinned'))
    expect(isOpen('Note pinned')).toBe('false')
    await user.click(toggle('Notes'))
    expect(['Note added', 'Note pinned', 'Account unlocked'].map(isOpen)).toEqual(['false', 'false', 'true'])
    expect(section.queryByRole('button', { name: /^Orders \(/ })).not.toBeInTheDocument()

    // Mounted afresh, as after the record was retired.
    workspace.close([customerId])
    workspace.reopen(customerId)
    expect(await section.findByRole('list', { name: 'Activity' })).toBeVisible()
    await waitFor(() =>
      expect(screen.getByRole('button', { name: /^Account unlocked/ })).toHaveAttribute('aria-expanded', 'true'),
    )
  })

  it('is filtered by group, kind, who and words; only what occurs can be chosen', async () => {
    await happen(
      { kind: 'noteAdded', group: 'notes', changes: [{ field: 'content', from: null, to: 'Ring twice' }] },
      { kind: 'addressAdded', group: 'addresses', actor: { type: 'system', id: null, displayName: null } },
      { kind: 'noteAdded', group: 'notes', changes: [{ field: 'content', from: null, to: 'Call first' }] },
    )
    const { filter, titles, section, user, sentTo } = await timeline()
    expect(titles()).toEqual(['Note added', 'Address added', 'Note added', 'Customer created'])
    await user.click(section.getByRole('button', { name: 'Kind' }))
    const kinds = within(await screen.findByRole('dialog', { name: 'Kind' }))
    expect(kinds.getAllByRole('checkbox').map((box) => box.closest('label')?.textContent)).toEqual([
      'Address added',
      'Customer created',
      'Note added',
    ])
    await user.click(kinds.getByRole('button', { name: 'Done' }))

    await filter('Group', 'Addresses')
    await waitFor(() => expect(titles()).toEqual(['Address added']))
    expect(section.queryByRole('button', { name: /^Notes \(/ })).not.toBeInTheDocument()
    await user.click(section.getByRole('button', { name: 'Clear filters' }))
    await waitFor(() => expect(titles()).toHaveLength(4))
    await user.selectOptions(section.getByLabelText('Done by'), 'System')
    await waitFor(() => expect(titles()).toEqual(['Address added']))
    await user.selectOptions(section.getByLabelText('Done by'), 'Sam Rivera')
    await waitFor(() => expect(titles()).toEqual(['Note added', 'Note added']))
    expect(sentTo('listActivities').at(-1)?.query).toMatchObject({ actorType: ['staff'], actorId: [serviceActor.id] })
    await user.click(section.getByLabelText('Search the activity'))
    await user.paste('twice')
    await waitFor(() => expect(titles()).toEqual(['Note added']))
    expect(section.getByText('1 found')).toBeVisible()
    await user.clear(section.getByLabelText('Search the activity'))
    await user.paste('never happened')
    expect(await section.findByRole('heading', { name: 'Nothing matches' })).toBeVisible()
  })

  it('is filtered by days where the reader is', async () => {
    await happen({ kind: 'noteAdded', group: 'notes' }, { kind: 'notePinned', group: 'notes' })
    const { section, user, titles, sentTo } = await timeline()
    await user.click(section.getByRole('button', { name: 'Date' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Date' }))
    await user.type(dialog.getByLabelText('From'), '2026-11-11')
    await waitFor(() =>
      expect(sentTo('listActivities').at(-1)?.query).toMatchObject({ atFrom: '2026-11-11T00:00:00.000Z' }),
    )
    await user.click(dialog.getByRole('button', { name: 'Done' }))
    await waitFor(() => expect(titles()).toEqual(['Note pinned or unpinned']))
  })

  it('says what is wrong with the words, and never searches for a card number', async () => {
    const { section, user, sentTo } = await timeline()
    const words = section.getByLabelText('Search the activity')
    await user.click(words)
    await user.paste('email:x')
    await waitFor(() => expect(words).toHaveAccessibleDescription(/not understood/))
    await user.clear(words)
    await user.paste('4111 1111 1111 1111')
    await waitFor(() => expect(words).toHaveAccessibleDescription(/looks like the number of a payment card/))
    expect(sentTo('listActivities').some(({ query }) => String(query?.['q']).includes('4111'))).toBe(false)
  })

  it('goes on page by page, and draws only what is near', async () => {
    const minute = (index: number) => new Date(Date.UTC(2026, 9, 30) - index * 60_000).toISOString()
    await happen(...Array.from({ length: 250 }, (_, index) => ({ at: minute(index) })))
    const { section, titles, user, region, sentTo } = await timeline()
    await waitFor(() => expect(titles().length).toBeGreaterThan(10))
    expect(titles().length).toBeLessThan(60)
    const size = () => region.querySelector('[data-feed]')?.getAttribute('aria-setsize')
    expect(size()).toBe('-1')
    expect(section.getByText('251')).toBeVisible()
    mock('listActivities', () => problem('not-found'), { once: true })
    await user.click(section.getByRole('button', { name: 'Show more' }))
    expect(await section.findByRole('alert')).toHaveTextContent('The next rows could not be loaded')
    await user.click(section.getByRole('button', { name: 'Try again' }))
    await user.click(await section.findByRole('button', { name: 'Show more' }))
    // With the days among them.
    await waitFor(() => expect(Number(size())).toBeGreaterThanOrEqual(252))
    expect(section.queryByRole('button', { name: 'Show more' })).not.toBeInTheDocument()
    expect(sentTo('listActivities').map(({ query }) => query?.groups)).toEqual([true, undefined, undefined, undefined])
  })

  it.each([
    ['forbidden', 'You may not see this'],
    ['not-found', 'Activity could not be loaded'],
  ] as const)('says what is the matter: %s', async (type, text) => {
    mock('listActivities', () => problem(type))
    renderApp(at)
    const section = within(await screen.findByRole('region', { name: 'Activity' }))
    expect(await section.findByRole('heading', { name: text })).toBeVisible()
  })

  it('shows what a colleague does while it is open; what is expanded stays so', async () => {
    const live = fakeLive()
    const { open, titles, section } = await timeline({ live })
    await open('Customer created')
    const { id, etag } = await mockBackend().callAs('service', 'createNote', {
      path: { id: customerId },
      body: { content: 'New' },
    })
    await live.tell(aChange('note.created', id, { customerId, etag }))
    await waitFor(() => expect(titles()).toEqual(['Note added', 'Customer created']))
    expect(section.getByText('Today, Nov 16, 2026')).toBeVisible()
    expect(section.getByRole('group', { name: 'Details of Customer created' })).toBeVisible()
  })
})
