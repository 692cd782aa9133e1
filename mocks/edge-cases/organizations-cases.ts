import type { EdgeCase } from '#mocks/edge-cases/edge-case.ts'

export const organizationsCases = [
  { name: 'organizations-with-gaps', covers: [35], at: '/customers/org-gaps/organizations' },
] as const satisfies readonly EdgeCase[]
