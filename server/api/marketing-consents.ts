import type { Customer, CustomerPatch } from '#/contract/customers.ts'
import { invalid } from '#server/api/refusal.ts'

type Consents = Customer['marketingConsents']

/** The list as it is asked for; what was decided before keeps its time. */
export function consentsAfter(
  { marketingConsents: before }: { marketingConsents: Consents },
  wanted: NonNullable<CustomerPatch['marketingConsents']>,
  now: string,
): Consents {
  const repeated = wanted.findIndex(({ channel }, index) => wanted.findIndex((one) => one.channel === channel) < index)
  if (repeated >= 0) {
    throw invalid({
      pointer: `/marketingConsents/${repeated}/channel`,
      code: 'duplicate',
      detail: 'Each channel stands there once',
    })
  }
  return wanted.map(({ channel, granted }) => {
    const known = before.find((consent) => consent.channel === channel)
    return known?.granted === granted ? known : { channel, granted, at: now }
  })
}
