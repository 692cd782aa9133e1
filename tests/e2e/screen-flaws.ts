import type { Browser, Page } from 'playwright'
import { aPerson, axeFindings, expect, sidewaysScroll } from '#tests/e2e/browser.ts'
import type { ScreenState } from '#tests/e2e/screen-steps.ts'

/** Until nothing fades or moves any more: colours are looked at as they stay. */
const rest = (page: Page) =>
  page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame)
    await frame()
    await frame()
    await Promise.allSettled(document.getAnimations().map(async ({ finished }) => finished))
  })

/**
 * What is wrong with the page as it stands, or with a part of it: for axe in the light, for the colours in the dark, and
 * at a width of 390 pixels, where nothing may need sideways scrolling.
 */
export async function flawsOf(page: Page, within?: string): Promise<string[]> {
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
}

/** Opens one state after the other as a new person, and gives what is wrong in them. */
export async function flawsOfStates(browser: Browser, states: readonly ScreenState[]): Promise<string[]> {
  const page = await aPerson(browser, { reducedMotion: 'reduce' })
  const found: string[] = []
  for (const { name, at, within, open } of states) {
    await page.goto(at)
    await open(page)
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
    found.push(...(await flawsOf(page, within)).map((flaw) => `${name}: ${flaw}`))
  }
  await page.context().close()
  return found
}
