import { useQuery } from '@tanstack/react-query'
import { orderKinds } from '#/contract/order-codes.ts'
import type { OrderListItem } from '#/contract/orders.ts'
import { isFiltered, plainView, type OrderListView } from '#/customers/orders/order-list-view.ts'
import { ClearButton } from '#/customers/record/clear-button.tsx'
import { AmountFilter } from '#/shared/filter/amount-filter.tsx'
import { ChoiceFilter } from '#/shared/filter/choice-filter.tsx'
import { DateRangeFilter } from '#/shared/filter/date-range-filter.tsx'
import { TextFilter } from '#/shared/filter/text-filter.tsx'
import { usualOrderStatuses } from '#/shared/filter/usual-order-statuses.ts'
import { useSeen } from '#/shared/filter/use-seen.ts'
import { codeLabel } from '#/shared/format/code-label.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { scopesQuery } from '#/shared/session/scopes.queries.ts'

interface Props {
  view: OrderListView
  onChange: (change: Partial<OrderListView>) => void
  /** The rows that are loaded: what they hold can be filtered for. */
  orders: readonly OrderListItem[]
}

const orNothing = <T,>(values: T[]) => (values.length > 0 ? values : undefined)

/** Filters of a customer's orders; each applies at once. */
export function OrderListFilters({ view, onChange, orders }: Props) {
  const { data: scopes = [] } = useQuery(scopesQuery)
  const statuses = useSeen([...usualOrderStatuses, ...(view.status ?? []), ...orders.map(({ status }) => status.code)])
  const scopeIds = useSeen([...(view.scopeId ?? []), ...orders.map(({ scopeId }) => scopeId)])
  const currencies = useSeen(orders.flatMap(({ total }) => total?.currency ?? []))
  const scopeOptions = [
    ...scopes.map(({ id, name }) => ({ value: id, label: name })),
    ...scopeIds.flatMap((id) => (scopes.some((scope) => scope.id === id) ? [] : [{ value: id, label: id }])),
  ]
  return (
    <>
      <ChoiceFilter
        label={m.orders_filter_kind()}
        options={orderKinds.map((value) => ({ value, label: codeLabel('orderKind', value) }))}
        chosen={view.kind ?? []}
        onChange={(kind) => onChange({ kind: orNothing(kind) })}
      />
      <ChoiceFilter
        label={m.orders_filter_status()}
        options={statuses.map((value) => ({ value, label: codeLabel('orderStatus', value) }))}
        chosen={view.status ?? []}
        onChange={(status) => onChange({ status: orNothing(status) })}
      />
      <ChoiceFilter
        label={m.orders_filter_scope()}
        options={scopeOptions}
        chosen={view.scopeId ?? []}
        onChange={(scopeId) => onChange({ scopeId: orNothing(scopeId) })}
      />
      <DateRangeFilter
        label={m.orders_filter_created()}
        from={view.createdFrom}
        to={view.createdTo}
        onChange={({ from, to }) => onChange({ createdFrom: from, createdTo: to })}
      />
      <AmountFilter
        label={m.orders_filter_total()}
        currencies={[...new Set([...currencies, ...scopes.map(({ currency }) => currency)])]}
        range={{ currency: view.currency, min: view.totalMin, max: view.totalMax }}
        onChange={({ currency, min, max }) => onChange({ currency, totalMin: min, totalMax: max })}
      />
      <TextFilter
        label={m.orders_filter_number()}
        hint={m.orders_filter_number_hint()}
        maxLength={60}
        text={view.number}
        onChange={(number) => onChange({ number })}
      />
      {isFiltered(view) && (
        <ClearButton size="small" onClick={() => onChange(clearedFilters(view))}>
          {m.orders_clear_filters()}
        </ClearButton>
      )}
    </>
  )
}

/** The change that takes every filter away. */
export const clearedFilters = (view: OrderListView): Partial<OrderListView> => ({
  ...Object.fromEntries(Object.keys(view).map((name) => [name, undefined])),
  ...plainView,
  sort: view.sort,
})
