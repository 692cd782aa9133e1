import type { EdgeCase } from '#mocks/edge-cases/edge-case.ts'

export const storesCases = [] as const satisfies readonly EdgeCase[]
