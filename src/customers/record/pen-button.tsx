import { Button } from '#/shared/ui/button.tsx'
import type { Ref } from 'react'
import { m } from '#/shared/i18n/generated/messages.js'
import { Icon } from '#/shared/ui/icon.tsx'
import { Tooltip } from '#/shared/ui/tooltip.tsx'

interface Props {
  /** `Edit <what>` on cards and rows; `Edit` for a whole section. */
  label?: string
  /** Why it cannot be edited; the button stays, says so and does nothing. */
  reason?: string | undefined
  onEdit: () => void
  /** Editing is likely: load what it needs. */
  onIntent?: () => void
  ref?: Ref<HTMLButtonElement> | undefined
}

/** Starts editing. */
export function PenButton({ label = m.record_account_edit(), reason, onEdit, onIntent, ref }: Props) {
  return (
    <Tooltip text={reason}>
      <Button
        ref={ref}
        startIcon={<Icon name="edit" />}
        onPointerEnter={onIntent}
        onFocus={onIntent}
        onClick={reason === undefined ? onEdit : undefined}
        aria-disabled={reason !== undefined}
      >
        {label}
      </Button>
    </Tooltip>
  )
}
