import type { Ref } from 'react'
import { Button } from '#/shared/ui/button.tsx'
import { Icon, type IconName } from '#/shared/ui/icon.tsx'
import { Tooltip } from '#/shared/ui/tooltip.tsx'

interface Props {
  label: string
  icon: IconName
  /** Why it cannot be done; the button stays, says so and does nothing. */
  reason: string | undefined
  onPress: () => void
  /** A press is likely: load what it needs. */
  onIntent?: () => void
  ref?: Ref<HTMLButtonElement> | undefined
}

/** A button of a section that says why, where it cannot be used. */
export function ReasonButton({ label, icon, reason, onPress, onIntent, ref }: Props) {
  return (
    <Tooltip text={reason}>
      <Button
        ref={ref}
        startIcon={<Icon name={icon} />}
        onPointerEnter={onIntent}
        onFocus={onIntent}
        onClick={reason === undefined ? onPress : undefined}
        aria-disabled={reason !== undefined}
      >
        {label}
      </Button>
    </Tooltip>
  )
}
