import { Button } from '#/shared/ui/button.tsx'
import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useMemo, useRef } from 'react'
import { orderColumns } from '#/orders/order-columns.tsx'
import { hasOrderFilters, noOrderFilters, OrderFilters } from '#/orders/order-filters.tsx'
import { orderListParams, type OrderListSearch } from '#/orders/order-list-search.ts'
import { orderListQuery } from '#/orders/order.queries.ts'
import { onlyMatch } from '#/shared/filter/only-match.ts'
import { ListPage } from '#/shared/filter/list-page.tsx'
import { useListWords } from '#/shared/filter/use-list-words.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { EndlessTable } from '#/shared/table/endless-table.tsx'
import { EmptyState } from '#/shared/ui/empty-state.tsx'
import { useWorkspace } from '#/workspace/workspace-context.ts'

const route = getRouteApi('/shell/orders')

/** The list of orders with search, filters and sort. */
export function OrdersPage() {
  const search = orderListParams(route.useSearch())
  const navigate = route.useNavigate()
  const router = useRouter()
  const workspace = useWorkspace()
  const { typed, setTyped, isCardNumber, ...listWords } = useListWords()
  const words = listWords.words.trim()
  const input = useRef<HTMLInputElement>(null)
  const client = useQueryClient()
  const listed = orderListQuery({ ...search, q: words })
  const query = useInfiniteQuery({ ...listed, placeholderData: keepPreviousData })
  const orders = query.data?.pages.flatMap((page) => page.items) ?? []
  const columns = useMemo(() => orderColumns(words), [words])

  const change = (changed: Partial<OrderListSearch>, kept = listWords.words) =>
    void navigate({
      search: (present) => ({ ...present, ...changed }),
      state: (state) => ({ ...state, words: kept }),
      replace: true,
    })
  const show = (orderId: string) => void router.navigate({ to: '/orders/$orderId', params: { orderId } })
  /** Opens the only order found, or the one whose number is exactly that, as soon as that is known. */
  const openFound = async () => {
    if (words === '') return
    const answer = await client.fetchInfiniteQuery(listed).catch(() => undefined)
    if (input.current?.value.trim() !== words) return
    const found = onlyMatch(answer?.pages[0]?.items ?? [], words, ({ number }) => [number])
    if (found) show(found.id)
  }

  const reset = () => {
    setTyped('')
    change(noOrderFilters, '')
    input.current?.focus()
  }

  return (
    <ListPage
      title={m.orders_title()}
      search={{
        label: m.orders_search(),
        hint: m.orders_search_hint(),
        words: typed,
        onWords: setTyped,
        isCardNumber,
        onEnter: () => void openFound(),
      }}
      searchRef={input}
      filters={
        <OrderFilters filters={search} onChange={change} statusCodes={orders.map(({ status }) => status.code)} />
      }
      total={query.data?.pages[0]?.total}
      countText={m.orders_count}
      moreThanText={m.orders_count_more}
      error={query.error}
    >
      <EndlessTable
        label={m.orders_title()}
        query={query}
        columns={columns}
        rows={orders}
        rowKey={(order) => order.id}
        rowLabel={(order) => order.number}
        onRowOpen={(order) => show(order.id)}
        sort={search.sort ?? '-createdAt'}
        onSort={(sort) => change({ sort })}
        errorTitle={m.orders_error()}
        empty={
          words !== '' || hasOrderFilters(search) ? (
            <EmptyState
              title={m.orders_empty_title()}
              text={m.orders_empty_text()}
              action={<Button onClick={reset}>{m.orders_reset()}</Button>}
            />
          ) : (
            <EmptyState title={m.orders_none_title()} text={m.orders_none_text()} />
          )
        }
        initialOffset={Number(workspace.recall('@orders', 'scroll') ?? 0)}
        onScrollOffset={(offset) => workspace.remember('@orders', 'scroll', offset)}
      />
    </ListPage>
  )
}
