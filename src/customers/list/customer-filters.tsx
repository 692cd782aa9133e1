import { Button } from '#/shared/ui/button.tsx'
import { useQuery } from '@tanstack/react-query'
import { accountTypes, customerStatuses, tiers } from '#/contract/customers.ts'
import type { CustomerListSearch } from '#/customers/list/customer-list-search.ts'
import { ChoiceFilter } from '#/shared/filter/choice-filter.tsx'
import { DateRangeFilter } from '#/shared/filter/date-range-filter.tsx'
import { customerCodeLabel } from '#/shared/format/customer-code-label.ts'
import { languageName } from '#/shared/format/country-name.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { scopesQuery } from '#/shared/session/scopes.queries.ts'

interface Props {
  filters: CustomerListSearch
  /** Called with the filters that change; an empty list takes a filter away. */
  onChange: (change: Partial<CustomerListSearch>) => void
}

const orNothing = <T,>(values: T[]) => (values.length > 0 ? values : undefined)

/** How many filters are set, the sort apart. */
export const countFilters = (filters: CustomerListSearch) =>
  Object.entries(filters).filter(([name, value]) => name !== 'sort' && value !== undefined).length

export const noFilters: Partial<CustomerListSearch> = {
  status: undefined,
  tier: undefined,
  accountType: undefined,
  language: undefined,
  scopeId: undefined,
  registeredFrom: undefined,
  registeredTo: undefined,
}

/** The filters of the list; each applies at once. */
export function CustomerFilters({ filters, onChange }: Props) {
  const { data: scopes = [] } = useQuery(scopesQuery)
  const languages = [...new Set([...scopes.flatMap((scope) => scope.languages), ...(filters.language ?? [])])]
  return (
    <>
      <ChoiceFilter
        label={m.list_status()}
        options={customerStatuses.map((value) => ({ value, label: customerCodeLabel('customerStatus', value) }))}
        chosen={filters.status ?? []}
        onChange={(status) => onChange({ status: orNothing(status) })}
      />
      <ChoiceFilter
        label={m.list_tier()}
        options={tiers.map((value) => ({ value, label: customerCodeLabel('tier', value) }))}
        chosen={filters.tier ?? []}
        onChange={(tier) => onChange({ tier: orNothing(tier) })}
      />
      <ChoiceFilter
        label={m.list_account_type()}
        options={accountTypes.map((value) => ({ value, label: customerCodeLabel('accountType', value) }))}
        chosen={filters.accountType ?? []}
        onChange={(accountType) => onChange({ accountType: orNothing(accountType) })}
      />
      <ChoiceFilter
        label={m.list_language()}
        options={languages.map((value) => ({ value, label: languageName(value) }))}
        chosen={filters.language ?? []}
        onChange={(language) => onChange({ language: orNothing(language) })}
      />
      <ChoiceFilter
        label={m.list_scope()}
        options={scopes.map((scope) => ({ value: scope.id, label: scope.name }))}
        chosen={filters.scopeId ?? []}
        onChange={(scopeId) => onChange({ scopeId: orNothing(scopeId) })}
      />
      <DateRangeFilter
        label={m.list_registered()}
        from={filters.registeredFrom}
        to={filters.registeredTo}
        onChange={({ from, to }) => onChange({ registeredFrom: from, registeredTo: to })}
      />
      {countFilters(filters) > 0 && (
        <Button size="small" onClick={() => onChange(noFilters)}>
          {m.list_clear_filters()}
        </Button>
      )}
    </>
  )
}
