import type { Browser, Locator, Page } from 'playwright'
import { afterAll, beforeAll, it } from 'vitest'
import { activePanel, atRest, axeFindings, expect, launch, mocksUrl } from '#tests/e2e/browser.ts'
import { sections } from '#/workspace/open-records.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

/** A browser that has never been here, at an address of the app on mocks. */
async function aDeveloper(at: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: mocksUrl, viewport: { width: 1280, height: 860 } })
  const page = await context.newPage()
  page.setDefaultTimeout(40_000)
  await page.goto(`${at}?mock-panel=on`)
  return page
}

const record = (page: Page) => page.getByRole('tabpanel', { name: 'Ada Park' })
const panel = (page: Page) => page.getByRole('complementary', { name: 'Mock controls' })
const open = async (page: Page) =>
  panel(page)
    .getByRole('button', { name: /^Mocks/, expanded: false })
    .click()

it(
  'shows at once what a colleague changed, keeps it over a reload, and brings the demo data back',
  { timeout: 120_000 },
  async () => {
    const page = await aDeveloper('/customers/ada/account')
    await record(page).getByText('+1 212 555 0110').first().waitFor()
    await open(page)
    await panel(page).getByRole('button', { name: 'A colleague saves this customer' }).click()
    await panel(page).getByText('Sam Rivera has changed').waitFor()
    // The stream of changes goes through the service worker.
    await record(page).getByText('+1 212 555 0110').first().waitFor({ state: 'detached' })

    await page.reload()
    await record(page).getByText('+1 212 555').first().waitFor()
    expect(await record(page).getByText('+1 212 555 0110').count()).toBe(0)

    page.on('dialog', (question) => void question.accept())
    await page.goto('/customers/ada/account?mock-panel=on')
    await open(page)
    const loaded = page.waitForEvent('load')
    await panel(page).getByRole('button', { name: 'Reset the data' }).click()
    await loaded
    await record(page).getByText('+1 212 555 0110').first().waitFor()
  },
)

it('switches role and scenario, and says so on its button', { timeout: 120_000 }, async () => {
  const page = await aDeveloper('/customers')
  await page.getByRole('table', { name: 'Customers' }).waitFor()
  await open(page)
  await panel(page).getByLabel('Scenario').selectOption({ label: 'Reading fails' })
  await panel(page).getByLabel('Signed in as').selectOption({ label: 'finance (Kofi Mensah)' })
  await page.getByRole('button', { name: /Kofi Mensah/ }).waitFor()
  await page.getByRole('button', { name: 'Try again' }).first().waitFor()
  await expect(panel(page).getByRole('button', { name: 'Mocks: Reading fails' })).toBeVisible()
  expect(await axeFindings(page)).toEqual([])
})

it('stays away from pages that a program looks at', { timeout: 120_000 }, async () => {
  const context = await browser.newContext({ baseURL: mocksUrl })
  const page = await context.newPage()
  page.setDefaultTimeout(40_000)
  await page.goto('/customers')
  await page.getByRole('table', { name: 'Customers' }).waitFor()
  expect(await panel(page).count()).toBe(0)
})

it('shows every screen, and keeps data and open records over a reload', async () => {
  const context = await browser.newContext({ baseURL: mocksUrl, viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  const failures: string[] = []
  page.on('pageerror', (error) => failures.push(error.message))
  page.setDefaultTimeout(60_000)
  const shows = async (heading: Locator) => {
    await atRest(page)
    await expect(page.getByRole('alert')).toHaveCount(0)
    await expect(heading).toBeVisible()
  }
  const pageNamed = (name: string) => page.getByRole('heading', { level: 1, name, exact: true })
  await page.goto('/customers?mock-panel=off')
  await shows(pageNamed('Customers'))
  for (const name of ['Orders', 'Attributes']) {
    await page.getByRole('navigation').first().getByRole('link', { name }).click()
    await shows(pageNamed(name))
  }
  await page.goto('/customers/ada/account?mock-panel=off')
  const tabs = page.getByRole('tablist', { name: 'Customer sections' }).getByRole('tab')
  await expect(tabs).toHaveCount(sections.length)
  for (const tab of await tabs.all()) {
    await tab.click()
    await expect(tab).toHaveAttribute('aria-selected', 'true')
    await shows(activePanel(page).getByRole('heading', { level: 2 }).first())
  }
  await page.goto('/customers/ada/account?open=ada.account_bo.orders&mock-panel=off')
  const ada = page.locator('#record-ada')
  await ada.getByRole('button', { name: 'Edit', exact: true }).click()
  await ada.getByLabel('Company').fill('Kept over a reload')
  await ada.getByRole('button', { name: 'Save' }).click()
  await expect(ada.getByRole('button', { name: 'Edit', exact: true })).toBeVisible()
  await page.reload()
  await expect(ada.getByText('Kept over a reload')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('tablist', { name: 'Open customers' }).getByRole('tab')).toHaveCount(2)
  expect(failures).toEqual([])
  await context.close()
})
