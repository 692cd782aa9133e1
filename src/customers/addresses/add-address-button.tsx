import type { Ref } from 'react'
import { m } from '#/shared/i18n/generated/messages.js'
import { Button } from '#/shared/ui/button.tsx'
import { Icon } from '#/shared/ui/icon.tsx'
import { Tooltip } from '#/shared/ui/tooltip.tsx'

interface Props {
  /** Why none may be added; the button stays, says so and does nothing. */
  reason: string | undefined
  onAdd: () => void
  onIntent: () => void
  ref?: Ref<HTMLButtonElement>
}

/** Opens the form of a new address. */
export function AddAddressButton({ reason, onAdd, onIntent, ref }: Props) {
  return (
    <Tooltip text={reason}>
      <Button
        ref={ref}
        startIcon={<Icon name="plus" />}
        aria-disabled={reason !== undefined}
        onPointerEnter={onIntent}
        onFocus={onIntent}
        onClick={reason === undefined ? onAdd : undefined}
      >
        {m.addresses_add()}
      </Button>
    </Tooltip>
  )
}
