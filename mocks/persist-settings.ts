import type { MemoryRow } from '#mocks/memory-table.ts'
import {
  createMockState,
  initialMockState,
  scenarioNames,
  type MockState,
  type MockStateStore,
} from '#mocks/mock-state.ts'
import { openPersistedChanges } from '#mocks/persist-changes.ts'

const settingsName = 'customer-workspace-mock-settings'
const id = 'mock'

export interface MockSettings {
  state: MockStateStore
  /** Resolves when a reload would find the settings. */
  kept: () => Promise<void>
}

/** What the mock is set to, as it was before the last reload, and the same in every window. */
export async function openMockSettings(): Promise<MockSettings> {
  const changes = await openPersistedChanges({ name: settingsName, seed: '1' })
  const [change] = await changes.load()
  const state = createMockState(settingsOf(change?.row))
  let saved: Promise<void> = Promise.resolve()
  /** What another window has just said is not said again. */
  let heard: MockState | undefined
  state.subscribe((settings) => {
    if (settings !== heard) saved = changes.save([{ collection: 'settings', id, row: { id, value: settings } }])
  })
  const hear = (settings: Partial<MockState>) => {
    heard = { ...initialMockState, ...settings }
    state.setState(heard, true)
  }
  changes.listen({ changed: ([changed]) => hear(settingsOf(changed?.row)), cleared: () => hear({}) })
  return { state, kept: async () => saved }
}

/** Settings of an earlier version may name scenarios that are gone. */
function settingsOf(row: MemoryRow | null | undefined): Partial<MockState> {
  const settings: Partial<MockState> = Object(row?.['value'])
  return scenarioNames.some((name) => name === settings.scenario) ? settings : {}
}
