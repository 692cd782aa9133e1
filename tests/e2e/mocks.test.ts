import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Browser, Page } from 'playwright'
import { axeFindings, launch, mocksUrl } from '#tests/e2e/browser.ts'

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

it('keeps changed data over a reload, and brings the demo data back', { timeout: 120_000 }, async () => {
  const page = await aDeveloper('/customers/ada/account')
  await record(page).getByText('+1 212 555 0110').first().waitFor()
  await open(page)
  await panel(page).getByRole('button', { name: 'A colleague saves this customer' }).click()
  await panel(page).getByText('Sam Rivera has changed').waitFor()

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
})

it('switches role and scenario, and says so on its button', { timeout: 120_000 }, async () => {
  const page = await aDeveloper('/customers')
  await page.getByRole('table', { name: 'Customers' }).waitFor()
  await open(page)
  await panel(page).getByLabel('Scenario').selectOption({ label: 'Reading fails' })
  await panel(page).getByLabel('Signed in as').selectOption({ label: 'finance (Kofi Mensah)' })
  await page.getByRole('button', { name: /Kofi Mensah/ }).waitFor()
  await page.getByRole('button', { name: 'Try again' }).first().waitFor()
  expect(await panel(page).getByRole('button', { name: 'Mocks: Reading fails' }).isVisible()).toBe(true)
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
