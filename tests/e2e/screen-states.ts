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

const press = (page: Page, name: string) => activePanel(page).getByRole('button', { name, exact: true }).first().click()

const inDialog = '[role=dialog]'
const inMenu = '[role=menu]'
const dialog = (page: Page) => page.getByRole('dialog').waitFor()

async function choose(page: Page, button: string, item: string | RegExp) {
  await press(page, button)
  await page.getByRole('menuitem', { name: item }).click()
}

const form = (page: Page) => activePanel(page).getByRole('button', { name: 'Save', exact: true }).waitFor()

const managed = (name: string, item: string): ScreenState => ({
  name,
  at: '/customers/ada/account',
  within: inDialog,
  open: async (page) => {
    await choose(page, 'Manage', item)
    await dialog(page)
  },
})

/** A button of a section that opens a form in place. */
const formOf = (name: string, at: string, button: string): ScreenState => ({
  name,
  at,
  within: '[role=tabpanel] form',
  open: async (page) => {
    await press(page, button)
    await form(page)
  },
})

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
export const screenStates: readonly ScreenState[] = [
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
    name: 'one order',
    at: '/orders/orders-o2',
    open: (page) => page.getByRole('heading', { level: 1, name: /^Order / }).waitFor(),
  },
]
