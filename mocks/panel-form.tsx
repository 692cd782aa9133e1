import { useState } from 'react'
import { useStore } from 'zustand'
import { endpoints, type EndpointName } from '#/contract/endpoints.ts'
import { configSchema } from '#/contract/service.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { edgeCases } from '#mocks/edge-cases/edge-cases.ts'
import type { MockControls } from '#mocks/mock-controls.ts'
import { customerCounts, failureNames, mockPassword, scenarioNames, type MockState } from '#mocks/mock-state.ts'
import { failureLabels, personalDetailLabels, scenarioLabels } from '#mocks/panel-labels.ts'
import { PanelSelect } from '#mocks/panel-select.tsx'
import { demoStaff } from '#mocks/seed/demo-staff.ts'

const operations = Object.keys(endpoints) as EndpointName[]
const latencies = [0, 200, 1000, 5000]
const personalDetails = configSchema.shape.personalDetail.options
/** The customer of the seed with thousands of orders. */
const hugeCustomer = 'heavy'

/** The record that the address names. */
const customerInAddress = () => /^\/customers\/([^/]+)/.exec(window.location.pathname)?.[1]

const hugeAddress = () => `/customers/${hugeCustomer}/orders${window.location.search}`

export function PanelForm({ id, controls }: { id: string; controls: MockControls }) {
  const settings = useStore(controls.state)
  const { staffId, scenario, failing, latencyMs, customers, personalDetail } = settings
  const [status, setStatus] = useState('')
  const set = (change: Partial<MockState>) => controls.state.setState(change)
  const setAndReload = (change: Partial<MockState>) => {
    set(change)
    void controls.reload()
  }
  const expire = () => {
    set({ isExpired: true })
    setStatus(m.mocks_expired())
  }
  const goTo = (name: string) => {
    const chosen = edgeCases.find((each) => each.name === name)
    if (chosen) void controls.open(`${chosen.at}${window.location.search}`, { scenario: chosen.scenario ?? 'normal' })
  }
  const letColleagueSave = async () => {
    const customerId = customerInAddress()
    if (customerId !== undefined) await controls.colleagueSaves(customerId)
    setStatus(customerId === undefined ? m.mocks_colleague_where() : m.mocks_colleague_saved())
  }
  const reset = () => {
    // oxlint-disable-next-line no-alert -- a tool for developers, apart from the app and its dialogs
    if (window.confirm(m.mocks_reset_question())) void controls.resetData().then(async () => controls.reload())
  }

  return (
    <form id={id} onSubmit={(event) => event.preventDefault()}>
      <PanelSelect
        label={m.mocks_signed_in_as()}
        value={staffId ?? ''}
        options={[
          ...Object.values(demoStaff).map(({ id, username, displayName }) => ({
            value: id,
            label: `${username} (${displayName})`,
          })),
          { value: '', label: m.mocks_signed_out() },
        ]}
        onChange={(value) => setAndReload({ staffId: value === '' ? null : value, isExpired: false })}
      />
      <p>{m.mocks_password({ password: mockPassword })}</p>
      <PanelSelect
        label={m.mocks_situation()}
        value={scenario}
        options={scenarioNames.map((value) => ({ value, label: scenarioLabels[value].name() }))}
        onChange={(value) => set({ scenario: value })}
      />
      <p>{scenarioLabels[scenario].hint()}</p>
      <PanelSelect
        label={m.mocks_edge_case()}
        value=""
        options={[
          { value: '', label: m.mocks_edge_case_choose() },
          ...edgeCases.map(({ name, covers }) => ({ value: name, label: `${covers.join(', ')} · ${name}` })),
        ]}
        onChange={goTo}
      />
      <PanelSelect
        label={m.mocks_failing()}
        value={failing?.operation ?? ''}
        options={[
          { value: '' as const, label: m.mocks_failing_none() },
          ...operations.map((value) => ({ value, label: value })),
        ]}
        onChange={(value) =>
          set({ failing: value === '' ? null : { operation: value, failure: failing?.failure ?? 'internal' } })
        }
      />
      {failing ? (
        <PanelSelect
          label={m.mocks_failure()}
          value={failing.failure}
          options={failureNames.map((value) => ({ value, label: failureLabels[value]() }))}
          onChange={(failure) => set({ failing: { ...failing, failure } })}
        />
      ) : null}
      <PanelSelect
        label={m.mocks_latency()}
        value={latencyMs}
        options={latencies.map((value) => ({
          value,
          label: value === 0 ? m.mocks_latency_none() : m.mocks_latency_value({ milliseconds: value }),
        }))}
        onChange={(value) => set({ latencyMs: value })}
      />
      <PanelSelect
        label={m.mocks_personal_detail()}
        value={personalDetail}
        options={personalDetails.map((value) => ({ value, label: personalDetailLabels[value]() }))}
        onChange={(value) => setAndReload({ personalDetail: value })}
      />
      <PanelSelect
        label={m.mocks_customers()}
        value={customers}
        options={customerCounts.map((value) => ({ value, label: value.toLocaleString('en') }))}
        onChange={(value) => setAndReload({ customers: value })}
      />
      <div className="actions">
        <button type="button" onClick={expire}>
          {m.mocks_expire()}
        </button>
        <button type="button" onClick={() => void letColleagueSave()}>
          {m.mocks_colleague()}
        </button>
        <a href={hugeAddress()} onClick={(event) => event.currentTarget.setAttribute('href', hugeAddress())}>
          {m.mocks_huge()}
        </a>
        <button type="button" onClick={reset}>
          {m.mocks_reset()}
        </button>
      </div>
      <output>{status}</output>
    </form>
  )
}
