import type { EdgeCase } from '#mocks/edge-cases/edge-case.ts'

export const addressesCases = [] as const satisfies readonly EdgeCase[]
