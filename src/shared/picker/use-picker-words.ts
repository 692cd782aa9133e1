import { useEffect, useState } from 'react'
import { useCardNumber } from '#/shared/filter/use-card-number.ts'
import { plainWords } from '#/shared/picker/plain-words.ts'

/** Milliseconds that typing stands still before a search is sent. */
const pause = 200

/** What a picker searches for: what was typed, not each key; nothing while the number of a payment card is typed. */
export function usePickerWords(typed: string): string {
  const [settled, setSettled] = useState(typed)
  const card = useCardNumber(typed)
  const settledCard = useCardNumber(settled)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), pause)
    return () => clearTimeout(timer)
  }, [typed])
  return card === 'none' && settledCard === 'none' ? plainWords(settled) : ''
}
