import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Presence } from '#/contract/presence.ts'
import { mock } from '#mocks/mock.ts'
import { mockBackend } from '#mocks/node.ts'
import { aChange, fakeLive } from '#tests/fake-live.ts'
import { renderApp } from '#tests/render-app.tsx'

const colleague = (staffId: string, displayName: string, over: Partial<Presence> = {}): Presence => ({
  staffId,
  displayName,
  section: 'account',
  editing: false,
  itemId: null,
  at: new Date().toISOString(),
  ...over,
})

/** A record, and the colleagues whom the server says to be there. */
async function withColleagues(at: string, present: Presence[]) {
  const there = { items: present }
  const asked = mock('listPresence', () => there)
  const live = fakeLive()
  const app = renderApp(at, { live })
  await live.say((to) => to.onMode('streaming'))
  const become = async (items: Presence[]) => {
    there.items = items
    await live.tell(aChange('presence.changed', 'someone', { customerId: 'ada' }))
  }
  return { ...app, asked, become, fake: live }
}

describe('colleagues at the same customer', () => {
  it('stand in the header, who edits first, with what they do', async () => {
    const { user, become } = await withColleagues('/customers/ada/account', [
      colleague('sam', 'Sam Rivera'),
      colleague('lee', 'Lee Wong', { section: 'addresses', editing: true }),
    ])
    const group = await screen.findByRole('button', { name: 'Lee Wong is editing Addresses, Sam Rivera is viewing' })
    expect(group).toHaveTextContent('LWSR')
    await user.click(group)
    expect(await screen.findByRole('tooltip')).toHaveTextContent('Lee Wong is editing Addresses Sam Rivera is viewing')
    expect(screen.getByRole('tab', { name: 'Addresses' })).toHaveAccessibleDescription(/Lee Wong is editing this/)

    await become(
      ['Ann A', 'Bob B', 'Cid C', 'Dan D', 'Eve E'].map((name) => colleague(name.slice(0, 3).toLowerCase(), name)),
    )
    expect(await screen.findByRole('button', { name: /Ann A is viewing/ })).toHaveTextContent('AABBCC+2')
    await become([])
    await waitFor(() => expect(screen.queryByRole('button', { name: /is viewing/ })).toBeNull())
  })

  it('are named beside what they edit', async () => {
    const [address] = (await mockBackend().callAs('service', 'listAddresses', { path: { id: 'ada' } })).items
    const { become } = await withColleagues('/customers/ada/addresses', [
      colleague('lee', 'Lee Wong', { section: 'addresses', editing: true, itemId: address?.id ?? '' }),
    ])
    const section = await screen.findByRole('tabpanel', { name: 'Addresses' })
    // Beside the heading and on the card.
    await waitFor(() => expect(within(section).getAllByText('Lee Wong is editing this')).toHaveLength(2))
    await become([
      colleague('lee', 'Lee Wong', { section: 'addresses', editing: true, itemId: 'new-abcd1234' }),
      colleague('sam', 'Sam Rivera', { section: 'account', editing: true }),
    ])
    await waitFor(() => expect(screen.getByRole('tab', { name: 'Account' })).toHaveAccessibleDescription(/Sam Rivera/))
    // One that is being added has no card yet.
    expect(within(section).getAllByText('Lee Wong is editing this')).toHaveLength(1)
    expect(within(section).queryByText(/Sam Rivera is editing/)).toBeNull()
  })

  it('are told of oneself: where, what is edited, and that one goes', async () => {
    const { user, sentTo } = await withColleagues('/customers/ada/account', [])
    const last = () => sentTo('putPresence').at(-1)?.body
    await waitFor(() =>
      expect(last()).toMatchObject({ customerId: 'ada', section: 'account', editing: false, windowId: 'window0001' }),
    )
    await user.click(await screen.findByRole('button', { name: 'Edit' }))
    await waitFor(() => expect(last()).toMatchObject({ section: 'account', editing: true }))
    await user.click(within(await screen.findByRole('form')).getByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(last()).toMatchObject({ section: 'account', editing: false }))
    await user.click(screen.getByRole('link', { name: 'Customers' }))
    await waitFor(() => expect(last()).toMatchObject({ customerId: null }))
  })

  it('are not shown while the person has to sign in, and nobody is asked', async () => {
    const { session, asked, sentTo } = await withColleagues('/customers/ada/account', [colleague('lee', 'Lee Wong')])
    await screen.findByRole('button', { name: 'Lee Wong is viewing' })
    await waitFor(() => expect(sentTo('putPresence')).toHaveLength(1))
    act(() => session.setState({ expired: true }))
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Lee Wong is viewing', hidden: true })).toBeNull())
    expect(asked).toHaveLength(1)
    expect(sentTo('putPresence')).toHaveLength(1)
  })

  it('are neither asked for nor told of where that is switched off', async () => {
    mock('getConfig', async ({ passThrough }) => ({ ...(await passThrough()), features: { presence: false } }))
    const { asked, sentTo, queryClient } = await withColleagues('/customers/ada/account', [
      colleague('lee', 'Lee Wong'),
    ])
    await screen.findByRole('button', { name: 'Edit' })
    await waitFor(() => expect(sentTo('getConfig').length).toBeGreaterThan(0))
    await waitFor(() => expect(queryClient.isFetching()).toBe(0))
    expect(asked).toEqual([])
    expect(sentTo('putPresence')).toEqual([])
  })
})
