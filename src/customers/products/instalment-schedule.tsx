import { styled } from '@mui/material/styles'
import type { InstalmentPurchase } from '#/contract/instalment-purchases.ts'
import { formatMoney } from '#/shared/format/format-money.ts'
import { formatLocalDate } from '#/shared/format/format-time.ts'
import { localToday } from '#/shared/format/local-time.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { StatusBadge } from '#/shared/ui/status-badge.tsx'

const Table = styled('table')({
  ...type.table,
  width: '100%',
  maxWidth: 560,
  borderCollapse: 'collapse',
  fontVariantNumeric: 'tabular-nums',
  '& th, & td': { padding: '4px 12px 4px 0', textAlign: 'start', borderBottom: `1px solid ${color.hairline}` },
  '& thead th': { fontWeight: 500, color: color.secondary },
  '& tbody th': { fontWeight: 'inherit' },
  '& [data-align="end"]': { textAlign: 'end', paddingRight: 24 },
  // A table also where the one around it is drawn as cards, which dresses all that is in it.
  '& thead': { position: 'static !important', clipPath: 'none !important' },
  '& tbody': { display: 'table-row-group !important' },
  '& tbody th, & tbody td': {
    ...type.table,
    display: 'table-cell !important',
    padding: '4px 12px 4px 0 !important',
    fontWeight: '400 !important',
  },
  '& tbody [data-align="end"]': { textAlign: 'end !important', paddingRight: '24px !important' },
})

type Part = InstalmentPurchase['schedule'][number]

/** So many are paid without anybody knowing when: a source may count payments without dating them. */
const datelessPayments = ({ paidCount, schedule }: InstalmentPurchase) =>
  Math.max(0, paidCount - schedule.filter(({ paidOn }) => paidOn !== null).length)

function Paid({ part, isPaid, isOver }: { part: Part; isPaid: boolean; isOver: boolean }) {
  if (part.paidOn !== null) return formatLocalDate(part.paidOn)
  if (isPaid) return m.products_paid_some_day()
  if (part.dueAt < localToday()) return <StatusBadge tone="caution">{m.products_not_paid_past_due()}</StatusBadge>
  return isOver ? m.products_not_paid() : m.products_not_due()
}

/** Every instalment of a purchase: when it is due, how much, and when it was paid. */
export function InstalmentSchedule({ purchase }: { purchase: InstalmentPurchase }) {
  const { schedule, status, product } = purchase
  if (schedule.length === 0) return <p>{m.products_no_schedule()}</p>
  const dateless = new Set(schedule.filter(({ paidOn }) => paidOn === null).slice(0, datelessPayments(purchase)))
  return (
    <Table aria-label={m.products_schedule_of({ name: product.name })}>
      <thead>
        <tr>
          <th scope="col">{m.products_instalment_number()}</th>
          <th scope="col">{m.products_due()}</th>
          <th scope="col" data-align="end">
            {m.products_amount()}
          </th>
          <th scope="col">{m.products_paid_on()}</th>
        </tr>
      </thead>
      <tbody>
        {schedule.map((part, index) => (
          // Instalments have no ids; they keep their order.
          // oxlint-disable-next-line react/no-array-index-key
          <tr key={index}>
            <th scope="row">{index + 1}</th>
            <td>{formatLocalDate(part.dueAt)}</td>
            <td data-align="end">{formatMoney(part.amount)}</td>
            <td>
              <Paid part={part} isPaid={dateless.has(part)} isOver={status !== 'inProgress'} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
