import { useCustomerFacts } from '#/customers/record/customer-facts.ts'
import type { Subject } from '#/shared/ui/customer-subject.tsx'

/** The customer that a dialog or notice names; by its id alone while nothing more is known. */
export function useSubject(customerId: string): Subject {
  const { facts } = useCustomerFacts(customerId)
  return { id: customerId, name: facts?.name ?? customerId, number: facts?.number ?? '' }
}
