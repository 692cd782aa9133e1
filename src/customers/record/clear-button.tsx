import type { ComponentProps } from 'react'
import { Button } from '#/shared/ui/button.tsx'

/** A button that goes with what it clears: the section around it takes the focus. */
export function ClearButton({ onClick, ...rest }: ComponentProps<typeof Button>) {
  return (
    <Button
      {...rest}
      onClick={(event) => {
        event.currentTarget.closest<HTMLElement>('[role="tabpanel"]')?.focus({ preventScroll: true })
        onClick?.(event)
      }}
    />
  )
}
