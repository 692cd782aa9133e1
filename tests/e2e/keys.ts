import type { Locator, Page } from 'playwright'
import { activePanel, expect } from '#tests/e2e/browser.ts'

const hasFocus = (page: Page) =>
  page.evaluate(() => document.activeElement !== null && document.activeElement !== document.body)

/** Presses keys one after the other; after each the focus is somewhere. */
export async function press(page: Page, ...keys: string[]) {
  for (const key of keys) {
    await page.keyboard.press(key)
    await expect.poll(async () => hasFocus(page), { message: `the focus after ${key}` }).toBe(true)
  }
}

const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement)

/** Presses a key, Tab unless told, until the focus comes to something. */
export async function moveTo(page: Page, target: Locator, key = 'Tab') {
  await target.waitFor()
  for (let step = 0; step < 80; step += 1) {
    if (await isFocused(target)) return
    await page.keyboard.press(key)
  }
  await expect(target).toBeFocused()
}

/** Opens a menu from its button and chooses from it. */
export async function chooseFrom(page: Page, button: Locator, item: string | RegExp, key = 'Tab') {
  await moveTo(page, button, key)
  await press(page, 'Enter')
  await moveTo(page, page.getByRole('menuitem', { name: item }), 'ArrowDown')
  await press(page, 'Enter')
}

/** From the list to a section of a customer: by search, then by shortcut or, where it is far, by the list of tabs. */
export async function goTo(page: Page, id: string, section: string) {
  const number = await page.evaluate(async (customer) => {
    const answer = await fetch(`/api/v1/customers/${customer}`)
    return ((await answer.json()) as { customerNumber: string }).customerNumber
  }, id)
  await page.getByRole('table', { name: 'Customers' }).getByRole('row').nth(1).waitFor()
  const box = page.getByRole('searchbox', { name: 'Search customers' })
  // The shortcuts come once nothing else is on its way.
  await expect(async () => {
    await page.keyboard.press('/')
    await expect(box).toBeFocused({ timeout: 500 })
  }).toPass()
  await page.keyboard.type(number)
  await moveTo(page, page.getByRole('table', { name: 'Customers' }).getByRole('link', { name: number, exact: true }))
  await press(page, 'Enter')
  const tabs = activePanel(page).getByRole('tablist', { name: 'Customer sections' }).getByRole('tab')
  const tab = activePanel(page).getByRole('tab', { name: section, exact: true })
  await tab.waitFor()
  const ahead = await tabs.evaluateAll(
    (all, wanted) => {
      const selected = all.findIndex((each) => each.getAttribute('aria-selected') === 'true')
      return all.findIndex((each) => each === wanted) - selected
    },
    await tab.elementHandle(),
  )
  if (Math.abs(ahead) < 8) {
    for (let step = Math.abs(ahead); step > 0; step -= 1) await press(page, ahead > 0 ? 's' : 'a')
  } else {
    await moveTo(page, tabs.and(page.locator('[aria-selected=true]')))
    await press(page, 'End')
    await moveTo(page, tab, 'ArrowLeft')
    await press(page, 'Enter')
  }
  await expect(tab).toHaveAttribute('aria-selected', 'true')
  return activePanel(page)
}
