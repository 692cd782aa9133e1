import { screen, within } from '@testing-library/react'
import { renderApp } from '#tests/render-app.tsx'

type Section = ReturnType<typeof within>

/** One of the three lists. */
export const partOf = async (section: Section, name: string) => within(await section.findByRole('region', { name }))

/** The contacts section of a customer. */
export async function contactsOf(at = '/customers/vip/contacts', options?: Parameters<typeof renderApp>[1]) {
  const app = renderApp(at, options)
  const section: Section = within(await screen.findByRole('region', { name: 'Contacts' }))
  const notice = () => screen.getByRole('status', { name: 'Notices' })
  /** Chooses from the menu of a card. */
  const choose = async (name: string, item: string) => {
    await app.user.click(await section.findByRole('button', { name: `More actions for ${name}` }))
    await app.user.click(await screen.findByRole('menuitem', { name: item }))
  }
  return { ...app, section, notice, choose }
}
