import type { Browser, Locator, Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { activePanel, launch, mocksUrl } from '#tests/e2e/browser.ts'

interface Tab {
  name: string
  section: string
  customer: string
  /** What comes after the rest. */
  last?: readonly string[]
}

/** Customers of the demo data who have little, but of every kind. */
const tabs: readonly Tab[] = [
  { name: 'Account', section: 'account', customer: 'ada', last: ['Possible duplicates (1)'] },
  { name: 'Custom Attributes', section: 'attributes', customer: 'all-kinds' },
  { name: 'Addresses', section: 'addresses', customer: 'two-homes', last: ['State: Massachusetts'] },
  { name: 'Organizations', section: 'organizations', customer: 'org-gaps' },
  { name: 'Most Used Stores', section: 'stores', customer: 'shopper' },
  { name: 'Orders', section: 'orders', customer: 'orders', last: ['Order value by month'] },
  { name: 'Active Carts', section: 'carts', customer: 'becca' },
  { name: 'Saved Payments', section: 'payments', customer: 'payer' },
  { name: 'Overview', section: 'overview', customer: 'vip', last: ['All instalment purchases', 'Pyrmont NSW 2009'] },
  { name: 'Activity', section: 'activity', customer: 'vip', last: ['Customer created'] },
  { name: 'Notes', section: 'notes', customer: 'vip', last: ['From the system before'] },
  { name: 'Cases', section: 'cases', customer: 'vip', last: ['Wants another billing day'] },
  { name: 'Contacts', section: 'contacts', customer: 'vip', last: ['Ingrid Inactive', 'New York, NY 10012'] },
  { name: 'Products', section: 'products', customer: 'vip', last: ['Espresso machine'] },
  { name: 'Billing', section: 'billing', customer: 'vip', last: ['CHK-2214'] },
]

const wide = { width: 1920, height: 900 }
const narrow = { width: 390, height: 844 }

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await launch()
  const context = await browser.newContext({
    baseURL: mocksUrl,
    viewport: wide,
    locale: 'en-US',
    timezoneId: 'UTC',
  })
  page = await context.newPage()
  page.setDefaultTimeout(40_000)
  // The day of the demo data, so that "6 days ago" stays true.
  await page.clock.setFixedTime('2026-11-22T12:00:00Z')
  const records = new Map(tabs.map(({ section, customer }) => [customer, section]))
  const open = [...records].map(([customer, section]) => `${customer}.${section}`).join('_')
  await page.goto(`/customers/ada/account?open=${open}`)
}, 90_000)
afterAll(() => browser.close())

async function shown({ name, customer, last = [] }: Tab): Promise<Locator> {
  await page.getByRole('tablist', { name: 'Open customers' }).locator(`[href^="/customers/${customer}/"]`).click()
  await activePanel(page).getByRole('tab', { name, exact: true }).click()
  const panel = page.getByRole('tabpanel', { name, exact: true })
  await panel.getByRole('heading', { name, level: 2, exact: true }).waitFor()
  for (const text of last) await panel.getByText(text).first().waitFor()
  return panel
}

/** What a screen reader is given: roles, names and states, without the addresses of links. */
async function treeOf(panel: Locator): Promise<string> {
  await expect.poll(() => panel.locator('[aria-busy=true]').count(), { timeout: 20_000 }).toBe(0)
  await expect.poll(() => panel.getByText('Loading', { exact: true }).count(), { timeout: 20_000 }).toBe(0)
  let tree = ''
  const isSettled = async () => {
    const before = tree
    tree = await panel.ariaSnapshot()
    return tree === before
  }
  await expect.poll(isSettled, { timeout: 20_000, interval: 200 }).toBe(true)
  return `${tree.replaceAll(/^ *- \/url: .*\n/gm, '')}\n`
}

it.each(tabs)(
  'gives a screen reader $name with roles and names, at 390 pixels too',
  { timeout: 60_000 },
  async (tab) => {
    const panel = await shown(tab)
    await expect(await treeOf(panel)).toMatchFileSnapshot(`trees/${tab.section}.txt`)
    await page.setViewportSize(narrow)
    // Tables and tabs are laid out anew.
    await page.getByRole('button', { name: `Section: ${tab.name}` }).waitFor()
    const inNarrow = page.getByRole('region', { name: tab.name, exact: true })
    await expect(await treeOf(inNarrow)).toMatchFileSnapshot(`trees/narrow/${tab.section}.txt`)
    await page.setViewportSize(wide)
  },
)
