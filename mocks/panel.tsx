import { useId, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { useStore } from 'zustand'
import { m } from '#/shared/i18n/generated/messages.js'
import type { MockControls } from '#mocks/mock-controls.ts'
import { initialMockState, type MockState } from '#mocks/mock-state.ts'
import { PanelForm } from '#mocks/panel-form.tsx'
import { scenarioLabels } from '#mocks/panel-labels.ts'
import { panelStyle } from '#mocks/panel-style.ts'

/** What is not as usual, in a word. */
function whatIsChanged({ scenario, failing, latencyMs, isExpired }: MockState): string | undefined {
  if (isExpired) return m.mocks_expire()
  if (failing) return failing.operation
  if (scenario !== initialMockState.scenario) return scenarioLabels[scenario].name()
  if (latencyMs > 0) return m.mocks_latency_value({ milliseconds: latencyMs })
  return undefined
}

function Panel({ controls }: { controls: MockControls }) {
  const [isOpen, setOpen] = useState(false)
  const formId = useId()
  const changed = whatIsChanged(useStore(controls.state))

  return (
    <aside aria-label={m.mocks_panel()}>
      {isOpen ? <PanelForm id={formId} controls={controls} /> : null}
      <button
        type="button"
        className="toggle"
        data-changed={changed !== undefined}
        aria-expanded={isOpen}
        aria-controls={isOpen ? formId : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {changed === undefined ? m.mocks_button() : m.mocks_button_changed({ what: changed })}
      </button>
    </aside>
  )
}

/** Puts the panel into a corner of the page, apart from the app: own root, own style, own keys. */
export function showPanel(controls: MockControls): void {
  const host = document.createElement('div')
  // Keys typed here are no shortcuts of the app.
  host.addEventListener('keydown', (event) => event.stopPropagation())
  const shadow = host.attachShadow({ mode: 'open' })
  const style = document.createElement('style')
  style.textContent = panelStyle
  const root = document.createElement('div')
  shadow.append(style, root)
  document.body.append(host)
  createRoot(root).render(<Panel controls={controls} />)
}
