import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { renderApp } from '#tests/render-app.tsx'

it('names the panel of a section as its tab, without the count that the tab shows', async () => {
  renderApp('/customers/two-homes/addresses')
  await screen.findByRole('heading', { name: 'Parcels' })
  expect(screen.getByRole('tab', { name: 'Addresses' })).toHaveAccessibleDescription('2')
  expect(screen.getByRole('tabpanel', { name: /^Addresses/ })).toHaveAccessibleName('Addresses')
})
