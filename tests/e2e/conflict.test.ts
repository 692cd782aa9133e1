import type { Browser, Page } from 'playwright'
import { expect } from 'playwright/test'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { activePanel, aPerson, launch } from '#tests/e2e/browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

async function editing(page: Page) {
  await activePanel(page).getByRole('button', { name: 'Edit', exact: true }).click()
  return activePanel(page)
}

describe('two people edit one account', () => {
  it('merges different fields, and lets the second choose where both changed the same', async () => {
    const at = '/customers/bo/account'
    const [first, second] = await Promise.all([
      aPerson(browser, { at, as: 'service' }),
      aPerson(browser, { at, as: 'sales' }),
    ])
    const [mine, theirs] = [await editing(first), await editing(second)]

    await theirs.getByLabel('Company').fill('Their Company')
    await theirs.getByLabel('Title').fill('Their Title')
    await theirs.getByRole('button', { name: 'Save' }).click()
    await expect(theirs.getByRole('button', { name: 'Edit', exact: true })).toBeVisible()

    await mine.getByLabel('Company').fill('My Company')
    await mine.getByLabel('Middle name').fill('Mine')
    await mine.getByRole('button', { name: 'Save' }).click()

    // Told who and what; both values are there to choose from.
    await expect(first.getByText('Their Company').first()).toBeVisible()
    await expect(first.getByText('My Company').first()).toBeVisible()
    await expect(first.getByText('Their Title').first()).toBeVisible()
    await first.getByRole('radio', { name: /My Company/ }).check()
    await first.getByRole('button', { name: 'Save my choices' }).click()
    await expect(mine.getByRole('button', { name: 'Edit', exact: true })).toBeVisible()

    const saved = await first.evaluate(async () => {
      const answer = await fetch('/api/v1/customers/bo')
      return (await answer.json()) as { companyName: string; middleName: string; title: string }
    })
    expect(saved).toMatchObject({ companyName: 'My Company', middleName: 'Mine', title: 'Their Title' })
    await first.context().close()
    await second.context().close()
  })
})
