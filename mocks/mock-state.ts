import { createStore, type StoreApi } from 'zustand/vanilla'
import type { EndpointName } from '#/contract/endpoints.ts'
import type { Config } from '#/contract/service.ts'
import { demoStaff } from '#mocks/seed/demo-staff.ts'

/** Situations that the mock can be put into; `mocks/scenarios.ts` says what each does. */
export const scenarioNames = [
  'normal',
  'empty',
  'slow',
  'conflict',
  'permissionLost',
  'providerUnavailable',
  'cardNumbers',
  'cartsOrdered',
  'newerServer',
  'brokenAnswers',
  'goneRecords',
  'readsFail',
  'savesFail',
  'flaky',
  'noAttributes',
  'cardUnavailable',
  'colleaguePresent',
  'streamDrops',
  'noStream',
] as const
export type ScenarioName = (typeof scenarioNames)[number]

/** Ways in which one endpoint can fail; `mocks/faults.ts` makes the answers. */
export const failureNames = [
  'internal',
  'unavailable',
  'tooManyRequests',
  'network',
  'never',
  'truncated',
  'html',
] as const
export type FailureName = (typeof failureNames)[number]

export type DemoUser = keyof typeof demoStaff

/** Everybody's password in the mock; the panel shows it. */
export const mockPassword = 'demo'

/** What the mock is set to, beside its data. */
export interface MockState {
  /** Who is signed in; `null` after signing out. */
  staffId: string | null
  /** The session ran out: requests are refused until somebody signs in. */
  isExpired: boolean
  scenario: ScenarioName
  /** Milliseconds that each answer is held back. */
  latencyMs: number
  /** The endpoint that fails, and how. */
  failing: { operation: EndpointName; failure: FailureName } | null
  /** Which of the two optional personal details the installation shows. */
  personalDetail: Config['personalDetail']
  /** How many customers the data of the browser mock begins with. */
  customers: number
}

/** Numbers of customers to choose from: quick to start, as many as the server's demo data, many. */
export const customerCounts = [300, 2000, 10_000] as const

export const initialMockState: MockState = {
  staffId: demoStaff.admin.id,
  isExpired: false,
  scenario: 'normal',
  latencyMs: 0,
  failing: null,
  personalDetail: 'displayName',
  customers: customerCounts[0],
}

export type MockStateStore = StoreApi<MockState>

export const createMockState = (initial: Partial<MockState> = {}): MockStateStore =>
  createStore<MockState>(() => ({ ...initialMockState, ...initial }))

/** Signed in as one of the demo staff, with a fresh session. */
export const signedInAs = (user: DemoUser): Pick<MockState, 'staffId' | 'isExpired'> => ({
  staffId: demoStaff[user].id,
  isExpired: false,
})
