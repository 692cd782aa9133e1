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

const button = (name: string | RegExp) => activePanel(page).getByRole('button', { name, exact: true })
const field = (label: string) => activePanel(page).getByLabel(label, { exact: true })
const inDialog = (name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true })
const notice = (text: string | RegExp) => page.getByRole('status', { name: 'Notices' }).getByText(text)

/** From the list to a section of a customer. */
async function at(id: string, section: string) {
  await page.goto('/customers')
  return goTo(page, id, section)
}

/** Goes to a field and replaces what it holds. */
async function type(label: string, text: string) {
  await moveTo(page, field(label))
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(text)
}

/** Presses a button and begins to type in the form that opens. */
async function openForm(name: string | RegExp, first: string, key = 'Tab') {
  await moveTo(page, button(name), key)
  await press(page, 'Enter')
  await expect(field(first)).toBeFocused()
  await expect(field(first)).toBeInViewport({ ratio: 1 })
}

describe('beside the tabs: by keyboard alone, the focus never lost', () => {
  it('opens an invoice from the overview and comes back', async () => {
    const record = await at('tanaka', 'Overview')
    const invoice = record.getByRole('region', { name: 'Recent invoices' }).getByRole('link', { name: /^I-/ }).first()
    await moveTo(page, invoice)
    const number = await invoice.textContent()
    await press(page, 'Enter')
    await expect(button(`Close Invoice ${number}`)).toBeFocused()
    await press(page, 'Escape')
    await expect(button(number ?? '')).toBeFocused()
    await page.goBack()
    await expect(invoice).toBeFocused()
    await moveTo(page, record.getByRole('link', { name: 'All notes' }))
    await press(page, 'Enter')
    await expect(record.getByRole('tabpanel', { name: 'Notes' })).toBeFocused()
  })

  it('expands groups and entries of the activity, and filters', async () => {
    const record = await at('vip', 'Activity')
    const group = button('Account (2)')
    await moveTo(page, group)
    await press(page, 'Enter')
    await expect(record.getByRole('group', { name: 'Details of Details changed' })).toBeVisible()
    await expect(group).toBeFocused()
    const entry = button(/^Address changed/)
    await moveTo(page, entry)
    await press(page, 'Enter')
    await expect(record.getByRole('group', { name: 'Details of Address changed' })).toBeVisible()
    await moveTo(page, button('Kind'), 'Shift+Tab')
    await press(page, 'Enter')
    await moveTo(page, page.getByRole('checkbox', { name: 'Note deleted' }))
    await press(page, 'Space', 'Escape')
    await expect(button(/^Kind/)).toBeFocused()
    await expect(entry).toHaveCount(0)
    await moveTo(page, button('Clear filters').first())
    await press(page, 'Enter')
    await expect(entry).toHaveAttribute('aria-expanded', 'true')
    await moveTo(page, button('Older entries (2)'))
    await press(page, 'Enter')
    await expect(button('Back to the activity')).toBeFocused()
  })

  it('writes a note, pins and deletes it', async () => {
    const record = await at('wolf', 'Notes')
    await openForm('Add note', 'Text')
    await page.keyboard.type('Asked for a call by keyboard.')
    await press(page, 'Control+Enter')
    const pin = button(/^Pin Note/).first()
    await expect(record.getByText('Asked for a call by keyboard.')).toBeVisible()
    await expect(pin).toBeFocused()
    await press(page, 'Enter')
    await expect(pin).toHaveAttribute('aria-pressed', 'true')
    await expect(pin).toBeFocused()
    await chooseFrom(page, button(/^More actions for Note/).first(), 'Delete')
    await moveTo(page, inDialog('Delete'))
    await press(page, 'Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(record.getByText('Asked for a call by keyboard.')).toHaveCount(0)
    await press(page, 'Tab')
  })

  it('comments on a case, closes and reopens it', async () => {
    const record = await at('wolf', 'Cases')
    const row = button('Question of 2 days ago')
    await moveTo(page, row)
    await press(page, 'Enter')
    await expect(button(/^Close panel of Case/)).toBeFocused()
    await openForm('Add comment', 'Comment')
    await page.keyboard.type('Looked into it.')
    await press(page, 'Control+Enter')
    await expect(button('Add comment')).toBeFocused()
    await expect(record.getByText('Looked into it.')).toBeVisible()
    await openForm('Close case', 'Status', 'Shift+Tab')
    await press(page, 'Control+Enter')
    await expect(button('Reopen case')).toBeFocused()
    await openForm('Reopen case', 'Status')
    await press(page, 'Control+Enter')
    await expect(button('Close case')).toBeFocused()
    await press(page, 'e')
    await expect(field('Subject')).toBeFocused()
    await expect(field('Subject')).toBeInViewport({ ratio: 1 })
    await press(page, 'Escape')
    await expect(button('Edit case')).toBeFocused()
    await press(page, 'Escape')
    await expect(row).toBeFocused()
  })

  it('adds and edits a contact', async () => {
    const record = await at('wolf', 'Contacts')
    await openForm('Add contact', 'Name')
    await page.keyboard.type('Kay Board')
    await press(page, 'Control+Enter')
    await expect(button('Edit Kay Board')).toBeFocused()
    await press(page, 'e')
    await expect(field('Name')).toBeFocused()
    await type('Email', 'kay@post.example')
    await press(page, 'Control+Enter')
    await expect(button('Edit Kay Board')).toBeFocused()
    await expect(record.getByRole('link', { name: 'kay@post.example' })).toBeVisible()
  })

  it('adds an alternative contact and edits what they may do', async () => {
    const record = await at('wolf', 'Contacts')
    await moveTo(page, button('Add alternative contact'))
    await press(page, 'Enter')
    await expect(record.getByRole('combobox')).toBeFocused()
    await page.keyboard.type('Cher')
    await expect(page.getByRole('option').first()).toHaveAccessibleName(/^Cher/)
    await press(page, 'Enter')
    await moveTo(page, record.getByRole('checkbox', { name: 'Support' }))
    await press(page, 'Space', 'Control+Enter')
    const pen = button(/^Edit rights of/)
    await expect(pen).toBeFocused()
    await press(page, 'e')
    await moveTo(page, record.getByRole('checkbox', { name: 'Billing' }))
    await press(page, 'Space', 'Control+Enter')
    await expect(pen).toBeFocused()
    await expect(notice(/saved/i).first()).toBeVisible()
  })

  it('opens a product and comes back to its row', async () => {
    const record = await at('carter', 'Products')
    const row = button('Bean Log')
    await moveTo(page, row)
    await press(page, 'Enter')
    await expect(button('Close Bean Log')).toBeFocused()
    await press(page, 'Escape')
    await expect(row).toBeFocused()
    const schedule = button('Schedule of Late machine')
    await moveTo(page, schedule)
    await press(page, 'Enter')
    await expect(schedule).toHaveAttribute('aria-expanded', 'true')
    await expect(schedule).toBeFocused()
    await expect(record.getByText('Dateless grinder')).toBeVisible()
  })

  it('edits the terms of billing', async () => {
    const record = await at('wolf', 'Billing')
    await button('Edit billing information').waitFor()
    await press(page, 'e')
    await expect(field('Billing day')).toBeFocused()
    await type('Cost centre', 'KB-7')
    await press(page, 'Control+Enter')
    await expect(button('Edit billing information')).toBeFocused()
    await expect(record.getByText('KB-7')).toBeVisible()
  })

  it('adds an invoice as Finance', async () => {
    page = await aPerson(browser, { reducedMotion: 'reduce', as: 'finance' })
    const record = await at('wolf', 'Billing')
    await openForm('Add invoice', 'Type')
    await type('Description, line 1', 'A hundred keys')
    await type('Unit price, line 1', '12.50')
    await press(page, 'Control+Enter')
    await expect(button('Add invoice')).toBeFocused()
    await expect(record.getByRole('table', { name: 'Invoices' }).getByText('12.50').first()).toBeVisible()
  })
})
