import type { ReadCall } from '#server/api/call.ts'
import type { Condition } from '#server/store/store.ts'

/** Orders in one of the currencies; those that name none count in that of their scope. */
export async function orderCurrencies(
  { store }: ReadCall,
  currencies: readonly string[] | undefined,
): Promise<Condition<'orders'>[]> {
  if (!currencies) return []
  const scopes = await store.find('scopes', { where: { op: 'in', field: 'currency', values: currencies } })
  return [
    {
      op: 'or',
      conditions: [
        { op: 'in', field: 'currency', values: currencies },
        {
          op: 'and',
          conditions: [
            { op: 'in', field: 'currency', values: [null] },
            { op: 'in', field: 'scopeId', values: scopes.rows.map(({ id }) => id) },
          ],
        },
      ],
    },
  ]
}
