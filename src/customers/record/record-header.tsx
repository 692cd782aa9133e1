import { useQuery } from '@tanstack/react-query'
import { customerTitleQuery } from '#/customers/customer.queries.ts'

/** Who this is. */
export function RecordHeader({ customerId }: { customerId: string }) {
  const { data } = useQuery(customerTitleQuery(customerId))
  return <h1>{data?.name}</h1>
}
