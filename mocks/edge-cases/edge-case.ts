import type { ScenarioName } from '#mocks/mock-state.ts'

/** An odd situation of real data that has a name, an address where it is seen, and a test that says what a person sees. */
export interface EdgeCase {
  /** Unique, in kebab case: what the panel shows and `renderCase` takes. */
  name: string
  /** Numbers in the list of edge cases (docs/edge-cases.md) that it shows. */
  covers: readonly number[]
  /** Address within the app. */
  at: string
  /** How the API behaves there; as usual unless told. */
  scenario?: ScenarioName
}
