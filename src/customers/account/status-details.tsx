import { Suspense, useState } from 'react'
import type { StatusHistoryProps } from '#/customers/account/status-history.tsx'
import { useSubject } from '#/customers/record/use-subject.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { Button } from '#/shared/ui/button.tsx'
import { lazyPart } from '#/shared/ui/lazy-part.tsx'

const history = lazyPart<StatusHistoryProps>(
  async () => (await import('#/customers/account/status-history.tsx')).StatusHistory,
)

/** The way to the history of the status, for whoever has one. */
export function StatusDetails({ customerId }: { customerId: string }) {
  const [isOpen, setOpen] = useState(false)
  const subject = useSubject(customerId)
  return (
    <>
      <Button
        size="small"
        aria-haspopup="dialog"
        onPointerEnter={history.preload}
        onFocus={history.preload}
        onClick={() => setOpen(true)}
      >
        {m.account_status_details()}
      </Button>
      <Suspense fallback={null}>
        {isOpen ? <history.Body customerId={customerId} subject={subject} onClose={() => setOpen(false)} /> : null}
      </Suspense>
    </>
  )
}
