import type { Page } from 'playwright'

interface TraceEvent {
  name: string
  pid: number
  tid: number
  /** Microseconds on a processor. */
  tdur?: number
  args?: { name?: string }
}

const categories = ['__metadata', 'disabled-by-default-devtools.timeline']

/**
 * Does something in a page; answers how it went, and the most milliseconds that one task of the page spent on a
 * processor meanwhile. Other than the time by the clock they are the same while other programs are busy.
 */
export async function withLongestWork<T>(page: Page, act: () => Promise<T>): Promise<{ result: T; work: number }> {
  const client = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  client.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])))
  const complete = new Promise((resolve) => {
    client.once('Tracing.tracingComplete', resolve)
  })
  await client.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: categories },
  })
  const result = await act()
  await client.send('Tracing.end')
  await complete
  await client.detach()
  return { result, work: Math.max(0, ...tasksOfPages(events)) }
}

function tasksOfPages(events: readonly TraceEvent[]): number[] {
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid}.${tid}`
  const pages = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(threadOf),
  )
  return events
    .filter((event) => event.name === 'RunTask' && pages.has(threadOf(event)))
    .map(({ tdur = 0 }) => tdur / 1000)
}
