import type { Page } from 'playwright'
import { activePanel } from '#tests/e2e/browser.ts'

/** A screen with its controls open: where it is, and how a person comes to it from there. */
export interface ScreenState {
  name: string
  at: string
  /** What is new in it; the rest was looked at without it. */
  within?: string
  open: (page: Page) => Promise<void>
}

export const press = (page: Page, name: string) =>
  activePanel(page).getByRole('button', { name, exact: true }).first().click()

export const inDialog = '[role=dialog]'
export const inMenu = '[role=menu]'
export const dialog = (page: Page) => page.getByRole('dialog').waitFor()

export async function choose(page: Page, button: string, item: string | RegExp) {
  await press(page, button)
  await page.getByRole('menuitem', { name: item }).click()
}

export const form = (page: Page) => activePanel(page).getByRole('button', { name: 'Save', exact: true }).waitFor()

export const managed = (name: string, item: string): ScreenState => ({
  name,
  at: '/customers/ada/account',
  within: inDialog,
  open: async (page) => {
    await choose(page, 'Manage', item)
    await dialog(page)
  },
})

/** A button of a section that opens a form in place. */
export const formOf = (name: string, at: string, button: string): ScreenState => ({
  name,
  at,
  within: '[role=tabpanel] form',
  open: async (page) => {
    await press(page, button)
    await form(page)
  },
})
