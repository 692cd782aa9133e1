import type { EdgeCase } from '#mocks/edge-cases/edge-case.ts'

const twoOpen = '/customers/ada/account?open=ada.account_bo.account'

export const liveCases = [
  { name: 'renamed-while-open', covers: [4], at: '/customers/bo/account?open=ada.account_bo.account' },
  { name: 'slow-answer-after-a-switch', covers: [8], at: twoOpen, scenario: 'slow' },
  { name: 'two-people-at-one-account', covers: [9], at: twoOpen, scenario: 'conflict' },
  { name: 'gone-while-open', covers: [10], at: twoOpen },
  { name: 'anonymised-while-open', covers: [10], at: twoOpen },
  { name: 'session-ends-over-typed-work', covers: [11], at: twoOpen },
  { name: 'permission-lost-over-typed-work', covers: [11], at: twoOpen, scenario: 'permissionLost' },
] as const satisfies readonly EdgeCase[]
