import { useState, type RefCallback } from 'react'

/** Marks an element `data-before` and `data-after` while something lies beyond its left or right edge. */
function followEdges(element: HTMLElement) {
  const mark = () => {
    const left = Math.abs(element.scrollLeft)
    element.toggleAttribute('data-before', left > 1)
    element.toggleAttribute('data-after', left + element.clientWidth < element.scrollWidth - 1)
  }
  const observer = new ResizeObserver(mark)
  observer.observe(element)
  element.addEventListener('scroll', mark, { passive: true })
  return () => {
    observer.disconnect()
    element.removeEventListener('scroll', mark)
  }
}

/** Ref of a line that scrolls sideways; style its fade by the marks that the ref sets. */
export function useScrollFade(): RefCallback<HTMLElement> {
  const [ref] = useState((): RefCallback<HTMLElement> => (element) => (element ? followEdges(element) : undefined))
  return ref
}

const fade = (edges: string) => ({ maskImage: `linear-gradient(to right, ${edges})` })

/** Styles that go with `useScrollFade`. */
export const scrollFade = {
  '&[data-before]': fade('transparent, #000 32px'),
  '&[data-after]': fade('#000 calc(100% - 32px), transparent'),
  '&[data-before][data-after]': fade('transparent, #000 32px, #000 calc(100% - 32px), transparent'),
} as const
