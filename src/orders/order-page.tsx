import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { Order } from '#/contract/orders.ts'
import { ExternalOrderLink } from '#/orders/external-order-link.tsx'
import { OrderFacts } from '#/orders/order-facts.tsx'
import { OrderHistory } from '#/orders/order-history.tsx'
import { OrderLines } from '#/orders/order-lines.tsx'
import { OrderPayments } from '#/orders/order-payments.tsx'
import { OrderShipments } from '#/orders/order-shipments.tsx'
import { OrderWayBack } from '#/orders/order-way-back.tsx'
import { useFoundFocus } from '#/orders/use-found-focus.ts'
import { Button } from '#/shared/ui/button.tsx'
import { OrderStatus } from '#/shared/ui/order-status.tsx'
import { orderQuery } from '#/orders/order.queries.ts'
import { isApiError } from '#/shared/api/api-error.ts'
import { failureText, requestIdOf } from '#/shared/api/failure-text.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { narrow } from '#/shared/theme/tokens.ts'
import { CopyButton } from '#/shared/ui/copy-button.tsx'
import { EmptyState } from '#/shared/ui/empty-state.tsx'
import { ErrorState } from '#/shared/ui/error-state.tsx'
import { FieldsSkeleton, SkeletonRegion } from '#/shared/ui/skeletons.tsx'

const route = getRouteApi('/shell/orders/$orderId')

const Page = styled('main')({
  height: '100%',
  overflowY: 'auto',
  padding: '12px 24px 24px',
  [narrow]: { padding: '8px 12px 16px' },
  // The page is no control: it holds the focus only until the first press of Tab.
  '&:focus': { outline: 'none' },
})
const Sheet = styled('div')({ display: 'grid', gap: 16, maxWidth: 1280, gridTemplateColumns: 'minmax(0, 1fr)' })
const Stale = styled('output')({ ...type.table, color: color.caution })
const Title = styled('div')({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px' })

/** One order: facts, lines, shipments, payments, history, and the way back to its customer. */
export function OrderPage() {
  const { orderId } = route.useParams()
  const page = useFoundFocus()
  const query = useQuery(orderQuery(orderId))
  return (
    <Page ref={page} tabIndex={-1}>
      <Sheet>
        <OrderWayBack label={m.orders_title()} />
        {query.data && <OrderSheet order={query.data} />}
        {query.isPending && (
          <SkeletonRegion>
            <FieldsSkeleton fields={8} />
          </SkeletonRegion>
        )}
        {query.isError && query.data && (
          <Stale>
            {m.orders_not_up_to_date()}{' '}
            <Button variant="text" disabled={query.isFetching} onClick={() => void query.refetch()}>
              {m.common_retry()}
            </Button>
          </Stale>
        )}
        {query.isError && !query.data && (
          <Failure error={query.error} onRetry={() => void query.refetch()} isRetrying={query.isFetching} />
        )}
      </Sheet>
    </Page>
  )
}

function Failure({ error, onRetry, isRetrying }: { error: Error; onRetry: () => void; isRetrying: boolean }) {
  if (isApiError(error, 'not-found')) {
    return <EmptyState title={m.orders_order_gone()} text={m.orders_gone_text()} action={<OrderWayBack />} />
  }
  if (isApiError(error, 'forbidden')) {
    return <EmptyState title={m.orders_forbidden()} text={m.orders_forbidden_text()} action={<OrderWayBack />} />
  }
  return (
    <ErrorState
      title={m.orders_order_error()}
      text={failureText(error, m.errors_nothing_lost())}
      requestId={requestIdOf(error)}
      onRetry={onRetry}
      isRetrying={isRetrying}
    />
  )
}

function OrderSheet({ order }: { order: Order }) {
  return (
    <>
      <Title>
        <h1>{m.orders_order({ number: order.number })}</h1>
        <CopyButton text={order.number} what={m.orders_column_number()} />
        <OrderStatus order={order} />
        <ExternalOrderLink number={order.number} />
      </Title>
      <OrderFacts order={order} />
      <OrderLines order={order} />
      <OrderShipments order={order} />
      <OrderPayments order={order} />
      <OrderHistory order={order} />
    </>
  )
}
