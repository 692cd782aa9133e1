/** One order: lines, shipments, payments, history. */
export function OrderPage() {
  return null
}
