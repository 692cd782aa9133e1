import type { Page } from 'playwright'
import type { Measure } from '#tests/bench/measure.ts'
import { median, quantile, shuffled } from '#tests/bench/numbers.ts'
import { addressOf, fieldsOf, listRows, rowSelector, type FoundCustomer, type Person } from '#tests/bench/person.ts'
import { timeFrom, timeToSee } from '#tests/bench/stopwatch.ts'

const times = (count: number) => Array.from({ length: count }, (_, index) => index)

/** Opens the list with an empty cache. */
export async function measureColdStart(person: Person): Promise<Measure[]> {
  const rows: number[] = []
  const paints: number[] = []
  for (const _ of times(9)) {
    const page = await person.newPage()
    await page.goto('/customers', { waitUntil: 'commit' })
    rows.push(await timeToSee(page, listRows))
    paints.push(
      await page.evaluate(() => performance.getEntriesByName('first-paint')[0]?.startTime ?? Number.POSITIVE_INFINITY),
    )
    await page.context().close()
  }
  return [
    { what: 'cold start to list rows', unit: 'ms', bar: 450, value: median(rows) },
    { what: 'cold start to first paint', unit: 'ms', bar: 300, value: median(paints) },
  ]
}

/** Customers whose whole number finds only them, while without its last sign it finds several. */
async function searchTargets(person: Person): Promise<FoundCustomer[]> {
  const found: FoundCustomer[] = []
  for (const customer of await person.customers('limit=120&sort=-registeredAt')) {
    const { customerNumber } = customer
    const [one, several] = await Promise.all(
      [customerNumber, customerNumber.slice(0, -1)].map((words) => person.customers(`q=${encodeURIComponent(words)}`)),
    )
    if (one?.length === 1 && several && several.length > 1) found.push(customer)
    if (found.length === 9) break
  }
  return found
}

/** Types the number of a customer at the speed of a quick person. */
export async function measureSearch(person: Person): Promise<Measure[]> {
  const targets = await searchTargets(person)
  const values = await person.visit('/customers', listRows, async (page) => {
    const box = page.getByRole('searchbox', { name: 'Search customers' })
    const found: number[] = []
    for (const { customerNumber } of targets) {
      await box.fill('')
      await timeToSee(page, listRows)
      await box.focus()
      const sight = { selector: rowSelector, atMost: 1, text: customerNumber }
      found.push(await timeFrom(page, 'keydown', sight, () => page.keyboard.type(customerNumber, { delay: 90 })))
    }
    return found
  })
  return [{ what: 'last key of a search to filtered rows', unit: 'ms', bar: 150, value: median(values) }]
}

const showList = async (page: Page) => {
  await page.getByRole('navigation').first().getByRole('link', { name: 'Customers' }).click()
  await timeToSee(page, listRows)
}

/** Opens customers from the list, each for the first time. */
export async function measureFirstOpen(person: Person): Promise<Measure[]> {
  const values = await person.visit('/customers', listRows, async (page) => {
    const customers = (await person.customers('limit=12')).slice(0, 12)
    const found: number[] = []
    for (const { id } of customers) {
      const link = page.locator(`${rowSelector} a[href^="/customers/${id}/"]`).first()
      found.push(await timeFrom(page, 'click', fieldsOf(id), () => link.click()))
      await showList(page)
    }
    return found
  })
  return [
    { what: 'open a record for the first time to its fields', unit: 'ms', bar: 100, value: median(values) },
    { what: 'the same, the first one after the start', unit: 'ms', value: values[0] ?? Number.NaN },
  ]
}

/** Presses the tabs of 30 open records in a mixed order. */
export async function measureSwitching(person: Person): Promise<Measure[]> {
  const customers = await person.customers('limit=30')
  const [first] = customers
  if (!first) throw new Error('there are no customers')
  const order = [...customers, ...[1, 2, 3].flatMap((round) => shuffled(customers, round))]
  const values = await person.visit(addressOf(customers), fieldsOf(first.id), async (page) => {
    const found: number[] = []
    let shown = first.id
    for (const { id } of order) {
      if (id === shown) continue
      const tab = page.locator(`[role="tab"][data-record="${id}"]`)
      found.push(await timeFrom(page, 'click', fieldsOf(id), () => tab.click()))
      shown = id
    }
    return found
  })
  // The first round shows each of them for the first time.
  const switches = values.slice(customers.length - 1)
  return [
    { what: 'switch between 30 open records, p50', unit: 'ms', bar: 33, value: median(switches) },
    { what: 'switch between 30 open records, p95', unit: 'ms', bar: 60, value: quantile(switches, 0.95) },
  ]
}
