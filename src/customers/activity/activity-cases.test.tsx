import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderCase } from '#tests/render-app.tsx'

async function timeline() {
  const app = renderCase('activity-of-every-kind')
  const section = within(await screen.findByRole('region', { name: 'Activity' }))
  await section.findByRole('list', { name: 'Activity' })
  const titles = () => section.queryAllByRole('article').map((article) => article.getAttribute('aria-label'))
  const tile = (title: string) => section.getByRole('button', { name: new RegExp(`^${title}`) })
  const toggle = (group: string) => section.getByRole('button', { name: new RegExp(`^${group} \\(`) })
  return { ...app, section, titles, tile, toggle }
}

describe('activity-of-every-kind', () => {
  it('names who did what, whoever it was, and takes an unknown kind by its title', async () => {
    const { section, titles, tile } = await timeline()
    expect(titles()).toEqual([
      'Address changed',
      // At one and the same second.
      'Billing date changed',
      'Subscription charged',
      'Details changed',
      'Credit control entered',
      'Note deleted',
      'Horoscope sent',
      'Customer created',
    ])
    for (const [title, actor] of [
      ['Address changed', 'Customer'],
      ['Billing date changed', 'Sam Rivera'],
      ['Subscription charged', 'System'],
      ['Details changed', 'API'],
      // Whose account is gone since.
      ['Note deleted', 'Robin Chase'],
      ['Horoscope sent', 'Import'],
    ] as const) {
      expect(tile(title)).toHaveTextContent(actor)
    }
    expect(section.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual([
      'Yesterday, Nov 15, 2026',
      'Nov 6, 2026',
      'Nov 4, 2026',
      'Oct 17, 2026',
      'Oct 14, 2026',
      'Sep 27, 2026',
      'Oct 12, 2025',
    ])
    expect(section.getByRole('option', { name: 'Somebody who is gone (staff-gone)' })).toBeInTheDocument()
  })

  it('expands a group, then filters: what is expanded stays so', async () => {
    const { section, titles, tile, toggle, user } = await timeline()
    expect(section.queryByRole('button', { name: /^Orders \(/ })).not.toBeInTheDocument()
    expect(toggle('Account')).toHaveTextContent('Account (2)')
    await user.click(toggle('Account'))
    expect(section.getAllByRole('group', { name: /^Details of/ })).toHaveLength(2)
    await user.click(section.getByRole('button', { name: 'Kind' }))
    const kinds = within(await screen.findByRole('dialog', { name: 'Kind' }))
    await user.click(kinds.getByRole('checkbox', { name: 'Details changed' }))
    await user.click(kinds.getByRole('button', { name: 'Done' }))
    await waitFor(() => expect(titles()).toEqual(['Details changed']))
    expect(tile('Details changed')).toHaveAttribute('aria-expanded', 'true')
    expect(toggle('Account')).toHaveTextContent('Account (1)')
    await user.click(section.getByRole('button', { name: 'Clear filters' }))
    await waitFor(() => expect(titles()).toHaveLength(8))
    expect(screen.getByRole('tabpanel', { name: 'Activity' })).toHaveFocus()
    expect(tile('Customer created')).toHaveAttribute('aria-expanded', 'true')
    await user.click(toggle('Account'))
    expect(section.queryByRole('group', { name: /^Details of/ })).not.toBeInTheDocument()
  })

  it('shows apart what no filter knows', async () => {
    const { section, titles, user, tile } = await timeline()
    await user.click(section.getByRole('button', { name: 'Older entries (2)' }))
    await waitFor(() => expect(titles()).toEqual(['Changed by batch 17', 'Welcome letter']))
    expect(section.getByRole('button', { name: 'Back to the activity' })).toHaveFocus()
    expect(section.queryByRole('searchbox')).not.toBeInTheDocument()
    await user.click(tile('Changed by batch 17'))
    const details = within(section.getByRole('group', { name: 'Details of Changed by batch 17' }))
    expect(details.getByText('ADDR UPD')).toBeVisible()
    await user.click(section.getByRole('button', { name: 'Back to the activity' }))
    await waitFor(() => expect(titles()).toHaveLength(8))
    expect(section.getByRole('button', { name: 'Older entries (2)' })).toHaveFocus()
  })
})
