import type { EdgeCase } from '#mocks/edge-cases/edge-case.ts'

export const casesCases = [
  { name: 'cases-of-every-kind', covers: [58, 60], at: '/customers/vip/cases' },
  { name: 'no-cases', covers: [49], at: '/customers/never/cases' },
] as const satisfies readonly EdgeCase[]
