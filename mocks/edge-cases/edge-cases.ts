import { accountCases } from '#mocks/edge-cases/account-cases.ts'
import { activityCases } from '#mocks/edge-cases/activity-cases.ts'
import { addressesCases } from '#mocks/edge-cases/addresses-cases.ts'
import { attributesCases } from '#mocks/edge-cases/attributes-cases.ts'
import { billingCases } from '#mocks/edge-cases/billing-cases.ts'
import { cartsCases } from '#mocks/edge-cases/carts-cases.ts'
import { casesCases } from '#mocks/edge-cases/cases-cases.ts'
import { contactsCases } from '#mocks/edge-cases/contacts-cases.ts'
import type { EdgeCase } from '#mocks/edge-cases/edge-case.ts'
import { everywhereCases } from '#mocks/edge-cases/everywhere-cases.ts'
import { liveCases } from '#mocks/edge-cases/live-cases.ts'
import { notesCases } from '#mocks/edge-cases/notes-cases.ts'
import { ordersCases } from '#mocks/edge-cases/orders-cases.ts'
import { organizationsCases } from '#mocks/edge-cases/organizations-cases.ts'
import { overviewCases } from '#mocks/edge-cases/overview-cases.ts'
import { paymentsCases } from '#mocks/edge-cases/payments-cases.ts'
import { productsCases } from '#mocks/edge-cases/products-cases.ts'
import { storesCases } from '#mocks/edge-cases/stores-cases.ts'
import { workspaceCases } from '#mocks/edge-cases/workspace-cases.ts'

const all = [
  ...workspaceCases,
  ...accountCases,
  ...attributesCases,
  ...addressesCases,
  ...organizationsCases,
  ...storesCases,
  ...ordersCases,
  ...cartsCases,
  ...paymentsCases,
  ...overviewCases,
  ...activityCases,
  ...notesCases,
  ...casesCases,
  ...productsCases,
  ...contactsCases,
  ...billingCases,
  ...liveCases,
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
