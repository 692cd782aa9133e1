import type { EdgeCase } from '#mocks/edge-cases/edge-case.ts'

export const activityCases = [
  { name: 'activity-of-every-kind', covers: [54], at: '/customers/vip/activity' },
] as const satisfies readonly EdgeCase[]
