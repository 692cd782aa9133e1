/** The list of customers with search, filters and sort. */
export function CustomerListPage() {
  return null
}
