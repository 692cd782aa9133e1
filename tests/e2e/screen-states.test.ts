import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { activePanel, launch } from '#tests/e2e/browser.ts'
import { flawsOfStates } from '#tests/e2e/screen-flaws.ts'
import { choose, dialog, formOf, inDialog, inMenu, managed, press, type ScreenState } from '#tests/e2e/screen-steps.ts'

const administration = (name: string, button: RegExp): ScreenState => ({
  name,
  at: '/attributes',
  within: inDialog,
  open: async (page) => {
    await page.getByRole('button', { name: button }).first().click()
    await dialog(page)
  },
})

/** Every form, menu, dialog and side panel of the eight tabs, of the orders and of the administration. */
const screenStates: readonly ScreenState[] = [
  formOf('account: editing', '/customers/ada/account', 'Edit'),
  {
    name: 'account: menu',
    at: '/customers/ada/account',
    within: inMenu,
    open: async (page) => {
      await press(page, 'Manage')
      await page.getByRole('menu').waitFor()
    },
  },
  managed('account: status', 'Change status…'),
  managed('account: password reset', 'Reset password…'),
  managed('account: status history', 'Status history…'),
  {
    name: 'new customer',
    at: '/customers',
    open: async (page) => {
      await page.getByRole('button', { name: 'Add customer' }).click()
      await page.getByRole('form', { name: 'New customer' }).waitFor()
    },
  },
  formOf('attributes: editing', '/customers/all-kinds/attributes', 'Edit'),
  {
    name: 'administration',
    at: '/attributes',
    open: (page) => page.getByRole('heading', { name: 'Lookups' }).waitFor(),
  },
  administration('administration: definition', /^Edit Loyalty tier/),
  administration('administration: lookup', /^Edit lookup/),
  formOf('addresses: adding', '/customers/two-homes/addresses', 'Add address'),
  formOf('addresses: editing', '/customers/two-homes/addresses', 'Edit Bills'),
  {
    name: 'addresses: deleting',
    at: '/customers/two-homes/addresses',
    within: inDialog,
    open: async (page) => {
      await choose(page, 'More actions for Bills', 'Delete')
      await dialog(page)
    },
  },
  {
    name: 'organizations: adding',
    at: '/customers/member/organizations',
    within: inDialog,
    open: async (page) => {
      await press(page, 'Add organization')
      await page.getByRole('option').first().waitFor()
      await page.keyboard.press('Enter')
    },
  },
  {
    name: 'organizations: side panel',
    at: '/customers/member/organizations',
    open: async (page) => {
      await press(page, 'Northwind Coffee Roasters')
      await page.getByRole('button', { name: 'Close Northwind Coffee Roasters' }).waitFor()
    },
  },
  {
    name: 'stores: editing the list',
    at: '/customers/shopper/stores',
    within: inDialog,
    open: async (page) => {
      await press(page, 'Edit store list')
      await page.getByRole('option').first().waitFor()
    },
  },
  ...['Status', 'Total'].map((filter): ScreenState => ({
    name: `orders: chart and filter ${filter}`,
    at: '/customers/orders/orders',
    open: async (page) => {
      const chart = activePanel(page).getByRole('button', { name: 'Order value', exact: true })
      if ((await chart.getAttribute('aria-expanded')) === 'false') await chart.click()
      await activePanel(page).getByRole('heading', { name: 'Order value by month' }).waitFor()
      await activePanel(page).getByRole('button', { name: filter, exact: true }).first().click()
      await page.getByRole('dialog').or(page.getByRole('menu')).first().waitFor()
    },
  })),
  {
    name: 'carts: lines',
    at: '/customers/carter/carts',
    open: async (page) => {
      await press(page, 'Lines of Default, United States')
      await activePanel(page).getByText('SKU').first().waitFor()
    },
  },
  {
    name: 'payments: menu',
    at: '/customers/payer/payments',
    within: inMenu,
    open: async (page) => {
      await press(page, 'Actions for Visa •••• 4242')
      await page.getByRole('menu').waitFor()
    },
  },
  {
    name: 'payments: deleting',
    at: '/customers/payer/payments',
    within: inDialog,
    open: async (page) => {
      await choose(page, 'Actions for Visa •••• 4242', 'Delete…')
      await dialog(page)
    },
  },
  {
    name: 'activity: all of a group, and one more',
    at: '/customers/vip/activity',
    open: async (page) => {
      await activePanel(page)
        .getByRole('button', { name: /^Account \(/ })
        .click()
      await activePanel(page)
        .getByRole('button', { name: /^Address changed/ })
        .click()
      await activePanel(page).getByText('New York').waitFor()
    },
  },
  {
    name: 'activity: older entries',
    at: '/customers/vip/activity',
    open: async (page) => {
      await press(page, 'Older entries (2)')
      await activePanel(page).getByText('Welcome letter').waitFor()
    },
  },
  formOf('notes: adding', '/customers/vip/notes', 'Add note'),
  {
    name: 'notes: with cases, one of them whole',
    at: '/customers/vip/notes',
    open: async (page) => {
      await activePanel(page).getByRole('checkbox', { name: 'Include cases' }).click()
      await activePanel(page).getByText('Machine arrived with a dent').first().waitFor()
      await press(page, 'Show all of Note 3')
    },
  },
  {
    name: 'notes: deleting',
    at: '/customers/vip/notes',
    within: inDialog,
    open: async (page) => {
      await choose(page, 'More actions for Note 5', 'Delete')
      await dialog(page)
    },
  },
  {
    name: 'one order',
    at: '/orders/orders-o2',
    open: (page) => page.getByRole('heading', { level: 1, name: /^Order / }).waitFor(),
  },
]

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

it('with controls open the tabs, the orders and the administration pass axe in light and dark, and need no sideways scrolling at 390 pixels', async () => {
  expect(await flawsOfStates(browser, screenStates)).toEqual([])
})
