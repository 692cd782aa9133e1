import { useEffect, useState } from 'react'
import { useCardNumber } from '#/shared/filter/use-card-number.ts'

/** How long typing pauses before it is searched for. */
const pause = 200

/** The words as they are typed, and what is searched for: a moment later, and never a card number. */
export function useSettledWords() {
  const [typed, setTyped] = useState('')
  const [settled, setSettled] = useState('')
  const card = useCardNumber(typed)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), typed === '' ? 0 : pause)
    return () => clearTimeout(timer)
  }, [typed])
  return { typed, setTyped, words: card === 'none' ? settled : '', isCardNumber: card === 'found' }
}
