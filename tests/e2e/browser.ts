import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright'
import { expect as expectInBrowser } from 'playwright/test'
import { inject } from 'vitest'
import { chromiumFlags } from '#tests/chromium.ts'

/** The product of this worker, which no other test uses at the same time. */
export const productUrl = inject('productUrls')[Number(process.env['VITEST_POOL_ID']) - 1] ?? ''
export const mocksUrl = inject('mocksUrl')
export const password = inject('password')

/** Looks again and again, as long as a busy machine may need. */
export const expect = expectInBrowser.configure({ timeout: 20_000 })

/** One browser; every person gets a context of their own in it. */
export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: inject('chromium'), args: chromiumFlags })

/** A page of a new person at the product, signed in and at an address. Errors of the page fail the test. */
export async function aPerson(
  browser: Browser,
  { at = '/customers', as = 'admin', ...options }: BrowserContextOptions & { at?: string; as?: string } = {},
): Promise<Page> {
  const context = await browser.newContext({ baseURL: productUrl, viewport: { width: 1440, height: 900 }, ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  page.on('pageerror', (error) => {
    throw error
  })
  await page.goto(at)
  await page.getByLabel('Username').fill(as)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('navigation').first().waitFor()
  return page
}

interface AxeScope {
  /** A part of the page instead of all of it. */
  within?: string | undefined
  /** Some of the rules instead of all. */
  rules?: string[]
}

/** What axe holds to be serious or critical on the page as it is: rule, element. */
export async function axeFindings(page: Page, { within, rules }: AxeScope = {}): Promise<string[]> {
  // No page has frames: without them axe needs no second page for its result.
  const axe = new AxeBuilder({ page }).setLegacyMode()
  if (within !== undefined) axe.include(within)
  if (rules) axe.withRules(rules)
  const { violations } = await axe.analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${String(target)} ${html.slice(0, 160)}`))
}

/**
 * Waits until a page has come to rest: nothing loads, and nothing was answered for half a second, counted from now on. The
 * network itself is never idle, because what changes comes over a stream.
 */
export async function atRest(page: Page): Promise<void> {
  const since = await page.evaluate(() => performance.now())
  await page.waitForFunction(
    ({ from, quiet }) => {
      const ends = performance.getEntriesByType('resource').map(({ startTime, duration }) => startTime + duration)
      return performance.now() - Math.max(from, ...ends) > quiet && document.querySelector('[aria-busy=true]') === null
    },
    { from: since, quiet: 500 },
  )
}

/** Goes to a section of the record that is shown by its tab, as a person would; loading each anew takes much longer. */
export async function showSection(page: Page, customer: string, section: string): Promise<void> {
  const tabs = page.getByRole('tablist', { name: 'Customer sections' }).filter({ visible: true })
  await tabs.locator(`[href^="/customers/${customer}/${section}"]`).click()
  await page.waitForURL(`**/customers/${customer}/${section}*`)
}

/** Pixels that the page is wider than its window. */
export const sidewaysScroll = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

export const activePanel = (page: Page) => page.locator('[role=tabpanel][id^="record-"]:visible').first()
