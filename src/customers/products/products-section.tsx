import { styled } from '@mui/material/styles'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Suspense, useMemo, useRef } from 'react'
import { flushSync } from 'react-dom'
import type { Subscription } from '#/contract/subscriptions.ts'
import { AddProductLink } from '#/customers/products/add-product-link.tsx'
import { InstalmentPurchases } from '#/customers/products/instalment-purchases.tsx'
import { productColumns } from '#/customers/products/product-columns.tsx'
import { ProductFilters } from '#/customers/products/product-filters.tsx'
import type { ProductPanelProps } from '#/customers/products/product-panel.tsx'
import {
  filtersOf,
  isFiltered,
  noFilters,
  productViewSchema,
  sortOf,
  type ProductView,
} from '#/customers/products/product-view.ts'
import { productListQuery } from '#/customers/products/product.queries.ts'
import { BesidePanel } from '#/customers/record/beside-panel.ts'
import { ClearButton } from '#/customers/record/clear-button.tsx'
import type { SectionProps } from '#/customers/record/lazy-section.tsx'
import { countText } from '#/customers/record/section-counts.ts'
import { SectionFrame, type SectionRead } from '#/customers/record/section-frame.tsx'
import { useOpenItem } from '#/customers/record/use-open-item.ts'
import { useKeptView } from '#/customers/record/use-kept-view.ts'
import { isApiError } from '#/shared/api/api-error.ts'
import { searchProblemText } from '#/shared/filter/search-problem.ts'
import { useSettledWords } from '#/shared/filter/use-settled-words.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { EndlessTable } from '#/shared/table/endless-table.tsx'
import { color, type } from '#/shared/theme/color.ts'
import { EmptyState } from '#/shared/ui/empty-state.tsx'
import { lazyPart } from '#/shared/ui/lazy-part.tsx'

const panel = lazyPart<ProductPanelProps>(
  async () => (await import('#/customers/products/product-panel.tsx')).ProductPanel,
)
const Found = styled('output')({ ...type.meta, color: color.secondary, fontVariantNumeric: 'tabular-nums' })
const noProducts: readonly Subscription[] = []

/** Subscriptions and other holdings of a customer, and what it pays for in instalments. */
export function ProductsSection({ customerId }: SectionProps) {
  const [view, keepView] = useKeptView(customerId, 'products/view', productViewSchema)
  const { typed, setTyped, words, isCardNumber } = useSettledWords()
  const listed = productListQuery(customerId, filtersOf(view, words))
  const query = useInfiniteQuery({ ...listed, placeholderData: keepPreviousData })
  const root = useRef<HTMLDivElement>(null)
  const { openId, open, close } = useOpenItem(customerId, 'products')
  /** Back to the name that opened the details. */
  const closePanel = () => {
    flushSync(close)
    root.current?.querySelector<HTMLElement>(`[data-product="${openId}"]`)?.focus()
  }
  const columns = useMemo(() => productColumns(({ id }) => open(id)), [open])

  const pages = query.data?.pages
  const products = useMemo(() => pages?.flatMap(({ items }) => items) ?? noProducts, [pages])
  const { total, facets } = pages?.[0] ?? {}
  const hasFilters = isFiltered(view, words)
  const change = (changed: Partial<ProductView>) => keepView({ ...view, ...changed })
  const clear = () => {
    change(noFilters)
    setTyped('')
  }
  const problem = searchProblemText(query.error)
  const isForbidden = query.data === undefined && isApiError(query.error, 'forbidden')
  // Each part loads and fails by itself, below one heading. Who may not read this one may not read the other.
  const read: SectionRead<true> = {
    ...query,
    data: isForbidden ? undefined : true,
    error: isForbidden || (query.data && problem === undefined) ? query.error : null,
  }

  return (
    <SectionFrame
      section="products"
      query={read}
      total={hasFilters || query.isPlaceholderData ? undefined : total}
      toolbar={
        isForbidden ? undefined : (
          <>
            {hasFilters && total && !query.isError ? (
              <Found>{m.products_found({ shown: countText(total) })}</Found>
            ) : null}
            <ProductFilters
              facets={facets}
              products={products}
              view={view}
              onChange={change}
              words={typed}
              onWords={setTyped}
              problem={isCardNumber ? m.common_search_card_number() : problem}
            />
          </>
        )
      }
      pen={<AddProductLink customerId={customerId} />}
    >
      {() => (
        <BesidePanel ref={root} data-open={openId !== undefined}>
          <div>
            <EndlessTable
              label={m.record_section_products()}
              query={query}
              columns={columns}
              rows={products}
              rowKey={({ id }) => id}
              onRowOpen={({ id }) => open(id)}
              isRowMarked={({ id }) => id === openId}
              height="content"
              sort={view.sort}
              onSort={(sort) => change({ sort: sortOf(sort) })}
              errorTitle={m.record_section_failed({ name: m.record_section_products() })}
              empty={
                hasFilters ? (
                  <EmptyState
                    title={m.products_no_match()}
                    text={m.products_no_match_text()}
                    action={<ClearButton onClick={clear}>{m.products_clear_filters()}</ClearButton>}
                  />
                ) : (
                  <EmptyState title={m.products_empty()} text={m.products_empty_text()} />
                )
              }
            />
            <InstalmentPurchases customerId={customerId} />
          </div>
          {openId === undefined ? null : (
            <Suspense fallback={null}>
              <panel.Body
                key={openId}
                customerId={customerId}
                productId={openId}
                known={products.find(({ id }) => id === openId)}
                onClose={closePanel}
              />
            </Suspense>
          )}
        </BesidePanel>
      )}
    </SectionFrame>
  )
}
