import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Suspense, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import * as z from 'zod/mini'
import { savedPaymentStatuses, type SavedPayment } from '#/contract/saved-payments.ts'
import type { DeletePaymentProps } from '#/customers/payments/delete-payment-dialog.tsx'
import { paymentColumns } from '#/customers/payments/payment-columns.tsx'
import { paymentMenu } from '#/customers/payments/payment-menu.ts'
import { usePaymentReason } from '#/customers/payments/payment-reason.ts'
import { methodText } from '#/customers/payments/payment-text.ts'
import { savedPaymentListQuery } from '#/customers/payments/saved-payment.queries.ts'
import { useDefaultPayment, withDefaults } from '#/customers/payments/use-default-payment.ts'
import type { SectionProps } from '#/customers/record/lazy-section.tsx'
import { SectionFrame } from '#/customers/record/section-frame.tsx'
import { useKeptView } from '#/customers/record/use-kept-view.ts'
import { useSubject } from '#/customers/record/use-subject.ts'
import { ChoiceFilter } from '#/shared/filter/choice-filter.tsx'
import { codeLabel } from '#/shared/format/code-label.ts'
import { maskCardNumbers } from '#/shared/format/format-card.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { EndlessTable } from '#/shared/table/endless-table.tsx'
import { Button } from '#/shared/ui/button.tsx'
import { EmptyState } from '#/shared/ui/empty-state.tsx'
import { FormAlert } from '#/shared/ui/form-alert.tsx'
import { lazyPart } from '#/shared/ui/lazy-part.tsx'
import { useNotices } from '#/shared/ui/notice-region.tsx'
import { RowsSkeleton } from '#/shared/ui/skeletons.tsx'

const viewSchema = z.object({
  sort: z.catch(z.enum(['addedAt', '-addedAt']), '-addedAt'),
  status: z.catch(z.array(z.enum(savedPaymentStatuses)), []),
})
const statusOptions = savedPaymentStatuses.map((value) => ({ value, label: codeLabel('savedPaymentStatus', value) }))

const dialog = lazyPart<DeletePaymentProps>(
  async () => (await import('#/customers/payments/delete-payment-dialog.tsx')).DeletePaymentDialog,
)

/** Payment methods saved for reuse; never more of a card than its last four digits. */
export function PaymentsSection({ customerId }: SectionProps) {
  const [view, setView] = useKeptView(customerId, 'payments/view', viewSchema)
  const { sort, status } = view
  const isFiltered = status.length > 0
  const params = isFiltered ? { sort, status } : { sort }
  const query = useInfiniteQuery({ ...savedPaymentListQuery(customerId, params), placeholderData: keepPreviousData })
  const reason = usePaymentReason(customerId)
  const subject = useSubject(customerId)
  const notices = useNotices()
  const { change, pending } = useDefaultPayment(customerId)
  const [deleting, setDeleting] = useState<SavedPayment>()
  const root = useRef<HTMLDivElement>(null)

  const rows = useMemo(
    () => withDefaults(query.data?.pages.flatMap((page) => page.items) ?? [], pending),
    [query.data, pending],
  )
  const total = query.data?.pages[0]?.total

  /** Where the focus goes when its row is gone: the menu of the row that took its place, else the filter. */
  const close = (index: number, text: string, kind: 'success' | 'info') => {
    flushSync(() => setDeleting(undefined))
    const menus = root.current?.querySelectorAll<HTMLElement>('tbody [aria-haspopup="menu"]') ?? []
    ;(menus[Math.min(index, menus.length - 1)] ?? root.current)?.focus()
    notices.show({ kind, subject, text })
  }
  const showAll = () => setView({ sort, status: [] })

  return (
    <SectionFrame
      section="payments"
      query={query}
      // What the filter leaves is no count of the section.
      total={isFiltered ? undefined : total}
      skeleton={<RowsSkeleton />}
      toolbar={
        <>
          {isFiltered && total ? <output>{m.payments_matching({ count: total.value })}</output> : null}
          <ChoiceFilter
            label={m.record_payment_status()}
            options={statusOptions}
            chosen={status}
            onChange={(chosen) => setView({ sort, status: chosen })}
          />
        </>
      }
    >
      {({ pages: [first] }) => (
        <div ref={root} tabIndex={-1} style={{ display: 'grid', gap: 8 }}>
          {(first?.unavailable ?? []).map(({ source }) => (
            <FormAlert key={source}>
              {m.record_payment_source_failed({ source: maskCardNumbers(source) })} {m.payments_rest_shown()}{' '}
              <Button variant="text" disabled={query.isFetching} onClick={() => void query.refetch()}>
                {m.common_retry()}
              </Button>
            </FormAlert>
          ))}
          <EndlessTable
            label={m.record_section_payments()}
            query={query}
            columns={paymentColumns}
            rows={rows}
            rowKey={(payment) => payment.id}
            rowLabel={methodText}
            rowMenu={(payment) =>
              paymentMenu(payment, {
                reason,
                onDefault: (isDefault) => change({ payment, isDefault }),
                onDelete: () => setDeleting(payment),
              })
            }
            height="content"
            sort={sort}
            onSort={(next) => setView({ status, sort: next === 'addedAt' ? 'addedAt' : '-addedAt' })}
            errorTitle={m.errors_load()}
            empty={
              isFiltered ? (
                <EmptyState
                  title={m.payments_none_of_status()}
                  action={<Button onClick={showAll}>{m.payments_show_all()}</Button>}
                />
              ) : (
                <EmptyState title={m.record_payments_empty()} text={m.record_payments_empty_text()} />
              )
            }
          />
          {deleting ? (
            <Suspense fallback={null}>
              <dialog.Body
                customerId={customerId}
                subject={subject}
                payment={deleting}
                onDeleted={() =>
                  close(indexOf(rows, deleting), m.payments_deleted({ method: methodText(deleting) }), 'success')
                }
                onGone={() =>
                  close(indexOf(rows, deleting), m.payments_already_gone({ method: methodText(deleting) }), 'info')
                }
                onCancel={() => setDeleting(undefined)}
              />
            </Suspense>
          ) : null}
        </div>
      )}
    </SectionFrame>
  )
}

const indexOf = (rows: readonly SavedPayment[], { id }: SavedPayment) =>
  Math.max(
    0,
    rows.findIndex((row) => row.id === id),
  )
