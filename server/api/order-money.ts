import type { Money } from '#/contract/common.ts'
import type { OrderRow, ScopeRow } from '#server/store/rows.ts'

/** An order without a currency counts in that of its scope. */
export function orderTotal(
  { totalMinor, currency }: Pick<OrderRow, 'totalMinor' | 'currency'>,
  scope: Pick<ScopeRow, 'currency'> | undefined,
): Money | null {
  const known = currency ?? scope?.currency
  return totalMinor === null || known === undefined ? null : { amountMinor: totalMinor, currency: known }
}
