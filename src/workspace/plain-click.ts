import type { MouseEvent } from 'react'

/** A click that goes to a place in this window; everything else is left to the browser. */
export const isPlainClick = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
