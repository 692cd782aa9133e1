import type { EdgeCase } from '#mocks/edge-cases/edge-case.ts'

export const cartsCases = [
  { name: 'carts-of-every-kind', covers: [44], at: '/customers/carter/carts' },
  { name: 'cart-that-became-an-order', covers: [44], at: '/customers/becca/carts', scenario: 'cartsOrdered' },
] as const satisfies readonly EdgeCase[]
