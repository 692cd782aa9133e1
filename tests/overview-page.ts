import { screen, within } from '@testing-library/react'
import type { Overview, OverviewCards } from '#/contract/overview.ts'
import { renderApp } from '#tests/render-app.tsx'

/** A card whose source does not answer. */
export const unavailable = {
  state: 'unavailable' as const,
  problem: { type: '/problems/source-unavailable', title: 'A source is unavailable', status: 503 },
}

export const withCards = (overview: Overview, cards: Partial<OverviewCards>): Overview => ({
  ...overview,
  cards: { ...overview.cards, ...cards },
})

/** The overview that is shown, with its cards there. */
export async function shownOverview() {
  const section = within(await screen.findByRole('region', { name: 'Overview' }))
  const card = (name: string) => within(section.getByRole('region', { name }))
  await section.findByRole('list', { name: 'Recent activity' })
  return { section, card }
}

/** The overview of a customer, once its cards are there. */
export async function overviewOf(id: string, options?: Parameters<typeof renderApp>[1]) {
  const app = renderApp(`/customers/${id}/overview`, options)
  return { ...app, ...(await shownOverview()) }
}
