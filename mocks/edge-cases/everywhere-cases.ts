import type { EdgeCase } from '#mocks/edge-cases/edge-case.ts'

export const everywhereCases = [
  { name: 'every-read-fails', covers: [57], at: '/customers/ada/account', scenario: 'readsFail' },
] as const satisfies readonly EdgeCase[]
