import type { EdgeCase } from '#mocks/edge-cases/edge-case.ts'

export const paymentsCases = [] as const satisfies readonly EdgeCase[]
