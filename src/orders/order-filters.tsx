import { Button } from '#/shared/ui/button.tsx'
import { useQuery } from '@tanstack/react-query'
import { orderStatusClasses } from '#/contract/order-codes.ts'
import { usualOrderStatuses } from '#/shared/filter/usual-order-statuses.ts'
import { useSeen } from '#/shared/filter/use-seen.ts'
import { AmountFilter } from '#/shared/filter/amount-filter.tsx'
import type { OrderListSearch } from '#/orders/order-list-search.ts'
import { ChoiceFilter } from '#/shared/filter/choice-filter.tsx'
import { DateRangeFilter } from '#/shared/filter/date-range-filter.tsx'
import { codeLabel } from '#/shared/format/code-label.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { scopesQuery } from '#/shared/session/scopes.queries.ts'

interface Props {
  filters: OrderListSearch
  /** Called with the filters that change; `undefined` takes a filter away. */
  onChange: (change: Partial<OrderListSearch>) => void
  /** Statuses of the rows that are loaded: what there is can be filtered for. */
  statusCodes: readonly string[]
}

export const noOrderFilters: Partial<OrderListSearch> = {
  class: undefined,
  status: undefined,
  currency: undefined,
  totalMin: undefined,
  totalMax: undefined,
  scopeId: undefined,
  createdFrom: undefined,
  createdTo: undefined,
  needsAttention: undefined,
}

/** True when any filter is set, the sort apart. */
export const hasOrderFilters = (filters: OrderListSearch) =>
  Object.entries(filters).some(([name, value]) => name !== 'sort' && value !== undefined)

const orNothing = <T,>(values: T[]) => (values.length > 0 ? values : undefined)

/** The filters of the orders list; each applies at once. */
export function OrderFilters({ filters, onChange, statusCodes }: Props) {
  const statuses = useSeen([...usualOrderStatuses, ...(filters.status ?? []), ...statusCodes])
  const { data: scopes = [] } = useQuery(scopesQuery)
  return (
    <>
      <ChoiceFilter
        label={m.orders_filter_class()}
        options={orderStatusClasses.map((value) => ({ value, label: codeLabel('orderClass', value) }))}
        chosen={filters.class ?? []}
        onChange={(classes) => onChange({ class: orNothing(classes) })}
      />
      <ChoiceFilter
        label={m.orders_filter_state()}
        options={statuses.map((value) => ({ value, label: codeLabel('orderStatus', value) }))}
        chosen={filters.status ?? []}
        onChange={(status) => onChange({ status: orNothing(status) })}
      />
      <ChoiceFilter
        label={m.orders_filter_scope()}
        options={scopes.map((scope) => ({ value: scope.id, label: scope.name }))}
        chosen={filters.scopeId ?? []}
        onChange={(scopeId) => onChange({ scopeId: orNothing(scopeId) })}
      />
      <DateRangeFilter
        label={m.orders_filter_created()}
        from={filters.createdFrom}
        to={filters.createdTo}
        onChange={({ from, to }) => onChange({ createdFrom: from, createdTo: to })}
      />
      <AmountFilter
        label={m.orders_filter_total()}
        currencies={[...new Set(scopes.map(({ currency }) => currency))]}
        range={{ currency: filters.currency, min: filters.totalMin, max: filters.totalMax }}
        onChange={({ currency, min, max }) => onChange({ currency, totalMin: min, totalMax: max })}
      />
      <ChoiceFilter
        label={m.orders_filter_attention()}
        options={[{ value: 'true', label: m.orders_needs_attention() }]}
        chosen={filters.needsAttention ? ['true'] : []}
        onChange={(chosen) => onChange({ needsAttention: chosen.length > 0 ? true : undefined })}
      />
      {hasOrderFilters(filters) && (
        <Button size="small" onClick={() => onChange(noOrderFilters)}>
          {m.orders_clear_filters()}
        </Button>
      )}
    </>
  )
}
