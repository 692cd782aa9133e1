import type { EdgeCase } from '#mocks/edge-cases/edge-case.ts'

export const storesCases = [
  { name: 'stores-of-every-state', covers: [36], at: '/customers/shopper/stores' },
  { name: 'preferred-store-gone', covers: [36], at: '/customers/lost-store/stores' },
  { name: 'preferred-store-refused', covers: [37], at: '/customers/shopper/stores', scenario: 'savesFail' },
] as const satisfies readonly EdgeCase[]
