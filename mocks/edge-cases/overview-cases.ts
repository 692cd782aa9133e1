import type { EdgeCase } from '#mocks/edge-cases/edge-case.ts'

export const overviewCases = [
  { name: 'cards-with-nothing', covers: [49], at: '/customers/never/overview' },
  { name: 'cards-below-their-limit', covers: [49], at: '/customers/wolf/overview' },
  { name: 'cards-at-their-limit', covers: [49], at: '/customers/tanaka/overview' },
  { name: 'cards-above-their-limit', covers: [49], at: '/customers/acme/overview' },
  { name: 'invoice-on-plan-and-disputed', covers: [50], at: '/customers/vip/overview' },
  { name: 'contact-addresses', covers: [51, 52], at: '/customers/vip/overview' },
  { name: 'notes-with-entries-of-cases', covers: [53], at: '/customers/vip/overview' },
  { name: 'one-card-fails', covers: [57], at: '/customers/vip/overview', scenario: 'cardUnavailable' },
] as const satisfies readonly EdgeCase[]
