import type { EdgeCase } from '#mocks/edge-cases/edge-case.ts'

export const accountCases = [] as const satisfies readonly EdgeCase[]
