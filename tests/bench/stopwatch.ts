import type { Page } from 'playwright'

/** What must be seen: so many visible elements, the first of them with this text in it. */
export interface Sight {
  selector: string
  atLeast?: number
  atMost?: number
  text?: string
}

interface Stopwatch {
  /** Milliseconds of the page at which the sight was painted: found in one frame, stamped in the next. */
  seen: (sight: Sight) => Promise<number>
  /** Milliseconds from the last event of a kind to the sight. */
  since: (event: 'click' | 'keydown', sight: Sight) => void
  took: Promise<number>
}

declare global {
  interface Window {
    stopwatch: Stopwatch
  }
}

/** Runs in the page, before anything else there. */
function install() {
  const isSeen = ({ selector, atLeast = 1, atMost = Infinity, text = '' }: Sight) => {
    const found = [...document.querySelectorAll(selector)].filter((element) => element.getClientRects().length > 0)
    return found.length >= atLeast && found.length <= atMost && (found[0]?.textContent.includes(text) ?? false)
  }
  const seen = (sight: Sight) =>
    new Promise<number>((tell) => {
      const look = () => requestAnimationFrame(isSeen(sight) ? () => tell(performance.now()) : look)
      look()
    })
  window.stopwatch = {
    seen,
    since: (event, sight) => {
      let last = 0
      let isLooking = false
      const listening = new AbortController()
      window.stopwatch.took = new Promise((tell) => {
        const look = async () => {
          const at = await seen(sight)
          listening.abort()
          tell(at - last)
        }
        const note = ({ timeStamp }: Event) => {
          last = timeStamp
          if (!isLooking) void look()
          isLooking = true
        }
        addEventListener(event, note, { capture: true, signal: listening.signal })
      })
    },
    took: Promise.resolve(0),
  }
}

export const withStopwatch = async (page: Page): Promise<Page> => {
  page.setDefaultTimeout(30_000)
  await page.addInitScript(install)
  return page
}

/** Milliseconds from the start of the navigation to the sight. */
export const timeToSee = (page: Page, sight: Sight): Promise<number> =>
  page.evaluate((wanted) => window.stopwatch.seen(wanted), sight)

/** Milliseconds from the last event of a kind in what is done to the sight. */
export async function timeFrom(
  page: Page,
  event: 'click' | 'keydown',
  sight: Sight,
  act: () => Promise<void>,
): Promise<number> {
  await page.evaluate(([kind, wanted]) => window.stopwatch.since(kind, wanted), [event, sight] as const)
  await act()
  return page.evaluate(() => window.stopwatch.took)
}
