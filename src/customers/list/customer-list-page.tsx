import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { customerListQuery } from '#/customers/customer.queries.ts'
import { AddCustomerButton } from '#/customers/list/add-customer-button.tsx'
import { countFilters, CustomerFilters, noFilters } from '#/customers/list/customer-filters.tsx'
import type { CustomerListSearch } from '#/customers/list/customer-list-search.ts'
import { CustomerTable } from '#/customers/list/customer-table.tsx'
import { listParams } from '#/customers/list/list-params.ts'
import { preloadRecord } from '#/customers/record/customer-records.tsx'
import { onlyMatch } from '#/shared/filter/only-match.ts'
import { ListPage } from '#/shared/filter/list-page.tsx'
import { useListWords } from '#/shared/filter/use-list-words.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { useWorkspace } from '#/workspace/workspace-context.ts'

const route = getRouteApi('/shell/customers')

/** The list of customers with search, filters and sort. */
export function CustomerListPage() {
  const search = listParams(route.useSearch())
  const navigate = route.useNavigate()
  const workspace = useWorkspace()
  const { typed, setTyped, isCardNumber, ...listWords } = useListWords()
  const words = listWords.words.trim()
  const input = useRef<HTMLInputElement>(null)
  const client = useQueryClient()
  const listed = customerListQuery({ ...search, q: words })
  const query = useInfiniteQuery({ ...listed, placeholderData: keepPreviousData })
  const customers = query.data?.pages.flatMap((page) => page.items) ?? []

  useEffect(() => {
    if (query.isSuccess) preloadRecord()
  }, [query.isSuccess])

  const change = (changed: Partial<CustomerListSearch>, kept = listWords.words) =>
    void navigate({
      search: (present) => ({ ...present, ...changed }),
      state: (state) => ({ ...state, words: kept }),
      replace: true,
    })

  /** Opens the only customer found, or the one whose number or email is exactly that, as soon as that is known. */
  const openFound = async () => {
    if (words === '') return
    const answer = await client.fetchInfiniteQuery(listed).catch(() => undefined)
    if (input.current?.value.trim() !== words) return
    const found = onlyMatch(answer?.pages[0]?.items ?? [], words, ({ customerNumber, email }) => [
      customerNumber,
      email ?? '',
    ])
    if (found) workspace.show(found.id)
  }

  const reset = () => {
    setTyped('')
    change(noFilters, '')
    input.current?.focus()
  }

  return (
    <ListPage
      title={m.list_title()}
      search={{
        label: m.list_search(),
        hint: m.list_search_hint(),
        words: typed,
        onWords: setTyped,
        isCardNumber,
        onEnter: () => void openFound(),
      }}
      searchRef={input}
      filters={<CustomerFilters filters={search} onChange={change} />}
      total={query.data?.pages[0]?.total}
      countText={m.list_count}
      moreThanText={m.list_count_more}
      error={query.error}
      action={<AddCustomerButton />}
    >
      <CustomerTable
        query={query}
        customers={customers}
        words={words}
        sort={search.sort}
        isNarrowed={words !== '' || countFilters(search) > 0}
        onSort={(sort) => change({ sort })}
        onReset={reset}
      />
    </ListPage>
  )
}
