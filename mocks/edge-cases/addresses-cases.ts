import type { EdgeCase } from '#mocks/edge-cases/edge-case.ts'

export const addressesCases = [
  { name: 'no-addresses', covers: [31], at: '/customers/bo/addresses' },
  { name: 'one-unnamed-address', covers: [31, 33], at: '/customers/no-pref/addresses' },
  { name: 'fifty-addresses', covers: [31], at: '/customers/fifty/addresses' },
  { name: 'one-address-for-both', covers: [31, 34], at: '/customers/orders/addresses' },
  { name: 'two-preferred-addresses', covers: [31], at: '/customers/twice-pref/addresses' },
  { name: 'addresses-of-many-countries', covers: [32], at: '/customers/globe/addresses' },
  { name: 'regions-with-and-without-country', covers: [32], at: '/customers/regions/addresses' },
  { name: 'address-names', covers: [33], at: '/customers/two-homes/addresses' },
] as const satisfies readonly EdgeCase[]
