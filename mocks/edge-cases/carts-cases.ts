import type { EdgeCase } from '#mocks/edge-cases/edge-case.ts'

export const cartsCases = [] as const satisfies readonly EdgeCase[]
