import { styled } from '@mui/material/styles'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { Customer } from '#/contract/customers.ts'
import { statusChangesQuery } from '#/customers/account/status-changes.ts'
import { StatusDetails } from '#/customers/account/status-details.tsx'
import { codeLabel } from '#/shared/format/code-label.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { Field } from '#/shared/ui/field-list.tsx'
import { StatusBadge } from '#/shared/ui/status-badge.tsx'
import { customerStatusTones } from '#/shared/ui/status-tones.ts'

const Line = styled('span')({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8 })

/** The status; with the way to its history once there was a change. */
export function StatusField({ customer }: { customer: Customer }) {
  const { data } = useInfiniteQuery(statusChangesQuery(customer.id))
  const hasHistory = (data?.pages[0]?.items.length ?? 0) > 0
  return (
    <Field label={m.record_field_status()}>
      <Line>
        <StatusBadge tone={customerStatusTones[customer.status]}>
          {codeLabel('customerStatus', customer.status)}
        </StatusBadge>
        {hasHistory ? <StatusDetails customerId={customer.id} /> : null}
      </Line>
    </Field>
  )
}
