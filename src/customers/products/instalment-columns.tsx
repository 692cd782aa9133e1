import { styled } from '@mui/material/styles'
import type { InstalmentPurchase } from '#/contract/instalment-purchases.ts'
import { InstalmentProgress } from '#/customers/products/instalment-progress.tsx'
import { codeLabel } from '#/shared/format/code-label.ts'
import { formatMoney } from '#/shared/format/format-money.ts'
import { formatLocalDate } from '#/shared/format/format-time.ts'
import { localToday } from '#/shared/format/local-time.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import type { Column } from '#/shared/table/column.ts'
import { color, type } from '#/shared/theme/color.ts'
import { NotSet } from '#/shared/ui/field-list.tsx'
import { IconButton } from '#/shared/ui/icon-button.tsx'
import { StatusBadge, type Tone } from '#/shared/ui/status-badge.tsx'
import { Time } from '#/shared/ui/time.tsx'

const tones: Record<InstalmentPurchase['status'], Tone> = {
  inProgress: 'info',
  complete: 'positive',
  incomplete: 'caution',
}

/** How a purchase in instalments stands, in words. */
export function InstalmentStatus({ status }: Pick<InstalmentPurchase, 'status'>) {
  return <StatusBadge tone={tones[status]}>{codeLabel('instalmentStatus', status)}</StatusBadge>
}

/** When the next instalment is due, and that it should have been paid already. */
export function NextDue({ purchase: { nextDueAt, status } }: { purchase: InstalmentPurchase }) {
  if (nextDueAt === null) return status === 'inProgress' ? <NotSet /> : m.products_nothing_due()
  const today = localToday()
  if (nextDueAt < today) {
    return (
      <StatusBadge tone="caution">
        <span style={{ whiteSpace: 'normal' }}>{m.products_past_due({ date: formatLocalDate(nextDueAt) })}</span>
      </StatusBadge>
    )
  }
  return nextDueAt === today ? m.products_due_today() : formatLocalDate(nextDueAt)
}

const Small = styled('span')({ ...type.meta, display: 'block', fontWeight: 400, color: color.secondary })

/** The kind of a purchase, where it is another than the list is about. */
function Kind({ code }: { code: string }) {
  const label = codeLabel('purchaseKind', code)
  return label === codeLabel('purchaseKind', 'instalment') ? null : <Small>{label}</Small>
}

const Opener = styled('span')({ display: 'inline-flex', alignItems: 'center', gap: 4, overflowWrap: 'anywhere' })

interface Opening {
  isOpen: (purchase: InstalmentPurchase) => boolean
  toggle: (purchase: InstalmentPurchase) => void
  /** Id of the part that the button opens. */
  detailId: (purchase: InstalmentPurchase) => string
}

/** Columns of purchases in instalments; the button before the name opens the schedule. */
export const instalmentColumns = ({ isOpen, toggle, detailId }: Opening): Column<InstalmentPurchase>[] => [
  {
    key: 'purchase',
    header: m.products_purchase(),
    width: 220,
    isRowHeader: true,
    cell: (purchase) => (
      <Opener>
        <IconButton
          size="small"
          label={m.products_schedule_of({ name: purchase.product.name })}
          icon={isOpen(purchase) ? 'chevronDown' : 'chevronRight'}
          aria-expanded={isOpen(purchase)}
          aria-controls={isOpen(purchase) ? detailId(purchase) : undefined}
          onClick={() => toggle(purchase)}
        />
        <span>
          {purchase.product.name}
          <Kind code={purchase.kind} />
        </span>
      </Opener>
    ),
  },
  {
    key: 'progress',
    header: m.products_progress(),
    width: 150,
    cell: (purchase) => <InstalmentProgress purchase={purchase} />,
  },
  {
    key: 'instalment',
    header: m.products_instalment(),
    width: 120,
    align: 'end',
    cell: ({ instalmentAmount }) => formatMoney(instalmentAmount),
  },
  {
    key: 'total',
    header: m.products_total(),
    width: 120,
    align: 'end',
    priority: 2,
    cell: ({ total }) => formatMoney(total),
  },
  { key: 'due', header: m.products_next_due(), width: 170, cell: (purchase) => <NextDue purchase={purchase} /> },
  {
    key: 'purchased',
    header: m.products_purchased(),
    width: 110,
    priority: 3,
    cell: ({ purchasedAt }) => <Time at={purchasedAt} isInTable />,
  },
  {
    key: 'status',
    header: m.products_status(),
    width: 120,
    cell: ({ status }) => <InstalmentStatus status={status} />,
  },
]
