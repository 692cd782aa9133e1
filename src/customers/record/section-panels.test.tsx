import { screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { renderApp } from '#tests/render-app.tsx'

it('names the panel of a section as its tab, without the count that the tab shows', async () => {
  renderApp('/customers/two-homes/addresses')
  await screen.findByRole('heading', { name: 'Parcels' })
  expect(screen.getByRole('tab', { name: 'Addresses' })).toHaveAccessibleDescription('2')
  expect(screen.getByRole('tabpanel', { name: /^Addresses/ })).toHaveAccessibleName('Addresses')
})

it('keeps the focus in the section that is shown, and gives it back where it was', async () => {
  const { user } = renderApp('/customers/vip/overview')
  const all = await screen.findByRole('link', { name: 'All notes' })
  all.focus()
  await user.keyboard('{Enter}')
  await screen.findByRole('article', { name: 'Note 7' })
  await waitFor(() => expect(screen.getByRole('tabpanel', { name: 'Notes' })).toHaveFocus())
  await user.tab()
  const box = screen.getByRole('checkbox', { name: 'Include cases' })
  expect(box).toHaveFocus()
  await user.keyboard('aa')
  await waitFor(() => expect(all).toHaveFocus())
  await user.keyboard('ss')
  await waitFor(() => expect(box).toHaveFocus())
})
