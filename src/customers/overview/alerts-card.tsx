import { Suspense, useState } from 'react'
import { AlertRow } from '#/customers/overview/alert-row.tsx'
import type { AlertsPanelProps } from '#/customers/overview/alerts-panel.tsx'
import { CardRows } from '#/customers/overview/card-rows.tsx'
import { CardItems, OverviewCard } from '#/customers/overview/overview-card.tsx'
import type { OverviewRead } from '#/customers/overview/use-overview.ts'
import { useSubject } from '#/customers/record/use-subject.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color } from '#/shared/theme/color.ts'
import { Button } from '#/shared/ui/button.tsx'
import { lazyPart } from '#/shared/ui/lazy-part.tsx'

const panel = lazyPart<AlertsPanelProps>(
  async () => (await import('#/customers/overview/alerts-panel.tsx')).AlertsPanel,
)

/** The notifications that were sent last; all of them open beside the record. */
export function AlertsCard({ read }: { read: OverviewRead }) {
  const { customerId } = read
  const [isOpen, setOpen] = useState(false)
  const subject = useSubject(customerId)
  return (
    <OverviewCard
      read={read}
      name="alerts"
      title={m.overview_alerts()}
      actions={
        <Button
          variant="text"
          size="small"
          style={{ color: color.accent, fontWeight: 400 }}
          aria-haspopup="dialog"
          onPointerEnter={panel.preload}
          onFocus={panel.preload}
          onClick={() => setOpen(true)}
        >
          {m.overview_alerts_all()}
        </Button>
      }
    >
      {({ items }) => (
        <>
          <CardItems items={items} empty={m.overview_alerts_empty()}>
            {(alerts) => (
              <CardRows label={m.overview_alerts()}>
                {alerts.map((alert) => (
                  <AlertRow key={alert.id} alert={alert} />
                ))}
              </CardRows>
            )}
          </CardItems>
          <Suspense fallback={null}>
            {isOpen ? <panel.Body customerId={customerId} subject={subject} onClose={() => setOpen(false)} /> : null}
          </Suspense>
        </>
      )}
    </OverviewCard>
  )
}
