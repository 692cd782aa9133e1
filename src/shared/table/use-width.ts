import { useLayoutEffect, useState, type RefObject } from 'react'

const known = (width: number) => (width === 0 ? Number.POSITIVE_INFINITY : width)

/**
 * What `read` makes of the width of an element, rendered again only when that changes. Begins with the width of the
 * page, and stands still while the element is hidden; without layout the width counts as endless.
 */
export function useWidth<T extends string | number>(
  element: RefObject<HTMLElement | null>,
  read: (width: number) => T,
): T {
  const [value, setValue] = useState(() => read(known(document.documentElement.clientWidth)))

  useLayoutEffect(() => {
    const watched = element.current
    if (!watched || typeof ResizeObserver === 'undefined') return undefined
    const update = () => {
      if (watched.clientWidth > 0) setValue(read(watched.clientWidth))
    }
    update()
    const observer = new ResizeObserver(update)
    observer.observe(watched)
    return () => observer.disconnect()
  }, [element, read])

  return value
}
