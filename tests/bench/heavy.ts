import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright'
import { addressCount, heavyId } from '#tests/bench/heavy-customer.ts'
import { withLongestWork } from '#tests/bench/longest-work.ts'
import type { Measure } from '#tests/bench/measure.ts'
import { median } from '#tests/bench/numbers.ts'
import { panelOf, type Person } from '#tests/bench/person.ts'
import { scrollThrough, type ScrolledItems } from '#tests/bench/scrolling.ts'
import { timeToSee } from '#tests/bench/stopwatch.ts'

const runs = 5
/** How long nothing more must be asked for until a tab counts as complete. */
const quiet = 1500
const ofCustomer = `/api/v1/customers/${heavyId}/`
const ofAttributes = '/api/v1/metadata/'

interface Tab {
  name: string
  /** What is asked for this tab and for no other one. */
  own: readonly string[]
  items: ScrolledItems
  /** What scrolling is called in the report, where it has a bar. */
  scrolling?: string
}

const tabs: readonly Tab[] = [
  {
    name: 'orders',
    own: [`${ofCustomer}orders`, `${ofCustomer}order-values`],
    items: {
      selector: `${panelOf(heavyId)} tbody tr[data-index]`,
      // The heading is the first row.
      until: { attribute: 'aria-rowindex', place: 5001 },
    },
    scrolling: '5,000 of 10,000 orders',
  },
  {
    name: 'addresses',
    own: [`${ofCustomer}addresses`],
    items: {
      selector: `${panelOf(heavyId)} [data-address]`,
      until: { attribute: 'aria-posinset', place: addressCount },
    },
    scrolling: '1,000 addresses',
  },
  {
    name: 'attributes',
    own: [`${ofCustomer}attributes`, `${ofAttributes}customer-attributes`, `${ofAttributes}lookups`],
    items: { selector: `${panelOf(heavyId)} dd` },
    scrolling: '200 attributes',
  },
  {
    name: 'activity',
    own: [`${ofCustomer}activities`],
    items: {
      selector: `${panelOf(heavyId)} [data-feed]`,
      // Days stand among the entries.
      until: { attribute: 'aria-posinset', place: 10_000 },
    },
    scrolling: '10,000 of 50,000 activities',
  },
  {
    name: 'account',
    own: [`${ofCustomer}status-changes`],
    items: { selector: `${panelOf(heavyId)} dd` },
  },
]

/** All nodes of the document, texts too. */
const countNodes = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document)
    let count = 1
    while (walker.nextNode()) count++
    return count
  })

interface Opened {
  paths: string[]
  nodes: { atTop: number; scrolled: number }
  longestTask: number
  longestWork: number
}

/** Opens a tab at its own address with an empty cache and scrolls through it. */
async function openAndScroll(person: Person, { name, items }: Tab): Promise<Opened> {
  const page = await person.newPage()
  try {
    const paths: string[] = []
    let lastAt = Date.now()
    page.on('request', (request) => {
      if (!request.url().includes('/api/')) return
      lastAt = Date.now()
      paths.push(new URL(request.url()).pathname)
    })
    await page.goto(`/customers/${heavyId}/${name}`)
    await timeToSee(page, { selector: items.selector, atLeast: 10 })
    while (Date.now() - lastAt < quiet) await pause(quiet)
    const opened = [...paths]
    const atTop = await countNodes(page)
    const { result, work } = await withLongestWork(page, () => scrollThrough(page, items))
    if (!result.isThere) throw new Error(`${name} could not be scrolled through`)
    const nodes = { atTop, scrolled: await countNodes(page) }
    return { paths: opened, nodes, longestTask: result.longestTask, longestWork: work }
  } finally {
    await page.context().close()
  }
}

/** Who else looks at the customer belongs to no tab. */
const isOfATab = (path: string) =>
  (path.startsWith(ofCustomer) && !path.includes('/presence')) || path.startsWith(ofAttributes)

function measuresOf(tab: Tab, opened: readonly Opened[]): Measure[] {
  const { name, own, scrolling } = tab
  const most = (of: (one: Opened) => number) => Math.max(...opened.map(of))
  const others = new Set(opened.flatMap(({ paths }) => paths).filter((path) => isOfATab(path) && !own.includes(path)))
  const tasks = opened.map(({ longestTask }) => Math.round(longestTask))
  const works = opened.map(({ longestWork }) => Math.round(longestWork))
  const of = `heavy customer, ${name}`
  return [
    { what: `${of}: requests when opened`, unit: 'requests', value: most(({ paths }) => paths.length) },
    {
      what: `${of}: requests for other tabs`,
      unit: 'requests',
      bar: 0,
      value: others.size,
      ...(others.size > 0 ? { note: [...others].join(', ') } : {}),
    },
    { what: `${of}: nodes at the top`, unit: 'nodes', bar: 3000, value: most(({ nodes }) => nodes.atTop) },
    { what: `${of}: nodes after scrolling`, unit: 'nodes', bar: 3000, value: most(({ nodes }) => nodes.scrolled) },
    ...(scrolling === undefined
      ? []
      : [
          {
            what: `longest task while scrolling ${scrolling}, median of ${runs}`,
            unit: 'ms' as const,
            bar: 50,
            value: median(tasks),
            note: `0: none over 50 ms; runs: ${tasks.join(', ')}`,
          },
          {
            what: `most processor time of a task while scrolling ${scrolling}, median of ${runs}`,
            unit: 'ms' as const,
            bar: 50,
            value: median(works),
            note: `runs: ${works.join(', ')}`,
          },
        ]),
  ]
}

/** The customer with 10,000 orders, 1,000 addresses, 200 attributes and 50,000 activities, tab by tab. */
export async function measureHeavyCustomer(person: Person): Promise<Measure[]> {
  const measures: Measure[] = []
  for (const tab of tabs) {
    const opened: Opened[] = []
    for (let run = 0; run < (tab.scrolling === undefined ? 1 : runs); run++) {
      opened.push(await openAndScroll(person, tab))
    }
    measures.push(...measuresOf(tab, opened))
  }
  return measures
}
