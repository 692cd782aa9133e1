import type { CDPSession, Page } from 'playwright'
import type { Measure } from '#tests/bench/measure.ts'
import { fieldsOf, listRows, rowSelector, type FoundCustomer, type Person } from '#tests/bench/person.ts'
import { timeToSee } from '#tests/bench/stopwatch.ts'

const cycles = 100

async function usedHeap(session: CDPSession): Promise<number> {
  // What is only weakly held goes with the second collection.
  for (const _ of [1, 2]) await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize / 1024 / 1024
}

async function openFromList(page: Page, { id }: FoundCustomer) {
  await page.locator(`${rowSelector} a[href^="/customers/${id}/"]`).first().click()
  await timeToSee(page, fieldsOf(id))
}

async function showList(page: Page) {
  await page.getByRole('navigation').first().getByRole('link', { name: 'Customers' }).click()
  await timeToSee(page, listRows)
}

/** Closes the record that is shown; the list comes in its place. */
async function closeShown(page: Page) {
  await page.getByRole('group', { name: 'Close open customers' }).getByRole('button').first().click()
  await timeToSee(page, listRows)
}

async function measureOpenRecords(person: Person): Promise<Measure[]> {
  const customers = await person.customers('limit=20')
  return person.visit('/customers', listRows, async (page) => {
    const session = await page.context().newCDPSession(page)
    const heapAt = new Map<number, number>()
    for (const [index, customer] of customers.entries()) {
      if (index > 0) await showList(page)
      await openFromList(page, customer)
      heapAt.set(index + 1, await usedHeap(session))
    }
    const [eight = Number.NaN, all = Number.NaN] = [heapAt.get(8), heapAt.get(customers.length)]
    return [
      { what: 'heap with 8 records open', unit: 'MiB', bar: 30, value: eight },
      { what: 'heap for each record beyond', unit: 'MiB', bar: 0.3, value: (all - eight) / (customers.length - 8) },
    ]
  })
}

async function measureCycles(person: Person): Promise<Measure[]> {
  const customers = await person.customers('limit=10')
  return person.visit('/customers', listRows, async (page) => {
    const session = await page.context().newCDPSession(page)
    const cycle = async (count: number) => {
      for (let index = 0; index < count; index++) {
        const customer = customers[index % customers.length]
        if (!customer) return
        await openFromList(page, customer)
        await closeShown(page)
      }
    }
    // Afterwards answers are cached and the engine has compiled what it uses.
    await cycle(3 * customers.length)
    const before = await usedHeap(session)
    await cycle(cycles)
    const after = await usedHeap(session)
    const what = `growth of the heap after ${cycles} times open and close`
    return [{ what, unit: '%', bar: 10, value: (after / before - 1) * 100 }]
  })
}

export const measureMemory = async (person: Person): Promise<Measure[]> => [
  ...(await measureOpenRecords(person)),
  ...(await measureCycles(person)),
]
