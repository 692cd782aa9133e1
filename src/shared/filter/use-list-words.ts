import { useLocation, useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'

/**
 * The words searched for: shown and searched at once, and written into the history entry (never into the address) when
 * typing pauses, so that Back, reload and the way back from a record find them.
 */
export function useListWords(): [string, (words: string) => void] {
  const router = useRouter()
  const stored = useLocation({ select: (location) => location.state.words ?? '' })
  const [words, setWords] = useState(stored)
  const [seen, setSeen] = useState(stored)
  if (seen !== stored) {
    // Another entry of the history is shown, or our own words arrived there.
    setSeen(stored)
    setWords(stored)
  }
  useEffect(() => {
    if (words === stored) return undefined
    const timer = setTimeout(() => {
      const { href, state } = router.history.location
      router.history.replace(href, { ...state, words })
    }, 250)
    return () => clearTimeout(timer)
  }, [router, words, stored])
  return [words, setWords]
}
