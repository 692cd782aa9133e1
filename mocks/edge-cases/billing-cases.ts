import type { EdgeCase } from '#mocks/edge-cases/edge-case.ts'

export const billingCases = [
  { name: 'invoices-of-every-kind', covers: [39, 50], at: '/customers/vip/billing' },
  { name: 'automated-payment-of-a-vip', covers: [23], at: '/customers/vip/billing' },
  { name: 'overdue-in-several-currencies', covers: [39, 45, 50], at: '/customers/expired/billing' },
  { name: 'no-billing-information', covers: [49], at: '/customers/never/billing' },
] as const satisfies readonly EdgeCase[]
