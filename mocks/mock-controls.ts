import type { MockState, MockStateStore } from '#mocks/mock-state.ts'

/** What the panel can do. */
export interface MockControls {
  state: MockStateStore
  /** Loads the page again once the settings are kept. */
  reload(): Promise<void>
  /** Goes to an address of the app with these settings, loading the page again. */
  open(href: string, settings: Partial<MockState>): Promise<void>
  /** Somebody else saves a customer. */
  colleagueSaves(customerId: string): Promise<void>
  /** Brings the demo data back. */
  resetData(): Promise<void>
}
