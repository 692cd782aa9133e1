import type { EdgeCase } from '#mocks/edge-cases/edge-case.ts'

export const paymentsCases = [
  { name: 'saved-payments-of-every-kind', covers: [45], at: '/customers/payer/payments' },
  { name: 'saved-payment-in-use', covers: [46], at: '/customers/expired/payments' },
  {
    name: 'payment-provider-down',
    covers: [47],
    at: '/customers/payer/payments',
    scenario: 'providerUnavailable',
  },
  { name: 'card-numbers-sent', covers: [45, 48], at: '/customers/payer/payments', scenario: 'cardNumbers' },
] as const satisfies readonly EdgeCase[]
