import type { EdgeCase } from '#mocks/edge-cases/edge-case.ts'

export const productsCases = [
  { name: 'products-of-every-kind', covers: [60], at: '/customers/vip/products' },
  { name: 'products-that-nobody-expects', covers: [60], at: '/customers/carter/products' },
  { name: 'no-products', covers: [49], at: '/customers/never/products' },
] as const satisfies readonly EdgeCase[]
