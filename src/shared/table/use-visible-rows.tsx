import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useState,
  useSyncExternalStore,
  type ReactNode,
  type RefObject,
} from 'react'
import type { FollowerProps } from '#/shared/table/scroll-follower.tsx'
import { plainRange, type VisibleRange } from '#/shared/table/visible-range.ts'

/** Fewer rows than this are simply all there. */
export const virtualFrom = 50

type Follower = (props: FollowerProps) => ReactNode
type Measure = (row: HTMLTableRowElement | null) => void

let loaded: Follower | undefined

/** Loads what makes long tables follow their scroll position. */
export async function loadScrollFollower(): Promise<Follower> {
  loaded ??= (await import('#/shared/table/scroll-follower.tsx')).ScrollFollower
  return loaded
}

interface Options<Row> {
  scroller: RefObject<HTMLDivElement | null>
  rows: readonly Row[]
  rowKey: (row: Row) => string
  isVirtual: boolean
  /** Exact height of a row, or the guess for cards, which are measured. */
  rowHeight: number
  initialOffset: number
}

interface VisibleRows {
  range: VisibleRange
  measure: Measure | undefined
  /** To be rendered somewhere in the table. */
  follower: ReactNode
}

/** Which rows to render now. */
export function useVisibleRows<Row>(options: Options<Row>): VisibleRows {
  const { scroller, rows, rowKey, isVirtual, rowHeight, initialOffset } = options
  const Follow = useFollower(isVirtual)
  const isPrinting = useIsPrinting()
  const [followed, setFollowed] = useState<{ range: VisibleRange; measure: Measure }>()
  const onRange = useCallback((range: VisibleRange, measure: Measure) => setFollowed({ range, measure }), [])

  // Before the follower, which begins where the table is then.
  useLayoutEffect(() => {
    if (isVirtual && initialOffset > 0 && scroller.current) scroller.current.scrollTop = initialOffset
    // oxlint-disable-next-line react/exhaustive-deps -- once, as soon as there are rows
  }, [isVirtual])

  const all = { start: 0, end: rows.length, before: 0, after: 0 }
  if (!isVirtual || Follow === 'failed') return { range: all, measure: undefined, follower: null }
  const keyOf = (index: number) => {
    const row = rows[index]
    return row === undefined ? index : rowKey(row)
  }
  return {
    range: isPrinting ? all : (followed?.range ?? plainRange(rows.length, rowHeight, initialOffset)),
    measure: followed?.measure,
    follower: Follow ? (
      <Follow {...{ scroller, count: rows.length, initialOffset, rowHeight, keyOf, onRange }} />
    ) : null,
  }
}

/** The paper has room for every row. */
let isPrinting = false

function watchPrinting(changed: () => void) {
  const watching = new AbortController()
  for (const moment of ['beforeprint', 'afterprint']) {
    const turn = () => {
      isPrinting = moment === 'beforeprint'
      changed()
    }
    window.addEventListener(moment, turn, { signal: watching.signal })
  }
  return () => watching.abort()
}

const useIsPrinting = () => useSyncExternalStore(watchPrinting, () => isPrinting)

/** The follower, once there is something to follow and the first rows are painted; without it all rows are shown. */
function useFollower(isWanted: boolean): Follower | 'failed' | undefined {
  const [follower, setFollower] = useState<{ current: Follower | 'failed' | undefined }>({ current: loaded })
  useEffect(() => {
    if (!isWanted || follower.current) return
    void loadScrollFollower().then(
      (current) => setFollower({ current }),
      () => setFollower({ current: 'failed' }),
    )
  }, [isWanted, follower])
  return follower.current
}
