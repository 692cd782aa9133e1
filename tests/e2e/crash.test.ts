import { chromium, type Browser, type BrowserServer, type Page } from 'playwright'
import { expect as expectAll, inject, it } from 'vitest'
import { activePanel, aPerson, expect } from '#tests/e2e/browser.ts'
import { chromiumFlags } from '#tests/chromium.ts'

/** Two in the suite; `CRASH_ROUNDS=20` for a longer look. */
const rounds = Number(process.env['CRASH_ROUNDS'] ?? 2)

/** What was done so long before the end may be lost, in milliseconds. */
const grace = 1000

const open = [
  'ada.account',
  'bo.account',
  'all-kinds.attributes',
  'fifty.addresses',
  'member.organizations',
  'shopper.stores',
  'orders.orders',
  'carter.carts',
  'payer.payments',
  'globe.addresses',
  'long-name.account',
  'muller.account',
]
const pinned = ['bo', 'payer']
const edited = ['ada', 'bo', 'long-name', 'muller']
const lists = ['orders', 'carter']
const filtered = 'payer'

/** A browser whose process can be killed. */
async function aBrowser(): Promise<{ server: BrowserServer; browser: Browser }> {
  const server = await chromium.launchServer({ executablePath: inject('chromium'), args: chromiumFlags })
  return { server, browser: await chromium.connect(server.wsEndpoint()) }
}

const strip = (page: Page) => page.getByRole('tablist', { name: 'Open customers' })
const tabOf = (page: Page, id: string) => strip(page).locator(`[data-record="${id}"]`)

async function show(page: Page, id: string) {
  await tabOf(page, id).click()
  await expect(tabOf(page, id)).toHaveAttribute('aria-selected', 'true')
  return page.locator(`#record-${id}`)
}

/** What scrolls in a shown record. */
const scrollerOf = (page: Page, id: string, to?: number) =>
  page.evaluate(
    ([record, top]) => {
      const found = [...document.querySelectorAll<HTMLElement>(`#record-${record} *`)].find(
        (element) =>
          element.checkVisibility() &&
          element.clientHeight > 100 &&
          element.scrollHeight > element.clientHeight + 20 &&
          getComputedStyle(element).overflowY === 'auto',
      )
      if (!found) return -1
      if (top !== undefined) found.scrollTop = top
      return Math.round(found.scrollTop)
    },
    [id, to] as const,
  )

/** Everything that is to come back, as a person would find it. */
async function picture(page: Page, newId: string) {
  const order = await strip(page)
    .getByRole('tab')
    .evaluateAll((tabs) => tabs.map((tab) => tab.getAttribute('data-record')))
  const active = await strip(page).getByRole('tab', { selected: true }).getAttribute('data-record')
  const pins: string[] = []
  for (const id of order) {
    const description = await tabOf(page, id ?? '').evaluate(
      (tab) => document.getElementById(tab.getAttribute('aria-describedby') ?? '')?.textContent ?? '',
    )
    if (description.includes('Pinned')) pins.push(id ?? '')
  }
  const fields: Record<string, string> = { active: active ?? '' }
  for (const id of edited) {
    const record = await show(page, id)
    fields[id] = await record.getByLabel('First name', { exact: true }).inputValue()
  }
  const added = await show(page, newId)
  fields['new'] = await added.getByLabel('Last name', { exact: true }).inputValue()
  const scrolled: Record<string, number> = {}
  for (const id of lists) {
    await show(page, id)
    await expect.poll(() => scrollerOf(page, id)).toBeGreaterThan(-1)
    scrolled[id] = await scrollerOf(page, id)
  }
  const payments = await show(page, filtered)
  await payments
    .getByRole('button', { name: /^Status/ })
    .first()
    .waitFor()
  const filter = await payments.locator('button[data-set=true]').allInnerTexts()
  const sectionOf = await strip(page)
    .getByRole('tab')
    .evaluateAll((tabs) => tabs.map((tab) => tab.getAttribute('href')))
  return { order, active, pins: pins.toSorted(), fields, scrolled, filter, sectionOf }
}

async function prepare(page: Page): Promise<string> {
  await page.goto(`/customers/ada/account?open=${open.join('_')}`)
  await expect(strip(page).getByRole('tab')).toHaveCount(open.length)
  for (const id of pinned) {
    await show(page, id)
    await expect(activePanel(page).getByRole('heading', { level: 1 })).toBeVisible()
    await page.keyboard.press('Shift+P')
    await expect(tabOf(page, id).locator('svg').first()).toBeVisible()
  }
  await tabOf(page, 'globe').focus()
  await page.keyboard.press('Control+Shift+ArrowLeft')
  await page.keyboard.press('Control+Shift+ArrowLeft')
  for (const id of lists) {
    await show(page, id)
    await expect.poll(() => scrollerOf(page, id, 60)).toBeGreaterThan(10)
  }
  const payments = await show(page, filtered)
  await payments.getByRole('button', { name: 'Status', exact: true }).first().click()
  await page.getByRole('dialog', { name: 'Status' }).getByRole('checkbox', { name: 'Active' }).check()
  await page.keyboard.press('Escape')
  await expect(payments.locator('button[data-set=true]')).toHaveText('Status: Active')
  await page.getByRole('navigation').first().getByRole('link', { name: 'Customers' }).click()
  await page.getByRole('button', { name: 'Add customer' }).click()
  const newId = (await strip(page).getByRole('tab', { selected: true }).getAttribute('data-record')) ?? ''
  expectAll(newId).toMatch(/^new-[0-9a-z]{8}$/)
  return newId
}

/** Types into five forms, one letter after the other; tells what each held and when. */
async function typeOn(page: Page, newId: string, word: string) {
  const states = new Map<string, { at: number; value: string }[]>()
  const type = async (key: string, label: string, text: string) => {
    const field = activePanel(page).getByLabel(label, { exact: true })
    const held = [{ at: 0, value: await field.inputValue() }]
    states.set(key, held)
    await field.fill('')
    held.push({ at: Date.now(), value: '' })
    for (let length = 1; length <= text.length; length += 1) {
      await field.press(text[length - 1] ?? '')
      held.push({ at: Date.now(), value: text.slice(0, length) })
    }
  }
  for (const id of edited) {
    const record = await show(page, id)
    await record.getByRole('button', { name: 'Edit', exact: true }).click()
    await type(id, 'First name', `${word}${id.slice(0, 3)}`)
  }
  await show(page, newId)
  states.set('active', [
    { at: 0, value: edited.at(-1) ?? '' },
    { at: Date.now(), value: newId },
  ])
  await type('new', 'Last name', `${word}Neumann`)
  return states
}

/** What may stand there: the last value that stood `grace` before the end, or any later one. */
const allowed = (states: readonly { at: number; value: string }[], end: number) =>
  states
    .slice(
      Math.max(
        states.findLastIndex(({ at }) => at <= end - grace),
        0,
      ),
    )
    .map(({ value }) => value)

async function forgetAll(page: Page) {
  await page.evaluate(async () => {
    const list = async (path: string) =>
      ((await (await fetch(`/api/v1/me/${path}`)).json()) as { items: Record<string, string>[] }).items
    for (const { recordId, section, itemId } of await list('drafts')) {
      await fetch(`/api/v1/me/drafts/${recordId}/${section}/${itemId}`, { method: 'DELETE' })
    }
    for (const { windowId } of await list('workspaces')) {
      await fetch(`/api/v1/me/workspaces/${windowId}`, { method: 'DELETE' })
    }
  })
}

it.each(Array.from({ length: rounds }, (_, round) => round))(
  'brings everything back after the browser was killed (%i)',
  async (round) => {
    const first = await aBrowser()
    const page = await aPerson(first.browser, { as: 'service', viewport: { width: 1440, height: 420 } })
    await forgetAll(page)
    const newId = await prepare(page)
    const typed = await typeOn(page, newId, `R${round}`)
    const pause = (round * 397) % 1600
    await page.evaluate((ms) => new Promise((done) => setTimeout(done, ms)), pause)
    const before = {
      order: await strip(page)
        .getByRole('tab')
        .evaluateAll((tabs) => tabs.map((tab) => tab.getAttribute('data-record'))),
    }
    const end = Date.now()
    first.server.process().kill('SIGKILL')

    const second = await aBrowser()
    const again = await aPerson(second.browser, { as: 'service', viewport: { width: 1440, height: 420 } })
    await again.getByRole('button', { name: 'Continue' }).click()
    await expect(strip(again).getByRole('tab')).toHaveCount(open.length + 1)
    const found = await picture(again, newId)

    expectAll(found.order).toEqual(before.order)
    expectAll(found.pins).toEqual(pinned.toSorted())
    expectAll(found.scrolled).toEqual(Object.fromEntries(lists.map((id) => [id, expectAll.closeTo(60, -1)])))
    expectAll(found.filter).toEqual(['Status: Active'])
    const sections = found.sectionOf.map((href) => href?.replace('/customers/', '').replace('/', '.'))
    expectAll(new Set(sections)).toEqual(new Set([...open, `${newId}.account`]))
    for (const [key, states] of typed) {
      expectAll(allowed(states, end), `what was typed in ${key}`).toContain(found.fields[key])
    }
    await forgetAll(again)
    await second.server.close()
  },
)
