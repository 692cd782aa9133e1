import type { WriteCall } from '#server/api/call.ts'
import { invalid } from '#server/api/refusal.ts'
import type { CaseRow } from '#server/store/care-rows.ts'

interface Named {
  assigneeId?: string | null | undefined
  relatedProductId?: string | null | undefined
}

/** The member of staff and the product that ids stand for; 422 when there is no such one. */
export async function resolvedCaseMembers(
  { store }: WriteCall,
  customerId: string,
  { assigneeId, relatedProductId }: Named,
): Promise<Partial<Pick<CaseRow, 'assignee' | 'relatedProduct'>>> {
  const members: Partial<Pick<CaseRow, 'assignee' | 'relatedProduct'>> = {}
  if (assigneeId === null) members.assignee = null
  else if (assigneeId !== undefined) {
    const staff = await store.get('staff', assigneeId)
    if (!staff || staff.disabledAt !== null) {
      throw invalid({ pointer: '/assigneeId', code: 'not-found', detail: 'Nobody of the staff has this id' })
    }
    members.assignee = { id: staff.id, displayName: staff.displayName }
  }
  if (relatedProductId === null) members.relatedProduct = null
  else if (relatedProductId !== undefined) {
    const subscription = await store.get('subscriptions', relatedProductId)
    if (subscription?.customerId !== customerId) {
      throw invalid({ pointer: '/relatedProductId', code: 'not-found', detail: 'The customer has no such product' })
    }
    members.relatedProduct = { id: subscription.id, name: subscription.name }
  }
  return members
}
