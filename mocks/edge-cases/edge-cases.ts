import { accountCases } from '#mocks/edge-cases/account-cases.ts'
import { addressesCases } from '#mocks/edge-cases/addresses-cases.ts'
import { attributesCases } from '#mocks/edge-cases/attributes-cases.ts'
import { cartsCases } from '#mocks/edge-cases/carts-cases.ts'
import type { EdgeCase } from '#mocks/edge-cases/edge-case.ts'
import { everywhereCases } from '#mocks/edge-cases/everywhere-cases.ts'
import { ordersCases } from '#mocks/edge-cases/orders-cases.ts'
import { organizationsCases } from '#mocks/edge-cases/organizations-cases.ts'
import { paymentsCases } from '#mocks/edge-cases/payments-cases.ts'
import { storesCases } from '#mocks/edge-cases/stores-cases.ts'

const all = [
  ...accountCases,
  ...attributesCases,
  ...addressesCases,
  ...organizationsCases,
  ...storesCases,
  ...ordersCases,
  ...cartsCases,
  ...paymentsCases,
  ...everywhereCases,
] as const

/** Every edge case that has a name; the panel goes there by hand, `renderCase` in tests. */
export const edgeCases: readonly EdgeCase[] = all

export type EdgeCaseName = (typeof all)[number]['name']

export function edgeCase(name: EdgeCaseName): EdgeCase {
  const found = edgeCases.find((each) => each.name === name)
  if (!found) throw new Error(`There is no edge case ${name}`)
  return found
}
