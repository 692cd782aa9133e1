import { styled } from '@mui/material/styles'
import { useId } from 'react'
import { useController, type Control } from 'react-hook-form'
import type { CustomerStatus } from '#/contract/customers.ts'
import { FieldError } from '#/shared/form/field-frame.tsx'
import { customerCodeLabel } from '#/shared/format/customer-code-label.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { sizes, touch } from '#/shared/theme/tokens.ts'
import { StatusBadge } from '#/shared/ui/status-badge.tsx'
import { customerStatusTones } from '#/shared/ui/status-tones.ts'

export interface StatusValues {
  to: CustomerStatus | ''
  reason: string
  comment: string
}

const Group = styled('fieldset')({
  border: 0,
  margin: 0,
  padding: 0,
  minWidth: 0,
  '& > legend': { ...type.table, padding: 0, color: color.secondary },
  '& > label': {
    display: 'flex',
    alignItems: 'start',
    gap: 8,
    minHeight: sizes.control,
    padding: '6px 0',
    cursor: 'pointer',
    [touch]: { minHeight: sizes.controlTouch },
  },
  '& input': { flex: 'none', width: 16, height: 16, margin: '2px 0 0' },
  '& small': { ...type.meta, display: 'block', color: color.secondary },
})

const effects: Record<CustomerStatus, () => string> = {
  active: m.account_effect_active,
  inactive: m.account_effect_inactive,
  blocked: m.account_effect_blocked,
  requiresApproval: m.account_effect_requires_approval,
}

interface Props {
  control: Control<StatusValues>
  allowed: readonly CustomerStatus[]
}

/** The statuses that the present one can be changed to, with what each means for the customer. */
export function StatusChoice({ control, allowed }: Props) {
  const id = useId()
  const {
    field: { ref, value, onChange },
    fieldState: { error },
  } = useController({ control, name: 'to' })
  return (
    <Group
      role="radiogroup"
      aria-required="true"
      aria-invalid={error !== undefined}
      aria-describedby={error && `${id}-error`}
    >
      <legend>{m.account_new_status()}</legend>
      {allowed.map((status, index) => (
        <label key={status}>
          <input
            ref={index === 0 ? ref : undefined}
            type="radio"
            name={id}
            aria-label={customerCodeLabel('customerStatus', status)}
            aria-describedby={`${id}-${status}`}
            checked={value === status}
            onChange={() => onChange(status)}
          />
          <span>
            <StatusBadge tone={customerStatusTones[status]}>{customerCodeLabel('customerStatus', status)}</StatusBadge>
            <small id={`${id}-${status}`}>{effects[status]()}</small>
          </span>
        </label>
      ))}
      <FieldError id={id} error={error} />
    </Group>
  )
}
