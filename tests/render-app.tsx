import { createMemoryHistory, type HistoryState } from '@tanstack/react-router'
import { render } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { onTestFinished } from 'vitest'
import { createApp } from '#/app/create-app.tsx'
import { openNothing, type OpenChannel } from '#/shared/live/window-channel.ts'
import { edgeCase, type EdgeCaseName } from '#mocks/edge-cases/edge-cases.ts'
import { type DemoUser, type ScenarioName, signedInAs } from '#mocks/mock-state.ts'
import type { FakeLive } from '#tests/fake-live.ts'
import { configureMocks, sentNames, sentTo } from '#mocks/node.ts'

// Pages that are loaded when first shown are there before the first test: loading them is not what a test waits for.
await Promise.allSettled(
  Object.values(
    import.meta.glob(['/src/{customers,metadata,orders,shared,workspace}/**/*.tsx', '!/src/**/*.test.tsx']),
  ).map(async (load) => load()),
)

interface Options {
  /** Who is signed in; `null` for nobody. */
  as?: DemoUser | null
  scenario?: ScenarioName
  /** What stands in the history entry, as after a reload. */
  state?: HistoryState
  /** How it hears other windows; as alone unless told. */
  openChannel?: OpenChannel
  windowId?: string
  /** What is open is stored as in the product, with the requests that takes. */
  storesWorkspace?: boolean
  /** What it hears of changes on the server; nothing unless told. */
  live?: FakeLive
}

/**
 * The whole app at an address, over the mock. Waits for nothing. `loadedPages` are addresses that a browser would have
 * loaded afresh.
 */
export function renderApp(
  at = '/customers',
  {
    as = 'admin',
    scenario = 'normal',
    state,
    openChannel = openNothing,
    windowId = 'window0001',
    storesWorkspace = false,
    live,
  }: Options = {},
) {
  configureMocks({ scenario, ...(as === null ? { staffId: null } : signedInAs(as)) })
  const history = createMemoryHistory({ initialEntries: [at] })
  if (state) history.replace(at, state)
  const { App, ...app } = createApp(history, {
    openChannel,
    windowId: Promise.resolve(windowId),
    storesWorkspace,
    connectLive: live?.connect ?? null,
  })
  const loadedPages: string[] = []
  app.session.setState({ loadPage: (href) => loadedPages.push(href) })
  const view = render(<App />)
  onTestFinished(async () => {
    view.unmount()
    app.endLive?.()
    await app.queryClient.cancelQueries()
    app.queryClient.clear()
  })
  return { ...app, ...view, user: userEvent.setup(), sentTo, sentNames, loadedPages }
}

/** The app at an edge case, as the mock panel shows it. */
export function renderCase(name: EdgeCaseName, options: Pick<Options, 'as' | 'live'> = {}) {
  const { at, scenario = 'normal' } = edgeCase(name)
  return renderApp(at, { ...options, scenario })
}
