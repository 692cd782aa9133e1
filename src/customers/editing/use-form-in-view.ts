import { useEffect, useRef } from 'react'

/**
 * Ref for the heading of a card with a form. Brings the card into view once: the heading at once, and as much as there is
 * room for when a field takes the focus, because the code for the form may come later.
 */
export function useFormInView() {
  const heading = useRef<HTMLHeadingElement>(null)
  const isDone = useRef(false)
  useEffect(() => {
    const card = heading.current?.parentElement
    // Showing the record again must not scroll.
    if (!card || isDone.current) return undefined
    const show = () => {
      isDone.current = true
      card.scrollIntoView({ block: 'nearest' })
    }
    if (card.contains(document.activeElement)) return show()
    heading.current?.scrollIntoView({ block: 'nearest' })
    card.addEventListener('focusin', show, { once: true })
    return () => card.removeEventListener('focusin', show)
  }, [])
  return heading
}
