import type { CustomerStatus } from '#/contract/customers.ts'
import type { OrderListItem } from '#/contract/orders.ts'
import type { SavedPayment } from '#/contract/saved-payments.ts'
import type { Tone } from '#/shared/ui/status-badge.tsx'

export const customerStatusTones: Record<CustomerStatus, Tone> = {
  active: 'positive',
  inactive: 'neutral',
  blocked: 'critical',
  requiresApproval: 'caution',
}

export const orderClassTones: Record<OrderListItem['status']['class'], Tone> = {
  open: 'info',
  inProgress: 'info',
  completed: 'positive',
  canceled: 'neutral',
  attention: 'caution',
}

export const savedPaymentTones: Record<SavedPayment['status'], Tone> = {
  active: 'positive',
  expiringSoon: 'caution',
  expired: 'critical',
  disabled: 'neutral',
}
