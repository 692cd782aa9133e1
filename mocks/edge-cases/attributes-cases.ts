import type { EdgeCase } from '#mocks/edge-cases/edge-case.ts'

export const attributesCases = [] as const satisfies readonly EdgeCase[]
