import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { aPerson, atRest, expect, launch } from '#tests/e2e/browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const sections = [
  'Custom Attributes',
  'Addresses',
  'Organizations',
  'Most Used Stores',
  'Orders',
  'Active Carts',
  'Saved Payments',
  'Account',
  'Orders',
  'Addresses',
]

const openTabs = (page: Page) => page.getByRole('tablist', { name: 'Open customers' }).getByRole('tab')

/** Opens the first customers of the list, each on another section, and gives their paths in the order they were opened. */
async function openTen(page: Page): Promise<string[]> {
  const paths: string[] = []
  for (const [index, section] of sections.entries()) {
    await page.getByRole('navigation').first().getByRole('link', { name: 'Customers' }).click()
    const rows = page.getByRole('table', { name: 'Customers' }).getByRole('row')
    await rows
      .nth(index + 1)
      .getByRole('link')
      .first()
      .click()
    const shown = page.getByRole('tablist', { name: 'Customer sections' }).filter({ visible: true })
    await shown.getByRole('tab', { name: section, exact: true }).click()
    await expect(shown.getByRole('tab', { name: section, exact: true })).toHaveAttribute('aria-selected', 'true')
    paths.push(new URL(page.url()).pathname)
  }
  return paths
}

describe('ten customers at once', () => {
  it('are all still there after Orders and back, reload, Back and in a second window', async () => {
    const page = await aPerson(browser)
    const paths = await openTen(page)
    expect(new Set(paths.map((path) => path.split('/')[2])).size).toBe(10)
    await expect(openTabs(page)).toHaveCount(10)
    const open = new URL(page.url()).searchParams.get('open')
    expect(open?.split('_')).toHaveLength(10)

    await page.getByRole('navigation').first().getByRole('link', { name: 'Orders' }).click()
    await page.getByRole('table', { name: 'Orders' }).waitFor()
    await expect(openTabs(page)).toHaveCount(10)
    expect(new URL(page.url()).searchParams.get('open')).toBe(open)

    await page.reload()
    await expect(openTabs(page)).toHaveCount(10)
    await page.goBack()
    await expect.poll(() => new URL(page.url()).pathname).toBe(paths[9])

    // Each step goes to what was looked at before; nothing opens, nothing closes.
    for (let step = 0; step < 5; step += 1) {
      await page.goBack()
      await expect(openTabs(page)).toHaveCount(10)
      expect(new URL(page.url()).searchParams.get('open')?.split('_')).toHaveLength(10)
    }
    for (let step = 0; step < 5; step += 1) await page.goForward()
    await expect.poll(() => new URL(page.url()).pathname).toBe(paths[9])

    const second = await page.context().newPage()
    await second.goto(page.url())
    await expect(openTabs(second)).toHaveCount(10)
    expect(new URL(second.url()).searchParams.get('open')).toBe(open)
    for (const path of [paths[0], paths[4], paths[9]]) {
      await second
        .locator(`[role=tab][href*="/${path?.split('/')[2]}/"]`)
        .first()
        .click()
      await expect.poll(() => new URL(second.url()).pathname).toBe(path)
    }
    await page.context().close()
  })

  it('costs a reload with thirty open the requests of one', async () => {
    const page = await aPerson(browser)
    const rows = page.getByRole('table', { name: 'Customers' }).getByRole('row')
    await rows.nth(1).waitFor()
    const ids = await page.evaluate(async () => {
      const answer = await fetch('/api/v1/customers?limit=30')
      return ((await answer.json()) as { items: { id: string }[] }).items.map(({ id }) => id)
    })
    let asked: string[] = []
    let lastAt = Date.now()
    page.on('request', (request) => {
      const { pathname } = new URL(request.url())
      if (!pathname.startsWith('/api/v1/')) return
      asked.push(`${request.method()} ${pathname}`)
      lastAt = Date.now()
    })
    // The network is never idle: what changes comes over a stream.
    const isShown = async () => {
      await page.getByRole('tablist', { name: 'Customer sections' }).filter({ visible: true }).waitFor()
      await expect.poll(() => Date.now() - lastAt, { timeout: 20_000 }).toBeGreaterThan(2500)
    }
    const reloadAt = async (address: string) => {
      await page.goto(address)
      await isShown()
      // What the page before asked for is not of this one.
      asked = []
      lastAt = Date.now()
      await page.reload()
      await isShown()
      return asked.toSorted()
    }
    const one = await reloadAt(`/customers/${ids[0]}/account?open=${ids[0]}.account`)
    const thirty = await reloadAt(`/customers/${ids[0]}/account?open=${ids.map((id) => `${id}.account`).join('_')}`)
    await expect(openTabs(page)).toHaveCount(30)
    expect(one.length).toBeGreaterThan(5)
    expect(thirty).toEqual(one)
    await page.context().close()
  })
})

describe('a window that is gone', () => {
  it('is offered on another machine, and goes on as it was: order, pins, sections and what was shown', async () => {
    const page = await aPerson(browser)
    await openTen(page)
    await openTabs(page).nth(4).focus()
    await page.keyboard.press('Control+Shift+ArrowLeft')
    await openTabs(page).nth(6).click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Pin', exact: true }).click()
    const left = async (of: Page) => ({
      names: await openTabs(of).allTextContents(),
      hrefs: await openTabs(of).evaluateAll((tabs) => tabs.map((tab) => tab.getAttribute('href'))),
      pinned: await openTabs(of).evaluateAll((tabs) =>
        tabs.map((tab) =>
          (tab.getAttribute('aria-describedby') ?? '')
            .split(' ')
            .some((id) => document.getElementById(id)?.textContent?.includes('Pinned')),
        ),
      ),
      shown: new URL(of.url()).pathname,
    })
    const id = await openTabs(page).nth(3).getAttribute('data-record')
    // Listened to before it can come.
    const stored = page.waitForResponse(
      (answer) =>
        answer.request().method() === 'PUT' &&
        answer.url().includes('/me/workspaces/') &&
        String(answer.request().postData()).includes(`"activeId":"${id}"`),
    )
    await page.locator(`[role=tab][data-record="${id}"]`).click()
    await page.locator(`#record-${id}`).waitFor()
    await stored
    const before = await left(page)
    expect(before.pinned.filter(Boolean)).toHaveLength(1)
    // Gone without a word: nothing that runs as a page goes is run.
    const session = await page.context().newCDPSession(page)
    const crashed = page.waitForEvent('crash')
    // It is never answered.
    session.send('Page.crash').catch(() => undefined)
    await crashed
    await page.context().close()

    const other = await aPerson(browser)
    const offer = other.getByRole('region', { name: 'Earlier work' })
    await expect(offer).toContainText('Continue with your 10 open customers')
    await offer.getByRole('button', { name: 'Continue' }).click()
    await expect(openTabs(other)).toHaveCount(10)
    await expect.poll(() => left(other)).toEqual(before)
    await other.context().close()
  })
})

describe('on paper', () => {
  it('stands whose record it is, and nothing of the window around it', async () => {
    const page = await aPerson(browser)
    await page.getByRole('table', { name: 'Customers' }).getByRole('row').nth(1).getByRole('link').first().click()
    await page.getByRole('tablist', { name: 'Customer sections' }).waitFor()
    const number = page.getByRole('heading', { level: 1 }).locator('xpath=following-sibling::span[1]/span')
    await number.waitFor()
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(number).toBeVisible()
    for (const chrome of ['navigation', 'tablist', 'contentinfo'] as const) {
      await expect(page.getByRole(chrome)).toHaveCount(0)
    }
    await expect(page.getByRole('button', { name: 'Manage' })).toHaveCount(0)
    await page.context().close()
  })
})

describe('by keyboard alone', () => {
  it('finds, opens, switches and closes customers', async () => {
    const page = await aPerson(browser)
    await page.getByRole('table', { name: 'Customers' }).getByRole('row').nth(1).waitFor()
    // The shortcuts come after the first rows.
    await atRest(page)
    await page.keyboard.press('/')
    await expect(page.getByRole('searchbox', { name: 'Search customers' })).toBeFocused()
    await page.keyboard.type('ada park')
    await expect(page.getByRole('link', { name: 'Ada Park' }).first()).toBeVisible()
    await page.keyboard.press('Escape')
    await page.getByRole('searchbox', { name: 'Search customers' }).press('Tab')

    const links = page.getByRole('table', { name: 'Customers' }).getByRole('rowheader').getByRole('link')
    await links.nth(0).focus()
    await page.keyboard.press('Enter')
    await expect(openTabs(page)).toHaveCount(1)
    await page.keyboard.press('g')
    await page.keyboard.press('c')
    await expect(page.getByRole('table', { name: 'Customers' })).toBeVisible()
    await links.nth(1).focus()
    await page.keyboard.press('Enter')
    await expect(openTabs(page)).toHaveCount(2)
    const second = new URL(page.url()).pathname
    await page.keyboard.press('p')
    await expect.poll(() => new URL(page.url()).pathname).not.toBe(second)
    await page.keyboard.press('s')
    await expect.poll(() => new URL(page.url()).pathname).toMatch(/\/attributes$/)
    await page.keyboard.press('x')
    await expect(openTabs(page)).toHaveCount(1)
    await page.context().close()
  })
})
