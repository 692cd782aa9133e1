import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect as expectAll, it } from 'vitest'
import { aPerson, expect, launch } from '#tests/e2e/browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

/** Ten customers of the demo data, each on a section that is longer than a low window. */
const visits = [
  'ada/account',
  'all-kinds/attributes',
  'fifty/addresses',
  'member/organizations',
  'shopper/stores',
  'orders/orders',
  'carter/carts',
  'payer/payments',
  'globe/addresses',
  'long-name/account',
]
const idOf = (visit: string) => visit.split('/')[0] ?? ''

/** What scrolls in the shown record; scrolls it when told where to, and gives where it is. */
const scrolled = (page: Page, id: string, to?: number) =>
  page.evaluate(
    async ([record, top]) => {
      const elements = [...document.querySelectorAll<HTMLElement>(`#record-${record} *`)]
      const scroller = elements.find((element) => {
        const isSeen = element.checkVisibility() && element.clientHeight > 100
        return isSeen && element.scrollHeight > element.clientHeight && getComputedStyle(element).overflowY === 'auto'
      })
      if (!scroller) return undefined
      if (top !== undefined) {
        scroller.scrollTop = top
        // As for a person: what was scrolled was drawn before the next click.
        for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame)
      }
      return Math.round(scroller.scrollTop)
    },
    [id, to] as const,
  )

async function show(page: Page, visit: string) {
  await page
    .locator(`[role=tab][href*="/customers/${idOf(visit)}/"]`)
    .first()
    .click()
  await expect.poll(() => new URL(page.url()).pathname).toBe(`/customers/${visit}`)
}

/** Where each record stands once its content is there. */
async function offsets(page: Page, expected: Record<string, number>) {
  const found: Record<string, number | undefined> = {}
  for (const visit of visits) {
    await show(page, visit)
    await expect.poll(() => scrolled(page, idOf(visit))).toBe(expected[visit])
    found[visit] = await scrolled(page, idOf(visit))
  }
  return found
}

it('keeps where ten records were scrolled to over Orders, Back, switching and a reload', async () => {
  const page = await aPerson(browser, { viewport: { width: 1280, height: 420 } })
  const open = visits.map((visit) => visit.replace('/', '.')).join('_')
  await page.goto(`/customers/${visits[0]}?open=${open}`)

  const left: Record<string, number> = {}
  for (const [index, visit] of visits.entries()) {
    await show(page, visit)
    // What stands there while it loads scrolls too.
    const record = page.locator(`#record-${idOf(visit)}`)
    await record.getByRole('heading', { level: 2 }).first().waitFor()
    await expect(record.locator('[aria-busy=true]')).toHaveCount(0)
    await expect(record.getByText('Loading', { exact: true })).toHaveCount(0)
    await expect.poll(() => scrolled(page, idOf(visit), 40 + index * 3)).toBeGreaterThan(20)
    left[visit] = (await scrolled(page, idOf(visit))) ?? -1
  }

  await page.getByRole('navigation').first().getByRole('link', { name: 'Orders' }).click()
  await page.getByRole('table', { name: 'Orders' }).waitFor()
  await page.goBack()
  expectAll(await offsets(page, left)).toEqual(left)
  await page.reload()
  expectAll(await offsets(page, left)).toEqual(left)
  await page.context().close()
})
