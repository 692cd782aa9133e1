import { useQuery } from '@tanstack/react-query'
import type { Subscription } from '#/contract/subscriptions.ts'
import { ProductDetails } from '#/customers/products/product-details.tsx'
import { ProductHistory } from '#/customers/products/product-history.tsx'
import { productQuery } from '#/customers/products/product.queries.ts'
import { SidePanel } from '#/customers/record/side-panel.tsx'
import { isApiError } from '#/shared/api/api-error.ts'
import { failureText, requestIdOf } from '#/shared/api/failure-text.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { EmptyState } from '#/shared/ui/empty-state.tsx'
import { ErrorState } from '#/shared/ui/error-state.tsx'
import { FieldsSkeleton } from '#/shared/ui/skeletons.tsx'

export interface ProductPanelProps {
  customerId: string
  productId: string
  /** As it stands in the list, if it does. */
  known: Subscription | undefined
  onClose: () => void
}

/** One product of a customer and what was charged for it, beside the list; over it where there is no room. */
export function ProductPanel({ customerId, productId, known, onClose }: ProductPanelProps) {
  const query = useQuery({ ...productQuery(productId), ...(known ? { placeholderData: known } : {}) })
  const found = query.data ?? known
  // An address may name what another customer has.
  const product = found?.customerId === customerId ? found : undefined
  const isGone = isApiError(query.error, 'not-found') || (found !== undefined && product === undefined)
  const title = product?.name ?? m.products_panel()
  return (
    <SidePanel
      customerId={customerId}
      title={title}
      closeLabel={m.products_panel_close({ name: title })}
      onClose={onClose}
    >
      {isGone ? (
        <EmptyState title={m.products_gone()} text={m.products_gone_text()} />
      ) : (
        <>
          {query.isError ? (
            <ErrorState
              title={m.products_panel_failed()}
              text={failureText(query.error, m.errors_nothing_lost())}
              requestId={requestIdOf(query.error)}
              onRetry={() => void query.refetch()}
              isRetrying={query.isFetching}
            />
          ) : null}
          {product ? <ProductDetails product={product} /> : null}
          {query.isPending ? <FieldsSkeleton fields={6} /> : null}
          {product ? <ProductHistory customerId={customerId} productId={product.id} /> : null}
        </>
      )}
    </SidePanel>
  )
}
