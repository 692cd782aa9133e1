import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderApp } from '#tests/render-app.tsx'

describe('the customer record', () => {
  it('names the customer and its sections', async () => {
    renderApp('/customers/muller/account')
    expect(await screen.findByRole('heading', { name: 'Käthe Müller-Lüdenscheidt' })).toBeVisible()
    const tabs = within(screen.getByRole('tablist', { name: 'Customer sections' })).getAllByRole('tab')
    expect(tabs.map((tab) => tab.textContent)).toEqual([
      'Account',
      'Custom Attributes',
      'Addresses',
      'Organizations',
      'Most Used Stores',
      'Orders',
      'Active Carts',
      'Saved Payments',
    ])
  })
})
