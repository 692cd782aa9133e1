import Popper from '@mui/material/Popper'
import { styled } from '@mui/material/styles'
import { useEffect, useEffectEvent, useRef } from 'react'
import { color, shadow, type } from '#/shared/theme/color.ts'

const Bubble = styled('div')({
  ...type.meta,
  maxWidth: 320,
  margin: 6,
  padding: '4px 8px',
  borderRadius: 4,
  color: color.surface,
  backgroundColor: color.text,
  boxShadow: shadow.menu,
  overflowWrap: 'anywhere',
  whiteSpace: 'pre-line',
})

interface Props {
  id: string
  text: string
  anchor: () => Element | null
  /** Escape was pressed, wherever the focus is, or something else was touched. */
  onLeave?: () => void
}

/** The loaded part of `Tooltip`. */
export function TooltipBubble({ id, text, anchor, onLeave }: Props) {
  const bubble = useRef<HTMLDivElement>(null)
  const leave = useEffectEvent((event: Event) => {
    const { target } = event
    const isOwn = target instanceof Node && (bubble.current?.contains(target) || anchor()?.contains(target))
    if (event instanceof KeyboardEvent ? event.key === 'Escape' : !isOwn) onLeave?.()
  })
  useEffect(() => {
    const listen = (event: Event) => leave(event)
    document.addEventListener('keydown', listen, true)
    document.addEventListener('pointerdown', listen)
    return () => {
      document.removeEventListener('keydown', listen, true)
      document.removeEventListener('pointerdown', listen)
    }
  }, [])
  return (
    <Popper
      open
      id={id}
      role="tooltip"
      anchorEl={() => anchor() ?? document.body}
      placement="top"
      sx={{ zIndex: 1500 }}
    >
      <Bubble ref={bubble}>{text}</Bubble>
    </Popper>
  )
}
