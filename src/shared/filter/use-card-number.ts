import { useEffect, useState } from 'react'

/** Fewer digits are no card number, so that the check need not be loaded. */
const mayBeOne = (text: string) => (text.match(/\p{Nd}/gu)?.length ?? 0) >= 13

/** Whether a text holds the number of a payment card; not known before the check is loaded. */
export function useCardNumber(text: string): 'none' | 'found' | 'unknown' {
  const [check, setCheck] = useState<(text: string) => boolean>()
  const isWanted = mayBeOne(text)
  useEffect(() => {
    if (isWanted) {
      void import('#/contract/card-number.ts').then((module) => setCheck(() => module.holdsEvidentCardNumber))
    }
  }, [isWanted])
  if (!isWanted) return 'none'
  if (!check) return 'unknown'
  return check(text) ? 'found' : 'none'
}
