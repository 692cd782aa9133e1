import { useEffect, useState } from 'react'

/** The value once it has stood still for so many milliseconds: a search sends what was typed, not each key. */
export function useSettled<T>(value: T, delay: number): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), delay)
    return () => clearTimeout(timer)
  }, [value, delay])
  return settled
}
