import type { EdgeCase } from '#mocks/edge-cases/edge-case.ts'

export const organizationsCases = [] as const satisfies readonly EdgeCase[]
