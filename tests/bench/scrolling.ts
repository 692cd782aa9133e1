import type { Page } from 'playwright'

/** Two notches of a wheel at each frame, the speed of somebody in a hurry. */
const pixelsPerFrame = 240

/** Items in something that scrolls. */
export interface ScrolledItems {
  selector: string
  /** Where to stop, for lists of which not all items are drawn: the place of an item, told by an attribute. */
  until?: { attribute: string; place: number }
}

interface Scrolled {
  isThere: boolean
  /** Milliseconds of the longest task, 0 when none took longer than the 50 from which browsers report them. */
  longestTask: number
}

/** Scrolls down through the items, a step at each frame. */
export const scrollThrough = (page: Page, items: ScrolledItems): Promise<Scrolled> =>
  page.evaluate(
    async ([{ selector, until }, step]) => {
      const scrollerOf = (element: Element | null): Element => {
        if (!element) throw new Error(`nothing scrolls around ${selector}`)
        const isScroller = element.scrollHeight > element.clientHeight && getComputedStyle(element).overflowY === 'auto'
        return isScroller ? element : scrollerOf(element.parentElement)
      }
      const scroller = scrollerOf(document.querySelector(selector))
      const last = () => [...scroller.querySelectorAll(selector)].at(-1)
      const isThere = () =>
        until
          ? Number(last()?.getAttribute(until.attribute)) >= until.place
          : scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1

      const tasks: number[] = []
      const note = (entries: PerformanceEntryList) => tasks.push(...entries.map(({ duration }) => duration))
      const observer = new PerformanceObserver((list) => note(list.getEntries()))
      observer.observe({ type: 'longtask' })
      // Where the next page is still on its way, the end is waited at.
      const latest = performance.now() + 120_000
      while (!isThere() && performance.now() < latest) {
        scroller.scrollTop += step
        await new Promise(requestAnimationFrame)
      }
      // The last task is told after it.
      await new Promise((done) => setTimeout(done, 200))
      note(observer.takeRecords())
      observer.disconnect()
      return { isThere: isThere(), longestTask: Math.max(0, ...tasks) }
    },
    [items, pixelsPerFrame] as const,
  )
