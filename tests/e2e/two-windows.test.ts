import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect as expectAll, it } from 'vitest'
import { activePanel, aPerson, expect, launch } from '#tests/e2e/browser.ts'

/** A dozen in the suite; `WINDOW_ROUNDS=200` for a longer look. */
const rounds = Number(process.env['WINDOW_ROUNDS'] ?? 12)
const pool = ['c00021', 'c00022', 'c00023', 'c00024', 'c00025']

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

/** The same numbers every time. */
function dice(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

interface Window {
  page: Page
  /** What the window is to show as open, in its order. */
  open: string[]
}

const tabs = (page: Page) => page.getByRole('tablist', { name: 'Open customers' }).getByRole('tab')
const tabOf = (page: Page, id: string) => page.locator(`[role=tab][data-record="${id}"]`)
const nameIn = (page: Page) => activePanel(page).getByLabel('Middle name', { exact: true })

async function begin(page: Page): Promise<Window> {
  // Asked when it is left with something that is not stored yet: leave all the same.
  page.on('dialog', (dialog) => void dialog.accept())
  await page.goto('/customers/c00021/account?open=c00021.account_c00022.account')
  await expect(tabs(page)).toHaveCount(2)
  return { page, open: ['c00021', 'c00022'] }
}

async function show({ page, open }: Window, id: string) {
  // An address that is typed opens the record in this window only.
  if (!open.includes(id)) {
    open.push(id)
    await page.goto(`/customers/${id}/account?open=${open.map((each) => `${each}.account`).join('_')}`)
  } else await tabOf(page, id).click()
  await expect(tabOf(page, id)).toHaveAttribute('aria-selected', 'true')
  await activePanel(page).getByRole('heading', { level: 1 }).waitFor()
}

async function close(window: Window, id: string) {
  const { page, open } = window
  await tabOf(page, id).focus()
  await page.keyboard.press('Delete')
  const keep = page.getByRole('button', { name: 'Keep drafts and close' })
  await expect(keep.or(page.locator(`body:not(:has([role=tab][data-record="${id}"]))`)).first()).toBeVisible()
  if (await keep.isVisible()) await keep.click()
  window.open = open.filter((each) => each !== id)
  await expect(tabOf(page, id)).toHaveCount(0)
}

/** Types into the form, having taken it over from the other window if need be. */
async function type({ page }: Window, text: string) {
  const panel = activePanel(page)
  const field = nameIn(page)
  await expect(async () => {
    const pen = panel.getByRole('button', { name: 'Edit', exact: true })
    const takeOver = panel.getByRole('button', { name: 'Take over' })
    if (await pen.isVisible()) await pen.click({ timeout: 1000 })
    if (await takeOver.isVisible()) await takeOver.click({ timeout: 1000 })
    await field.fill(text, { timeout: 1000 })
  }).toPass({ timeout: 15_000 })
}

/** Two that typed before they heard of each other: one of them is asked, and takes what the other one typed. */
async function agree(windows: readonly Window[]) {
  await expect(async () => {
    for (const { page } of windows) {
      const other = activePanel(page).getByRole('button', { name: 'Use the other one' })
      if (await other.isVisible()) await other.click({ timeout: 1000 })
    }
    const values = await Promise.all(windows.map(({ page }) => nameIn(page).inputValue({ timeout: 1000 })))
    expectAll(new Set(values).size).toBe(1)
  }).toPass({ timeout: 15_000 })
}

const stored = (page: Page) =>
  page.evaluate(async () => {
    const { items } = (await (await fetch('/api/v1/me/drafts')).json()) as {
      items: { recordId: string; section: string; values: { middleName?: string } }[]
    }
    return Object.fromEntries(
      items.filter(({ section }) => section === 'account').map((draft) => [draft.recordId, draft.values.middleName]),
    )
  })

const savedName = (page: Page, id: string) =>
  page.evaluate(async (customerId) => {
    const customer = (await (await fetch(`/api/v1/customers/${customerId}`)).json()) as { middleName: string | null }
    return customer.middleName
  }, id)

async function save(page: Page) {
  const panel = activePanel(page)
  await panel.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(panel.getByRole('button', { name: 'Edit', exact: true })).toBeVisible()
}

it(
  'two windows that open, edit and close at once keep every draft, agree on it, and have a set of their own each',
  async () => {
    const first = await aPerson(browser, { as: 'service' })
    const windows: Window[] = [await begin(first), await begin(await first.context().newPage())]
    const roll = dice(rounds)
    /** What was typed last and neither saved nor replaced; two when both windows typed at once. */
    const typed = new Map<string, string[]>()

    for (let round = 0; round < rounds; round += 1) {
      const plans = windows.map((window, index) => ({
        window,
        id: pool[roll(pool.length)] ?? 'c00021',
        what: roll(5),
        text: `Round ${round} window ${index}`,
      }))
      const [one, two] = plans
      const isSame = one?.id === two?.id
      await Promise.all(
        plans.map(async ({ window, id, what, text }) => {
          if (what === 0 && window.open.includes(id) && window.open.length > 1) return close(window, id)
          await show(window, id)
          if (what === 1) return undefined
          await type(window, text)
          // Saved by one window alone: what both type at once is the draft of either.
          if (what !== 4 || isSame) {
            const now = typed.get(id)?.filter((each) => each.startsWith(`Round ${round} `)) ?? []
            typed.set(id, [...now, text])
            return undefined
          }
          await save(window.page)
          typed.delete(id)
          expectAll(await savedName(window.page, id)).toBe(text)
        }),
      )
      const ofRound = typed.get(one?.id ?? '')?.filter((each) => each.startsWith(`Round ${round} `))
      if (isSame && ofRound?.length === 2) await agree(windows)
      for (const { page, open } of windows) {
        expectAll(
          await tabs(page).evaluateAll((all) => all.map((tab) => tab.getAttribute('data-record'))),
          `the open set of a window in round ${round}`,
        ).toEqual(open)
      }
    }

    await expect(async () => {
      expectAll(Object.keys(await stored(first)).toSorted()).toEqual([...typed.keys()].toSorted())
    }).toPass({ timeout: 20_000 })
    for (const [id, texts] of typed) {
      for (const window of windows) await show(window, id)
      await expect(async () => {
        const draft = (await stored(first))[id] ?? ''
        expectAll(texts, `the draft of ${id}`).toContain(draft)
        for (const { page } of windows) expectAll(await nameIn(page).inputValue({ timeout: 1000 })).toBe(draft)
      }).toPass({ timeout: 10_000 })
    }
    for (const id of typed.keys()) {
      await first.evaluate((recordId) => fetch(`/api/v1/me/drafts/${recordId}/account/-`, { method: 'DELETE' }), id)
    }
    await first.context().close()
  },
  60_000 + rounds * 6000,
)
