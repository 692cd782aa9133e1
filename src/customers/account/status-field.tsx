import { styled } from '@mui/material/styles'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import type { Customer } from '#/contract/customers.ts'
import { statusChangesQuery } from '#/customers/account/status-changes.ts'
import type { StatusHistoryProps } from '#/customers/account/status-history.tsx'
import { useSubject } from '#/customers/record/use-subject.ts'
import { codeLabel } from '#/shared/format/code-label.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { Button } from '#/shared/ui/button.tsx'
import { Field } from '#/shared/ui/field-list.tsx'
import { lazyPart } from '#/shared/ui/lazy-part.tsx'
import { StatusBadge } from '#/shared/ui/status-badge.tsx'
import { customerStatusTones } from '#/shared/ui/status-tones.ts'

const history = lazyPart<StatusHistoryProps>(
  async () => (await import('#/customers/account/status-history.tsx')).StatusHistory,
)

const Line = styled('span')({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8 })

/** The status; with the way to its history once there was a change. */
export function StatusField({ customer }: { customer: Customer }) {
  const [isOpen, setOpen] = useState(false)
  const subject = useSubject(customer.id)
  const { data } = useInfiniteQuery(statusChangesQuery(customer.id))
  const hasHistory = (data?.pages[0]?.items.length ?? 0) > 0
  return (
    <Field label={m.record_field_status()}>
      <Line>
        <StatusBadge tone={customerStatusTones[customer.status]}>
          {codeLabel('customerStatus', customer.status)}
        </StatusBadge>
        {hasHistory ? (
          <Button
            size="small"
            aria-haspopup="dialog"
            onPointerEnter={history.preload}
            onFocus={history.preload}
            onClick={() => setOpen(true)}
          >
            {m.account_status_details()}
          </Button>
        ) : null}
      </Line>
      <Suspense fallback={null}>
        {isOpen ? <history.Body customerId={customer.id} subject={subject} onClose={() => setOpen(false)} /> : null}
      </Suspense>
    </Field>
  )
}
