import type { Payment } from '#/contract/payments.ts'
import { codeLabel } from '#/shared/format/code-label.ts'
import { StatusBadge, type Tone } from '#/shared/ui/status-badge.tsx'

const tones: Record<Payment['status'], Tone> = { pending: 'caution', success: 'positive', failure: 'critical' }

/** How a payment stands, in words. */
export function PaymentStatus({ status }: Pick<Payment, 'status'>) {
  return <StatusBadge tone={tones[status]}>{codeLabel('ledgerPaymentStatus', status)}</StatusBadge>
}
