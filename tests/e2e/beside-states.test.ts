import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { activePanel, launch } from '#tests/e2e/browser.ts'
import { flawsOfStates } from '#tests/e2e/screen-flaws.ts'
import { formOf, managed, press, type ScreenState } from '#tests/e2e/screen-steps.ts'

/** A row of a table that opens a panel beside it. */
const panelOf = (name: string, at: string, row: string | RegExp): ScreenState => ({
  name,
  at,
  open: async (page) => {
    await activePanel(page).getByRole('table').first().getByRole('button', { name: row }).first().click()
    await activePanel(page).getByRole('complementary').waitFor()
  },
})

/** Forms, dialogs and side panels of the sections beside the eight tabs. */
const besideStates: readonly ScreenState[] = [
  {
    name: 'overview: alerts',
    at: '/customers/vip/overview',
    open: async (page) => {
      await press(page, 'All alerts')
      await page
        .getByRole('button', { name: /^Close / })
        .last()
        .waitFor()
    },
  },
  panelOf('cases: one case', '/customers/vip/cases', 'Machine arrived with a dent'),
  {
    name: 'cases: editing',
    at: '/customers/vip/cases',
    open: async (page) => {
      await press(page, 'Machine arrived with a dent')
      await press(page, 'Edit case')
      await activePanel(page).getByRole('form', { name: 'Edit case' }).waitFor()
    },
  },
  {
    name: 'cases: closing',
    at: '/customers/vip/cases',
    open: async (page) => {
      await press(page, 'Machine arrived with a dent')
      await press(page, 'Close case')
      await activePanel(page).getByRole('button', { name: 'Save', exact: true }).waitFor()
    },
  },
  formOf('cases: adding', '/customers/vip/cases', 'Add case'),
  formOf('contacts: adding', '/customers/vip/contacts', 'Add contact'),
  formOf('contacts: adding an alternative one', '/customers/vip/contacts', 'Add alternative contact'),
  formOf('contacts: editing', '/customers/vip/contacts', 'Edit Valentina Ito'),
  panelOf('products: one product', '/customers/vip/products', 'Winter Box'),
  formOf('billing: editing', '/customers/vip/billing', 'Edit billing information'),
  formOf('billing: adding an invoice', '/customers/vip/billing', 'Add invoice'),
  panelOf('billing: one invoice', '/customers/vip/billing', /^I-/),
  managed('export of the data', 'Export data…'),
  managed('anonymisation', 'Anonymise…'),
]

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

it('with controls open the sections beside the tabs pass axe in light and dark, and need no sideways scrolling at 390 pixels', async () => {
  expect(await flawsOfStates(browser, besideStates)).toEqual([])
})
