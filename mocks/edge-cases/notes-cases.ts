import type { EdgeCase } from '#mocks/edge-cases/edge-case.ts'

export const notesCases = [
  { name: 'notes-of-every-kind', covers: [56], at: '/customers/vip/notes' },
  { name: 'no-notes', covers: [49], at: '/customers/never/notes' },
] as const satisfies readonly EdgeCase[]
