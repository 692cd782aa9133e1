import type { Measure } from '#tests/bench/measure.ts'
import { median, quantile } from '#tests/bench/numbers.ts'
import { fieldsOf, panelOf, type Person } from '#tests/bench/person.ts'

const rounds = 40

/** Runs in the page: saves a first name; gives when it was answered, by the clock. */
async function save({ path, firstName }: { path: string; firstName: string }): Promise<number> {
  const etag = (await fetch(path)).headers.get('etag') ?? ''
  const answer = await fetch(path, {
    method: 'PATCH',
    headers: { 'content-type': 'application/merge-patch+json', 'if-match': etag },
    body: JSON.stringify({ firstName }),
  })
  if (!answer.ok) throw new Error(`the save was refused: ${answer.status}`)
  return performance.timeOrigin + performance.now()
}

/** From the answer to a save until another window shows it. */
export async function measureNews(person: Person): Promise<Measure[]> {
  const [customer] = await person.customers('limit=1')
  if (!customer) throw new Error('there are no customers')
  const path = `/api/v1/customers/${customer.id}`
  const values = await person.visit(`/customers/${customer.id}/account`, fieldsOf(customer.id), async (reader) => {
    const writer = await person.newPage()
    await writer.goto('/orders')
    const found: number[] = []
    for (let round = 0; round < rounds; round++) {
      const name = `Round${round}x`
      const sight = { selector: `${panelOf(customer.id)} h1`, text: name }
      const [saved, shown] = await Promise.all([
        writer.evaluate(save, { path, firstName: name }),
        reader.evaluate(async (wanted) => performance.timeOrigin + (await window.stopwatch.seen(wanted)), sight),
      ])
      found.push(shown - saved)
    }
    await writer.context().close()
    return found
  })
  return [
    { what: 'a save until another window shows it, p50', unit: 'ms', value: median(values) },
    { what: 'a save until another window shows it, p95', unit: 'ms', bar: 500, value: quantile(values, 0.95) },
  ]
}
