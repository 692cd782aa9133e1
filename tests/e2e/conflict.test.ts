import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { activePanel, aPerson, axeFindings, expect, launch, sidewaysScroll } from '#tests/e2e/browser.ts'

let browser: Browser
let first: Page
let second: Page
beforeAll(async () => {
  browser = await launch()
  const people = [aPerson(browser, { as: 'service' }), aPerson(browser, { as: 'sales' })] as const
  ;[first, second] = await Promise.all(people)
})
afterAll(() => browser.close())

const form = (page: Page, name: string) => activePanel(page).getByRole('form', { name })

async function edit(page: Page, at: string, pen: string, name: string) {
  await page.goto(at)
  await activePanel(page).getByRole('button', { name: pen, exact: true }).click()
  return form(page, name)
}

/** Both open the same form. */
const bothEdit = async (at: string, pen: string, name: string) =>
  Promise.all([edit(first, at, pen, name), edit(second, at, pen, name)])

type Form = Awaited<ReturnType<typeof edit>>

async function save(edited: Form) {
  await edited.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(edited).toBeHidden()
}

const read = async (page: Page, path: string): Promise<unknown> =>
  page.evaluate(async (address) => (await fetch(`/api/v1${address}`)).json() as Promise<unknown>, path)

describe('two people at one customer', () => {
  it('who edit its account see untouched fields follow, and choose where both changed the same', async () => {
    const [mine, theirs] = await bothEdit('/customers/bo/account', 'Edit', 'Edit account')
    await mine.getByLabel('Company').fill('My Company')
    await mine.getByLabel('Middle name').fill('Mine')
    await theirs.getByLabel('Company').fill('Their Company')
    await theirs.getByLabel('Title').fill('Their Title')
    await save(theirs)

    // By the event stream, while the other one types.
    await expect(mine.getByLabel('Title')).toHaveValue('Their Title')
    await expect(mine.getByText(/changed this to Their Company/)).toBeVisible()
    await expect(mine.getByLabel('Company')).toHaveValue('My Company')
    await expect(mine.getByLabel('Middle name')).toBeFocused()

    await mine.getByRole('button', { name: 'Save', exact: true }).click()
    const asked = activePanel(first).getByRole('region', { name: /saved this account/ })
    await expect(asked.getByRole('heading', { level: 3 })).toBeFocused()
    expect(await axeFindings(first, { within: 'section[aria-labelledby]' })).toEqual([])
    await first.setViewportSize({ width: 390, height: 844 })
    expect(await sidewaysScroll(first)).toBe(0)
    await first.setViewportSize({ width: 1440, height: 900 })
    await asked.getByRole('radio', { name: /My Company/ }).check()
    await asked.getByRole('button', { name: 'Save my choices' }).click()
    await expect(mine).toBeHidden()
    await expect(asked).toBeHidden()
    expect(await read(first, '/customers/bo')).toMatchObject({
      companyName: 'My Company',
      middleName: 'Mine',
      title: 'Their Title',
    })
  })

  it('who save different tabs at once do not meet at all', async () => {
    const [mine, theirs] = await Promise.all([
      edit(first, '/customers/two-homes/account', 'Edit', 'Edit account'),
      edit(second, '/customers/two-homes/addresses', 'Edit Parcels', 'Edit address Parcels'),
    ])
    await mine.getByLabel('Title').fill('Dr.')
    await theirs.getByLabel('City').fill('Lynn')
    await Promise.all([save(mine), save(theirs)])
    expect(await read(first, '/customers/two-homes')).toMatchObject({ title: 'Dr.' })
    expect(JSON.stringify(await read(first, '/customers/two-homes/addresses'))).toContain('"Lynn"')
  })

  it('who edit the same address choose, and the second is told', async () => {
    const [mine, theirs] = await bothEdit('/customers/two-homes/addresses', 'Edit Bills', 'Edit address Bills')
    await mine.getByLabel('City').fill('Cambridge')
    await theirs.getByLabel('City').fill('Brookline')
    await save(theirs)
    await mine.getByRole('button', { name: 'Save', exact: true }).click()
    const asked = activePanel(first).getByRole('region', { name: /saved this address/ })
    await asked.getByRole('radio', { name: /Brookline/ }).check()
    await asked.getByRole('button', { name: 'Save my choices' }).click()
    await expect(asked).toBeHidden()
    expect(JSON.stringify(await read(first, '/customers/two-homes/addresses'))).toContain('"Brookline"')
  })

  it('who edit the same attribute choose, and the second is told', async () => {
    const [mine, theirs] = await bothEdit('/customers/all-kinds/attributes', 'Edit', 'Edit custom attributes')
    await mine.getByLabel('Remarks').fill('Mine')
    await theirs.getByLabel('Remarks').fill('Theirs')
    await theirs.getByLabel('Cups per day').fill('7')
    await save(theirs)
    await mine.getByRole('button', { name: 'Save', exact: true }).click()
    const asked = activePanel(first).getByRole('region', { name: /saved these attributes/ })
    await asked.getByRole('radio', { name: /^Yours: Mine/ }).check()
    await asked.getByRole('button', { name: 'Save my choices' }).click()
    await expect(asked).toBeHidden()
    const values = { remarks: 'Mine', cupsPerDay: 7 }
    await expect.poll(async () => read(first, '/customers/all-kinds/attributes')).toMatchObject({ values })
  })
})
