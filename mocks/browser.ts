import { network } from 'virtual:msw'
import { handlersFor } from '#mocks/handlers.ts'
import type { InitialRows } from '#mocks/memory-store.ts'
import { createMockBackend, type MockBackend } from '#mocks/mock-backend.ts'
import type { MockControls } from '#mocks/mock-controls.ts'
import { openPersistedChanges } from '#mocks/persist-changes.ts'
import { openMockSettings, type MockSettings } from '#mocks/persist-settings.ts'
import { forgottenUpTo } from '#server/api/change-reader.ts'
import { resetEvent } from '#server/api/change-log.ts'
import { colleagueSaves } from '#mocks/scenarios.ts'
import { demoRows } from '#mocks/seed/demo-seed.ts'

const dataName = 'customer-workspace-mock-data'

/** Begins with the demo data and the changes made since; a reload finds what was changed. */
async function openBackend({
  state,
  kept: settingsKept,
}: MockSettings): Promise<{ backend: MockBackend; controls: MockControls }> {
  const { customers } = state.getState()
  const kept = await openPersistedChanges({
    name: dataName,
    seed: `demo-${customers}`,
    passedOn: ['changes', 'presence'],
  })
  const begun = leastPosition()
  const backend = createMockBackend({
    rows: { ...demoData(customers), settings: [forgottenUpTo(begun)] },
    state,
    onChange: async (changes) => kept.save(changes),
    leastPosition,
  })
  await backend.store.apply(await kept.load())
  kept.listen({
    changed: (changes) => void backend.store.apply(changes),
    cleared: () => void startOver(backend),
  })
  const controls: MockControls = {
    state,
    reload: async () => {
      await settingsKept()
      window.location.reload()
    },
    open: async (href, settings) => {
      state.setState(settings)
      await settingsKept()
      window.location.assign(href)
    },
    colleagueSaves: async (customerId) => colleagueSaves(backend, customerId, ['phone'], Date.now()),
    resetData: async () => {
      await kept.clear()
      await backend.store.reset()
    },
  }
  return { backend, controls }
}

/** By the clock, so that a window can go on where another one was. */
const leastPosition = () => Date.now() * 1000

/** What this window shows is no longer so. */
async function startOver({ store }: MockBackend): Promise<void> {
  await store.reset()
  const event = resetEvent({ actor: { type: 'system', id: null }, now: new Date().toISOString() })
  await store.transaction((transaction) => transaction.append([event]))
}

function demoData(customers: number): InitialRows {
  const rows: Record<string, object[]> = {}
  for (const batch of demoRows({ customers })) {
    const known = (rows[batch.collection] ??= [])
    for (const row of batch.rows) known.push(row)
  }
  return rows
}

/** Hidden from robots unless they ask for it: a panel in the corner is in the way of their screenshots. */
function isPanelWanted(): boolean {
  const asked = new URLSearchParams(window.location.search).get('mock-panel')
  return asked === null ? !navigator.webdriver : asked !== 'off'
}

/** Puts the mock in front of the network; the app can be started when it resolves. */
export async function startMocks(): Promise<void> {
  const { backend, controls } = await openBackend(await openMockSettings())
  network.configure({
    handlers: handlersFor(() => backend),
    context: { quiet: true },
    onUnhandledFrame: ({ frame, defaults }) => {
      if (frame.protocol === 'http' && isOfApi((frame.data as { request: Request }).request)) defaults.error()
    },
  })
  await network.enable()
  if (!isPanelWanted()) return
  const { showPanel } = await import('#mocks/panel.tsx')
  showPanel(controls)
}

function isOfApi({ url }: Request): boolean {
  const { origin, pathname } = new URL(url)
  return origin === window.location.origin && pathname.startsWith('/api/')
}
