import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { activePanel, aPerson, expect, launch } from '#tests/e2e/browser.ts'
import { chooseFrom, goTo, moveTo, press } from '#tests/e2e/keys.ts'

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await launch()
  page = await aPerson(browser, { reducedMotion: 'reduce' })
})
afterAll(() => browser.close())

const list = () => page.goto('/customers')
const button = (name: string | RegExp) => activePanel(page).getByRole('button', { name, exact: true })
const inDialog = (name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true })
const notice = (text: string | RegExp) => page.getByRole('status', { name: 'Notices' }).getByText(text)

const undo = () => page.getByRole('status', { name: 'Notices' }).getByRole('button', { name: 'Undo' })

/** Replaces what a field holds. */
async function type(label: string, text: string) {
  await moveTo(page, activePanel(page).getByLabel(label, { exact: true }))
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(text)
}

describe('by keyboard alone, the focus never lost', () => {
  it('edits and saves the account', async () => {
    await list()
    const record = await goTo(page, 'member', 'Account')
    await button('Edit').waitFor()
    await press(page, 'e')
    await expect(record.getByLabel('Salutation')).toBeFocused()
    await type('Title', 'Dr.')
    await press(page, 'Control+Enter')
    await expect(button('Edit')).toBeFocused()
    await expect(record.getByText('Dr.', { exact: true })).toBeVisible()
  })

  it('changes the status', async () => {
    await list()
    await goTo(page, 'member', 'Account')
    await chooseFrom(page, button('Manage'), 'Change status…')
    const dialog = page.getByRole('dialog', { name: 'Change status' })
    await moveTo(page, dialog.getByRole('radio').first())
    await press(page, 'Space')
    await moveTo(page, dialog.getByLabel('Reason'))
    await press(page, 'ArrowDown')
    await moveTo(page, inDialog('Change status'))
    await press(page, 'Enter')
    await expect(dialog).toHaveCount(0)
    await expect(button('Manage')).toBeFocused()
    await expect(notice(/^Status changed to/)).toBeVisible()
  })

  it('edits a custom attribute', async () => {
    await list()
    const record = await goTo(page, 'all-kinds', 'Custom Attributes')
    await button('Edit').waitFor()
    await press(page, 'e')
    await expect(record.getByRole('form', { name: 'Edit custom attributes' })).toBeVisible()
    await type('Contract number', 'K-2026-99')
    await press(page, 'Control+Enter')
    await expect(button('Edit')).toBeFocused()
    await expect(record.getByText('K-2026-99')).toBeVisible()
  })

  it('adds an address, prefers it, deletes it and takes that back', async () => {
    await list()
    const record = await goTo(page, 'two-homes', 'Addresses')
    await moveTo(page, button('Add address'))
    await press(page, 'Enter')
    await type('Address name', 'Summer')
    await type('Address line 1', '3 Lake Road')
    await type('City', 'Ithaca')
    await moveTo(page, activePanel(page).getByLabel('State', { exact: true }))
    await page.keyboard.type('New York')
    await type('ZIP code', '14850')
    await press(page, 'Control+Enter')
    await expect(button('Edit Summer')).toBeFocused()
    const billing = record.getByRole('radio', { name: 'Preferred billing: Summer' })
    await moveTo(page, billing)
    await press(page, 'Space')
    await expect(billing).toBeChecked()
    await expect(notice('Preferred for billing: Summer')).toBeVisible()
    await chooseFrom(page, button('More actions for Summer'), 'Delete', 'Shift+Tab')
    await moveTo(page, inDialog('Delete'))
    await press(page, 'Enter')
    await expect(button('Edit Summer')).toHaveCount(0)
    await moveTo(page, undo())
    await press(page, 'Enter')
    await expect(button('Edit Summer')).toBeVisible()
  })

  it('adds an organization and removes it', async () => {
    await list()
    const record = await goTo(page, 'payer', 'Organizations')
    await moveTo(page, button('Add organization'))
    await press(page, 'Enter')
    await expect(page.getByRole('combobox', { name: 'Search organizations' })).toBeFocused()
    await page.keyboard.type('Northwind')
    await expect(page.getByRole('option').first()).toHaveAccessibleName(/Northwind/)
    await press(page, 'Enter', 'Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(button('Add organization')).toBeFocused()
    const menu = record.getByRole('button', { name: /^Actions for Northwind/ })
    await chooseFrom(page, menu, 'Remove…')
    await moveTo(page, inDialog('Remove'))
    await press(page, 'Enter')
    await expect(menu).toHaveCount(0)
  })

  it('chooses the preferred store, then none', async () => {
    await list()
    const record = await goTo(page, 'shopper', 'Most Used Stores')
    const chosen = record.getByRole('radio', { checked: true })
    const other = record.getByRole('radio', { name: 'Rue Saint-Denis 1002' })
    await moveTo(page, chosen)
    await moveTo(page, other, 'ArrowDown')
    await press(page, 'Space')
    await expect(other).toBeChecked()
    await expect(notice('Rue Saint-Denis is now the preferred store.')).toBeVisible()
    await expect(other).toBeFocused()
    const none = record.getByRole('radio', { name: 'No preferred store' })
    await moveTo(page, none, 'ArrowUp')
    await press(page, 'Space')
    await expect(none).toBeChecked()
    await expect(notice('There is no preferred store any more.')).toBeVisible()
    await expect(none).toBeFocused()
  })

  it('views an order and comes back to its row', async () => {
    await list()
    await goTo(page, 'orders', 'Orders')
    const menu = button('Actions for W-20260002')
    await chooseFrom(page, menu, 'View in Orders Module')
    await page.getByRole('heading', { level: 1, name: 'Order W-20260002' }).waitFor()
    await moveTo(page, page.getByRole('link', { name: "Back to the customer's orders" }))
    await press(page, 'Enter')
    await expect(menu).toBeFocused()
  })

  it('opens the lines of a cart and closes them', async () => {
    await list()
    const record = await goTo(page, 'carter', 'Active Carts')
    const lines = button('Lines of Default, Japan')
    await moveTo(page, lines)
    await press(page, 'Enter')
    await expect(record.getByRole('columnheader', { name: 'SKU' })).toBeVisible()
    await expect(lines).toBeFocused()
    await press(page, 'Enter')
    await expect(lines).toHaveAttribute('aria-expanded', 'false')
    await expect(lines).toBeFocused()
  })

  it('makes a payment method the default and deletes another', async () => {
    await list()
    const record = await goTo(page, 'payer', 'Saved Payments')
    const menu = button('Actions for starfleet-credit •••• 7777')
    await chooseFrom(page, menu, 'Make default of adyen')
    await expect(notice(/is now the default of adyen/)).toBeVisible()
    await expect(menu).toBeFocused()
    const going = button('Actions for Visa •••• 2727')
    await chooseFrom(page, going, 'Delete…')
    await moveTo(page, inDialog('Delete'))
    await press(page, 'Enter')
    await expect(going).toHaveCount(0)
    await expect(record.locator('tbody').getByRole('button').and(page.locator(':focus'))).toHaveCount(1)
  })

  it('adds a customer', async () => {
    await list()
    await page.getByRole('table', { name: 'Customers' }).getByRole('row').nth(1).waitFor()
    const form = page.getByRole('form', { name: 'New customer' })
    await expect(async () => {
      await page.keyboard.press('c')
      await expect(form).toBeVisible({ timeout: 1000 })
    }).toPass()
    await expect.poll(() => form.evaluate((element) => element.contains(document.activeElement))).toBe(true)
    await type('First name', 'Keya')
    await type('Last name', 'Board')
    await type('Email', 'keya.board@mail.example')
    await press(page, 'Control+Enter')
    await expect(page.getByRole('tabpanel', { name: 'Keya Board' })).toBeVisible()
    await expect(page.getByRole('tablist', { name: 'Open customers' }).getByRole('tab', { selected: true })).toHaveText(
      /Keya Board/,
    )
    await press(page, 'Tab')
  })
})
