import { useLocation, useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useCardNumber } from '#/shared/filter/use-card-number.ts'

const isText = ({ key, altKey, ctrlKey, metaKey }: KeyboardEvent) => key !== 'Enter' && !altKey && !ctrlKey && !metaKey

interface ListWords {
  typed: string
  setTyped: (words: string) => void
  /** What is searched for and kept: nothing while a card number is typed. */
  words: string
  isCardNumber: boolean
}

/**
 * The words searched for: shown and searched at once, and written into the history entry (never into the address) when
 * typing pauses and before anything else is done, so that Back, reload and the way back from a record find them.
 */
export function useListWords(): ListWords {
  const router = useRouter()
  const stored = useLocation({ select: (location) => location.state.words ?? '' })
  const [typed, setTyped] = useState(stored)
  const card = useCardNumber(typed)
  const words = card === 'none' ? typed : ''
  const [seen, setSeen] = useState(stored)
  const [kept, setKept] = useState(stored)
  if (seen !== stored) {
    setSeen(stored)
    // Another entry of the history is shown. When our own words arrive there, typing may have gone on.
    if (stored !== kept) setTyped(stored)
  }
  useEffect(() => {
    if (words === stored) return undefined
    const keep = () => {
      stop()
      setKept(words)
      const { href, state } = router.history.location
      router.history.replace(href, { ...state, words })
      // A push in the same moment would swallow it.
      router.history.flush()
    }
    const keepBefore = (event: Event) => {
      if (!(event instanceof KeyboardEvent) || !isText(event)) keep()
    }
    const timer = setTimeout(keep, 250)
    const stop = () => {
      clearTimeout(timer)
      window.removeEventListener('pointerdown', keepBefore, true)
      window.removeEventListener('keydown', keepBefore, true)
    }
    window.addEventListener('pointerdown', keepBefore, true)
    window.addEventListener('keydown', keepBefore, true)
    return stop
  }, [router, words, stored])
  return { typed, setTyped, words, isCardNumber: card === 'found' }
}
