import type { OrderListItem } from '#/contract/orders.ts'
import { formatRelative, presentInstant } from '#/shared/format/format-time.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { Mark } from '#/shared/ui/order-status.tsx'

type Recurring = NonNullable<OrderListItem['recurring']>

const problemTexts = new Map([
  ['paymentExpired', m.orders_recurring_payment_expired],
  ['paymentDisabled', m.orders_recurring_payment_disabled],
  ['paymentDeleted', m.orders_recurring_payment_deleted],
  ['productGone', m.orders_recurring_product_gone],
])

/** Why the next order of a schedule may fail; a reason that the catalogue does not know is shown as it is. */
const problemText = (code: string) => problemTexts.get(code)?.() ?? code

/** When the next order of a schedule is made, or was to be. */
export function nextOrderText({ nextAt }: Recurring, now = Date.now()): string {
  const instant = presentInstant(nextAt)
  if (instant === null) return m.orders_recurring_unscheduled()
  const when = formatRelative(instant, { now })
  return Date.parse(instant) < now ? m.orders_recurring_overdue({ when }) : m.orders_recurring_next({ when })
}

const isOverdue = ({ nextAt }: Recurring) => Date.parse(presentInstant(nextAt) ?? '9999') < Date.now()

/** How a schedule goes on: how often, paused or when next, and what stands in its way. */
export function RecurringNote({ recurring, isPausedSaid }: { recurring: Recurring; isPausedSaid: boolean }) {
  return (
    <>
      {recurring.frequency}
      {recurring.paused ? null : ', '}
      {recurring.paused && !isPausedSaid ? (
        <>
          {' '}
          <Mark icon="ban">{m.orders_recurring_paused()}</Mark>
        </>
      ) : null}
      {recurring.paused ? null : <NextOrder recurring={recurring} />}
      {recurring.problems.map((code) => (
        <span key={code}>
          {' '}
          <Mark icon="alert" tone="caution">
            {problemText(code)}
          </Mark>
        </span>
      ))}
    </>
  )
}

function NextOrder({ recurring }: { recurring: Recurring }) {
  const text = nextOrderText(recurring)
  if (!isOverdue(recurring)) return text
  return (
    <Mark icon="alert" tone="caution">
      {text}
    </Mark>
  )
}
