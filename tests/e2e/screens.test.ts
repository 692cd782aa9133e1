import type { Browser, Page } from 'playwright'
import { expect } from 'playwright/test'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { aPerson, axeFindings, launch, mocksUrl, productUrl, sidewaysScroll } from '#tests/e2e/browser.ts'
import { screenStates, type ScreenState } from '#tests/e2e/screen-states.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const sections = ['account', 'attributes', 'addresses', 'organizations', 'stores', 'orders', 'carts', 'payments']
const screens = ['/customers', ...sections.map((section) => `/customers/ada/${section}`), '/orders']

/** Waits until a screen has come to rest. */
async function settle(page: Page) {
  await page.waitForLoadState('networkidle')
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
}

async function firstOrder(page: Page): Promise<string> {
  const id = await page.evaluate(async () => {
    const answer = await fetch('/api/v1/orders?limit=1')
    return ((await answer.json()) as { items: { id: string }[] }).items[0]?.id
  })
  return `/orders/${id}`
}

describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  it('every screen passes axe', async () => {
    const page = await aPerson(browser, { colorScheme })
    const found: string[] = []
    for (const screen of [...screens, await firstOrder(page)]) {
      await page.goto(screen)
      await settle(page)
      found.push(...(await axeFindings(page)).map((finding) => `${screen} ${finding}`))
    }
    expect(found).toEqual([])
    await page.context().close()
  })

  it('the sign-in passes axe', async () => {
    const context = await browser.newContext({ baseURL: productUrl, colorScheme })
    const page = await context.newPage()
    await page.goto('/sign-in')
    await page.getByLabel('Username').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await context.close()
  })
})

describe('at 390 pixels', () => {
  it('no screen needs sideways scrolling', async () => {
    const page = await aPerson(browser, { viewport: { width: 390, height: 844 }, hasTouch: true })
    for (const screen of [...screens, await firstOrder(page)]) {
      await page.goto(screen)
      await settle(page)
      expect(await sidewaysScroll(page), screen).toBeLessThanOrEqual(0)
    }
    await page.context().close()
  })
})

/** Opens one state after the other and collects what is found in them. */
async function inEveryState(page: Page, look: (state: ScreenState) => Promise<string[]>): Promise<string[]> {
  const found: string[] = []
  for (const state of screenStates) {
    await page.goto(state.at)
    await state.open(page)
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
    found.push(...(await look(state)).map((finding) => `${state.name}: ${finding}`))
  }
  return found
}

/** Until nothing fades or moves any more: colours are looked at as they stay. */
const rest = (page: Page) =>
  page.evaluate(async () => {
    await Promise.allSettled(document.getAnimations().map(async ({ finished }) => finished))
  })

describe('with controls open', () => {
  it('passes axe in light and dark, and needs no sideways scrolling at 390 pixels', async () => {
    const page = await aPerson(browser, { reducedMotion: 'reduce' })
    const found = await inEveryState(page, async ({ within }) => {
      await rest(page)
      const inLight = await axeFindings(page, { within })
      // Only colours differ in the dark.
      await page.emulateMedia({ colorScheme: 'dark' })
      await rest(page)
      const inDark = await axeFindings(page, { within, rules: ['color-contrast'] })
      await page.setViewportSize({ width: 390, height: 844 })
      const wider = await sidewaysScroll(page)
      await page.emulateMedia({ colorScheme: 'light' })
      await page.setViewportSize({ width: 1440, height: 900 })
      return [
        ...inLight,
        ...inDark.map((finding) => `dark: ${finding}`),
        ...(wider > 0 ? [`${wider} px wider than the window`] : []),
      ]
    })
    expect(found).toEqual([])
    await page.context().close()
  })
})

describe('on mocks', () => {
  it('every screen works, and a reload keeps data and open records', async () => {
    const context = await browser.newContext({ baseURL: mocksUrl, viewport: { width: 1440, height: 900 } })
    const page = await context.newPage()
    const failures: string[] = []
    page.on('pageerror', (error) => failures.push(error.message))
    page.setDefaultTimeout(60_000)
    for (const screen of screens) {
      await page.goto(`${screen}?mock-panel=off`)
      await page.getByRole('navigation').first().waitFor()
      await settle(page)
      await expect(page.getByRole('alert')).toHaveCount(0)
    }
    await page.goto('/customers/ada/account?open=ada.account_bo.orders&mock-panel=off')
    const panel = page.locator('#record-ada')
    await panel.getByRole('button', { name: 'Edit', exact: true }).click()
    await panel.getByLabel('Company').fill('Kept over a reload')
    await panel.getByRole('button', { name: 'Save' }).click()
    await expect(panel.getByRole('button', { name: 'Edit', exact: true })).toBeVisible()
    await page.reload()
    await expect(panel.getByText('Kept over a reload')).toBeVisible()
    await expect(page.getByRole('tablist', { name: 'Open customers' }).getByRole('tab')).toHaveCount(2)
    expect(failures).toEqual([])
    await context.close()
  })
})
