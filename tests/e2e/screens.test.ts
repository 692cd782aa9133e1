import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aPerson, atRest, axeFindings, launch, productUrl, sidewaysScroll } from '#tests/e2e/browser.ts'
import { screens } from '#tests/e2e/every-screen.ts'
import { flawsOf } from '#tests/e2e/screen-flaws.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

async function firstOrder(page: Page): Promise<string> {
  const id = await page.evaluate(async () => {
    const answer = await fetch('/api/v1/orders?limit=1')
    return ((await answer.json()) as { items: { id: string }[] }).items[0]?.id
  })
  return `/orders/${id}`
}

it('every screen passes axe in light and dark, and needs no sideways scrolling at 390 pixels', async () => {
  const page = await aPerson(browser, { reducedMotion: 'reduce' })
  const found: string[] = []
  for (const screen of [...screens, await firstOrder(page)]) {
    await page.goto(screen)
    await atRest(page)
    found.push(...(await flawsOf(page)).map((finding) => `${screen} ${finding}`))
  }
  expect(found).toEqual([])
  await page.context().close()
})

// A window that is narrow from the beginning draws other things than one that becomes narrow.
it('every screen that is opened on a telephone fits it', async () => {
  const page = await aPerson(browser, { viewport: { width: 390, height: 844 }, hasTouch: true })
  const tooWide: string[] = []
  for (const screen of [...screens, await firstOrder(page)]) {
    await page.goto(screen)
    await atRest(page)
    if ((await sidewaysScroll(page)) > 0) tooWide.push(screen)
  }
  expect(tooWide).toEqual([])
  await page.context().close()
})

it.each(['light', 'dark'] as const)('the sign-in passes axe in %s', async (colorScheme) => {
  const context = await browser.newContext({ baseURL: productUrl, colorScheme })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.getByLabel('Username').waitFor()
  expect(await axeFindings(page)).toEqual([])
  await context.close()
})
