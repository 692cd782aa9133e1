import type { CustomerListSearch } from '#/customers/list/customer-list-search.ts'

/** The list's own part of the search parameters: without the open records. */
export function listParams(search: CustomerListSearch): CustomerListSearch {
  const { sort, status, tier, accountType, language, scopeId, registeredFrom, registeredTo } = search
  return { sort, status, tier, accountType, language, scopeId, registeredFrom, registeredTo }
}
