import { cloneElement, lazy, Suspense, useId, useRef, useState, type FocusEvent, type ReactElement } from 'react'

const loadBubble = () => import('#/shared/ui/tooltip-bubble.tsx')
const TooltipBubble = lazy(async () => ({ default: (await loadBubble()).TooltipBubble }))

const openDelay = 400
/** Long enough to reach the bubble with the pointer. */
const closeDelay = 120

interface Props {
  /** Nothing for an element that needs no more words now; it stays the same one, with its focus, when they come or go. */
  text: string | undefined
  /** A press shows it too, for there is nothing else that the element does. */
  isPressable?: boolean
  /** One focusable element; the text becomes its description. */
  children: ReactElement<{ 'aria-describedby'?: string | undefined }>
}

/** More about an element, on hover and on keyboard focus; Escape hides it and the pointer may rest on it. */
export function Tooltip({ text, isPressable = false, children }: Props) {
  const id = useId()
  const host = useRef<HTMLSpanElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [isOpen, setOpen] = useState(false)
  const isShown = isOpen && text !== undefined

  const turn = (open: boolean, delay: number) => {
    clearTimeout(timer.current)
    if (delay === 0) setOpen(open)
    else timer.current = setTimeout(() => setOpen(open), delay)
  }
  const enter = () => {
    if (text !== undefined) void loadBubble()
    turn(true, openDelay)
  }
  const focus = (event: FocusEvent) => {
    if (event.target.matches(':focus-visible')) turn(true, 0)
  }

  return (
    // Only listens to what its one element reports; it is no control itself.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events
    <span
      ref={host}
      style={{ display: 'contents' }}
      onPointerEnter={enter}
      onPointerLeave={() => turn(false, closeDelay)}
      onPointerDown={() => turn(false, 0)}
      onClick={() => isPressable && turn(true, 0)}
      onFocus={focus}
      onBlur={() => turn(false, 0)}
    >
      {cloneElement(children, { 'aria-describedby': isShown ? id : children.props['aria-describedby'] })}
      {isShown ? (
        <Suspense fallback={null}>
          <TooltipBubble
            id={id}
            anchor={() => host.current?.firstElementChild ?? null}
            text={text}
            onLeave={() => turn(false, 0)}
          />
        </Suspense>
      ) : null}
    </span>
  )
}
