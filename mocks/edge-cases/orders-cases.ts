import type { EdgeCase } from '#mocks/edge-cases/edge-case.ts'

export const ordersCases = [] as const satisfies readonly EdgeCase[]
