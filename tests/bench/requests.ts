import { setTimeout as pause } from 'node:timers/promises'
import type { Measure } from '#tests/bench/measure.ts'
import { addressOf, fieldsOf, type Person } from '#tests/bench/person.ts'
import { timeToSee } from '#tests/bench/stopwatch.ts'

/** How long nothing more must be asked for until a page counts as complete. */
const quiet = 1500

async function requestsAfterReload(person: Person, open: number): Promise<string[]> {
  const customers = await person.customers(`limit=${open}`)
  const [shown] = customers
  if (!shown) throw new Error('there are no customers')
  return person.visit(addressOf(customers), fieldsOf(shown.id), async (page) => {
    let asked: string[] = []
    let lastAt = 0
    page.on('request', (request) => {
      if (!request.url().includes('/api/')) return
      lastAt = Date.now()
      asked.push(new URL(request.url()).pathname)
    })
    while (Date.now() - lastAt < quiet) await pause(quiet)
    asked = []
    await page.reload()
    await timeToSee(page, fieldsOf(shown.id))
    while (Date.now() - lastAt < quiet) await pause(quiet)
    return asked
  })
}

/** Calls of the API after a reload with 30 records open; with one open is the bar. */
export async function measureRequests(person: Person): Promise<Measure[]> {
  const [one, many] = [await requestsAfterReload(person, 1), await requestsAfterReload(person, 30)]
  return [
    {
      what: 'requests after reload with 30 open (bar: with 1 open)',
      unit: 'requests',
      bar: one.length,
      value: many.length,
    },
  ]
}
