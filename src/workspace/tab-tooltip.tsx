import { lazy, Suspense, useEffect, useRef, useState, type FocusEvent, type PointerEvent } from 'react'
import { useRecordTitles } from '#/workspace/record-titles.tsx'

const loadBubble = () => import('#/shared/ui/tooltip-bubble.tsx')
const TooltipBubble = lazy(async () => ({ default: (await loadBubble()).TooltipBubble }))

const openDelay = 400
/** Long enough to reach the bubble with the pointer. */
const closeDelay = 120

const tabOf = ({ target }: { target: EventTarget }) =>
  target instanceof Element ? target.closest<HTMLElement>('[role="tab"][data-record]') : null

const isBubble = (target: EventTarget) => target instanceof Element && target.closest('[role="tooltip"]') !== null

/** One tooltip for all tabs of a strip: what they report, and where it stands. */
export function useTabTooltip() {
  const [tab, setTab] = useState<HTMLElement | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const turn = (to: HTMLElement | null, delay: number) => {
    clearTimeout(timer.current)
    if (delay === 0) setTab(to)
    else timer.current = setTimeout(() => setTab(to), delay)
  }
  const hide = () => turn(null, 0)

  const events = {
    onPointerOver: (event: PointerEvent) => {
      const over = tabOf(event)
      if (event.pointerType === 'touch' || event.buttons > 0) return
      if (over) void loadBubble()
      // From tab to tab it follows at once.
      if (over && over !== tab) turn(over, tab ? closeDelay : openDelay)
      else if (over || isBubble(event.target)) turn(tab, closeDelay)
    },
    onPointerLeave: () => turn(null, closeDelay),
    onPointerDown: hide,
    onFocus: (event: FocusEvent) => {
      const focused = tabOf(event)
      if (focused?.matches(':focus-visible')) turn(focused, 0)
    },
    onBlur: hide,
  }
  return { tab, events, hide }
}

/** Full name and number of the record of a tab. The tab's own description says the same to assistive technology. */
export function TabTooltip({ tab, onLeave }: { tab: HTMLElement | null; onLeave: () => void }) {
  const titles = useRecordTitles()
  const id = tab?.isConnected ? tab.dataset['record'] : undefined
  const title = id === undefined ? undefined : titles.get(id)
  if (id === undefined || !title) return null
  return (
    <Suspense fallback={null}>
      <TooltipBubble
        id="tab-tooltip"
        anchor={() => tab}
        onLeave={onLeave}
        text={[title.name, title.number, title.mark?.text].filter(Boolean).join('\n')}
      />
    </Suspense>
  )
}
