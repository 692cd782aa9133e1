import { useQuery } from '@tanstack/react-query'
import type { Cart, CartListItem } from '#/contract/carts.ts'
import { cartQuery } from '#/customers/carts/cart.queries.ts'
import { isApiError } from '#/shared/api/api-error.ts'
import { failureText, requestIdOf } from '#/shared/api/failure-text.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { DataTable } from '#/shared/table/data-table.tsx'
import { lineColumns } from '#/shared/table/line-columns.ts'
import { EmptyState } from '#/shared/ui/empty-state.tsx'
import { ErrorState } from '#/shared/ui/error-state.tsx'
import { OrderLink } from '#/shared/ui/order-link.tsx'
import { RowsSkeleton } from '#/shared/ui/skeletons.tsx'

/** What lies in a cart; says so when it became an order, or went, since it was listed. */
export function CartLines({ cart }: { cart: CartListItem }) {
  const query = useQuery(cartQuery(cart.customerId, cart.id))
  if (query.data) return <Lines cart={query.data} />
  if (isApiError(query.error, 'not-found')) return <EmptyState title={m.carts_gone()} text={m.carts_gone_text()} />
  if (isApiError(query.error, 'forbidden')) {
    return <EmptyState title={m.record_section_forbidden()} text={failureText(query.error, m.errors_nothing_lost())} />
  }
  if (query.error) {
    return (
      <ErrorState
        title={m.carts_lines_failed()}
        text={failureText(query.error, m.errors_nothing_lost())}
        requestId={requestIdOf(query.error)}
        onRetry={() => void query.refetch()}
        isRetrying={query.isFetching}
      />
    )
  }
  return <RowsSkeleton />
}

function Lines({ cart }: { cart: Cart }) {
  return (
    <>
      {cart.orderedAs && (
        <output>
          {m.carts_ordered()}{' '}
          <OrderLink orderId={cart.orderedAs.id} fromRecord={cart.customerId}>
            {m.carts_ordered_link({ number: cart.orderedAs.number })}
          </OrderLink>
        </output>
      )}
      <DataTable
        label={m.carts_lines_of({ name: cart.name })}
        columns={lineColumns}
        rows={cart.lines}
        rowKey={(line) => line.id}
        height="content"
        empty={<EmptyState title={m.carts_no_lines()} />}
      />
    </>
  )
}
