import { useEffect, useRef } from 'react'

/** The pen of a card, which takes the focus once when its form is left. */
export function usePenFocus(takesFocus: boolean, onFocused: () => void) {
  const pen = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!takesFocus) return
    pen.current?.focus()
    onFocused()
  }, [takesFocus, onFocused])
  return pen
}
