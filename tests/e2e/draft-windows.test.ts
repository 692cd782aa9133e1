import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect as expectAll, it } from 'vitest'
import { activePanel, aPerson, axeFindings, expect, launch, sidewaysScroll } from '#tests/e2e/browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

describe('two windows of one person in one browser', () => {
  it('share a draft as it is typed, and hand over the right to type; both fit a narrow window and pass axe', async () => {
    const at = '/customers/vip/account'
    const first = await aPerson(browser, { at, as: 'sales' })
    const second = await first.context().newPage()
    await second.goto(at)
    const [one, two] = [activePanel(first), activePanel(second)]
    await expect(two.getByRole('button', { name: 'Edit', exact: true })).toBeVisible()

    await one.getByRole('button', { name: 'Edit', exact: true }).click()
    await one.getByLabel('Middle name').pressSequentially('Shared', { delay: 20 })
    await expect(two.getByLabel('Middle name')).toHaveValue('Shared')
    await expect(two.getByLabel('Middle name')).toBeDisabled()
    await expect(two.getByText('Being edited in another window')).toBeVisible()
    await expect(one.getByText(/^Saved as draft, /)).toBeVisible()
    await expect(two.getByText(/^Saved as draft, /)).toBeVisible()
    for (const page of [first, second]) {
      expectAll(await axeFindings(page)).toEqual([])
      await page.setViewportSize({ width: 390, height: 844 })
      expectAll(await sidewaysScroll(page)).toBe(0)
      await page.setViewportSize({ width: 1440, height: 900 })
    }

    await two.getByRole('button', { name: 'Take over' }).click()
    await expect(one.getByLabel('Middle name')).toBeDisabled()
    await two.getByLabel('Middle name').fill('Taken')
    await expect(one.getByLabel('Middle name')).toHaveValue('Taken')

    // The window that types goes without a word; what it typed is free in the other one, and stored.
    await second.close({ runBeforeUnload: false })
    await one
      .getByRole('button', { name: 'Take over' })
      .or(one.getByRole('button', { name: 'Save' }))
      .first()
      .waitFor()
    await expect(async () => {
      const drafts = await first.evaluate(async () => (await fetch('/api/v1/me/drafts')).text())
      expectAll(drafts).toContain('Taken')
    }).toPass()
    await first.context().close()
  })
})
