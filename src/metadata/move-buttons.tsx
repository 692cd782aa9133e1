import { useLayoutEffect, useRef } from 'react'
import { m } from '#/shared/i18n/generated/messages.js'
import { IconButton } from '#/shared/ui/icon-button.tsx'

interface Props {
  /** What moves, as people know it. */
  what: string
  index: number
  count: number
  onMove: (to: number) => void
}

/** Moves a row among its likes. The focus goes with it: putting an element elsewhere takes the focus away. */
export function MoveButtons({ what, index, count, onMove }: Props) {
  const pressed = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => {
    if (!pressed.current || document.activeElement !== document.body) return
    pressed.current.focus()
    pressed.current = null
  })
  const button = (by: 1 | -1, label: string, isEnd: boolean) => (
    <IconButton
      icon={by === 1 ? 'chevronDown' : 'chevronUp'}
      label={label}
      aria-disabled={isEnd}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget) pressed.current = null
      }}
      onClick={({ currentTarget }) => {
        if (isEnd) return
        pressed.current = currentTarget
        onMove(index + by)
      }}
    />
  )
  return (
    <>
      {button(-1, m.metadata_move_up({ what }), index === 0)}
      {button(1, m.metadata_move_down({ what }), index === count - 1)}
    </>
  )
}
