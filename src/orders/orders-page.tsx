/** The list of orders. */
export function OrdersPage() {
  return null
}
