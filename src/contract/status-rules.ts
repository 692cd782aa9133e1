import type { CustomerStatus } from '#/contract/customers.ts'

/** Reasons that staff can choose; `other` needs a comment. */
export const statusReasons = [
  'accountClosure',
  'nonPayment',
  'creditLimitExceeded',
  'unbilledCreditLimitExceeded',
  'debtCollectionPending',
  'debtCollectionSubmitted',
  'other',
] as const
export type StatusReason = (typeof statusReasons)[number]

/** What each status can be changed to by hand. */
export const statusTransitions: Record<CustomerStatus, readonly CustomerStatus[]> = {
  active: ['blocked', 'inactive'],
  blocked: ['active', 'inactive'],
  inactive: ['active'],
  requiresApproval: ['active', 'inactive'],
}

interface Wish {
  to: CustomerStatus
  reason?: string | null | undefined
  comment?: string | null | undefined
}

export interface BrokenStatusRule {
  field: 'reason' | 'comment'
  code: 'required'
}

/** Whoever is shut out is told why. */
export function brokenStatusRules({ to, reason, comment }: Wish): BrokenStatusRule[] {
  const broken: BrokenStatusRule[] = []
  if ((to === 'blocked' || to === 'inactive') && !reason) broken.push({ field: 'reason', code: 'required' })
  if (reason === 'other' && !comment) broken.push({ field: 'comment', code: 'required' })
  return broken
}
