import type { EdgeCase } from '#mocks/edge-cases/edge-case.ts'

export const everywhereCases = [
  { name: 'every-read-fails', covers: [57], at: '/customers/ada/account', scenario: 'readsFail' },
  { name: 'every-list-is-empty', covers: [57], at: '/customers/ada/addresses', scenario: 'empty' },
  { name: 'every-record-is-gone', covers: [57], at: '/customers/ada/account', scenario: 'goneRecords' },
  { name: 'two-lists-of-tabs', covers: [58], at: '/customers/blocked/account?open=blocked.account_ada.orders' },
  { name: 'nothing-personal-in-the-address', covers: [59], at: '/customers/ada/account' },
  { name: 'other-ways-of-writing', covers: [60], at: '/customers/money/orders' },
] as const satisfies readonly EdgeCase[]
