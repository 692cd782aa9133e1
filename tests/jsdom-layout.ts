/*
 * jsdom lays nothing out. Virtual lists need sizes to know which rows to draw: every element is as large as a window,
 * except the rows that a virtual list measures and what pops up, which must fit into the window.
 */

const viewport = { width: 1280, height: 1000 }
const rowHeight = 36

function heightOf(element: Element): number {
  if (element.hasAttribute('data-index')) return rowHeight
  return element.matches('.MuiPopover-paper') ? viewport.height / 2 : viewport.height
}

class StubResizeObserver implements ResizeObserver {
  readonly #callback: ResizeObserverCallback

  constructor(callback: ResizeObserverCallback) {
    this.#callback = callback
  }

  observe(target: Element): void {
    const size = { inlineSize: viewport.width, blockSize: heightOf(target) }
    const entry: ResizeObserverEntry = {
      target,
      contentRect: target.getBoundingClientRect(),
      borderBoxSize: [size],
      contentBoxSize: [size],
      devicePixelContentBoxSize: [size],
    }
    queueMicrotask(() => this.#callback([entry], this))
  }

  unobserve(): void {}

  disconnect(): void {}
}

/** Says of every element that it is in view. */
class StubIntersectionObserver implements IntersectionObserver {
  readonly root = null
  readonly rootMargin = '0px'
  readonly scrollMargin = '0px'
  readonly thresholds = [0]
  readonly #callback: IntersectionObserverCallback

  constructor(callback: IntersectionObserverCallback) {
    this.#callback = callback
  }

  observe(target: Element): void {
    const rect = target.getBoundingClientRect()
    const entry: IntersectionObserverEntry = {
      target,
      isIntersecting: true,
      intersectionRatio: 1,
      boundingClientRect: rect,
      intersectionRect: rect,
      rootBounds: rect,
      time: 0,
    }
    queueMicrotask(() => this.#callback([entry], this))
  }

  unobserve(): void {}

  disconnect(): void {}

  takeRecords(): IntersectionObserverEntry[] {
    return []
  }
}

/** A wide window: `min-width` queries below its width hold, `max-width` ones do not; light, and motion reduced. */
function matches(query: string): boolean {
  const { min, max } = /\((?:min-width:\s*(?<min>[\d.]+)px|max-width:\s*(?<max>[\d.]+)px)\)/.exec(query)?.groups ?? {}
  if (min !== undefined) return Number(min) <= viewport.width
  if (max !== undefined) return viewport.width <= Number(max)
  return query.includes('prefers-reduced-motion: reduce') || query.includes('prefers-color-scheme: light')
}

const matchMedia = (media: string): MediaQueryList =>
  Object.assign(new EventTarget(), {
    media,
    matches: matches(media),
    onchange: null,
    addListener: () => {},
    removeListener: () => {},
  })

const define = (target: object, name: string, attributes: PropertyDescriptor) =>
  Object.defineProperty(target, name, { configurable: true, ...attributes })

/**
 * Keeps rules out of the style sheets. jsdom reads each rule anew and tries all of them on every element that a query by
 * role looks at; that was more than a third of the time of a test. What is hidden, is hidden by attribute or inline.
 */
function dropStyles(): void {
  define(HTMLStyleElement.prototype, 'appendChild', { value: (node: Node) => node })
  define(CSSStyleSheet.prototype, 'insertRule', { value: () => 0 })
}

/** Gives jsdom what the app asks a browser for. */
export function installLayout(): void {
  dropStyles()
  const size = (name: string, of: (element: Element) => number) =>
    define(HTMLElement.prototype, name, {
      get(this: Element) {
        return of(this)
      },
    })
  size('offsetHeight', heightOf)
  size('offsetWidth', () => viewport.width)
  size('clientHeight', heightOf)
  size('clientWidth', () => viewport.width)
  define(Element.prototype, 'getBoundingClientRect', {
    value(this: Element) {
      return DOMRect.fromRect({ width: viewport.width, height: heightOf(this) })
    },
  })
  define(Element.prototype, 'scrollIntoView', { value: () => {} })
  define(Element.prototype, 'scrollTo', {
    value(this: Element, to: ScrollToOptions | number = {}, top = 0) {
      const target = typeof to === 'number' ? { left: to, top } : to
      if (target.top !== undefined) this.scrollTop = target.top
      if (target.left !== undefined) this.scrollLeft = target.left
    },
  })
  for (const [name, value] of Object.entries({
    innerWidth: viewport.width,
    innerHeight: viewport.height,
    scrollTo: () => {},
    matchMedia,
    ResizeObserver: StubResizeObserver,
    IntersectionObserver: StubIntersectionObserver,
  })) {
    define(window, name, { value, writable: true })
    define(globalThis, name, { value, writable: true })
  }
}
