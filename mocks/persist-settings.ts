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

/** What the mock is set to, as it was before the last reload, and the same in every window. */
export async function openMockSettings(): Promise<MockStateStore> {
  const kept = await openPersistedChanges({ name: settingsName, seed: '1' })
  const [change] = await kept.load()
  const state = createMockState(settingsOf(change?.row))
  /** What another window has just said is not said again. */
  let heard: MockState | undefined
  state.subscribe((settings) => {
    if (settings === heard) return
    void kept.save([{ collection: 'settings', id, row: { id, value: settings } }])
  })
  kept.listen({
    changed: ([changed]) => {
      heard = { ...state.getState(), ...settingsOf(changed?.row) }
      state.setState(heard, true)
    },
    cleared: () => {
      heard = initialMockState
      state.setState(heard, true)
    },
  })
  return state
}

/** Settings of an earlier version may name scenarios that are gone. */
function settingsOf(row: MemoryRow | null | undefined): Partial<MockState> {
  const settings: Partial<MockState> = Object(row?.['value'])
  return scenarioNames.some((name) => name === settings.scenario) ? settings : {}
}
