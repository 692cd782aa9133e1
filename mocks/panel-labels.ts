import { m } from '#/shared/i18n/generated/messages.js'
import type { FailureName, MockState, ScenarioName } from '#mocks/mock-state.ts'

export const scenarioLabels: Record<ScenarioName, { name: () => string; hint: () => string }> = {
  normal: { name: m.mocks_scenario_normal, hint: m.mocks_scenario_normal_hint },
  empty: { name: m.mocks_scenario_empty, hint: m.mocks_scenario_empty_hint },
  slow: { name: m.mocks_scenario_slow, hint: m.mocks_scenario_slow_hint },
  conflict: { name: m.mocks_scenario_conflict, hint: m.mocks_scenario_conflict_hint },
  permissionLost: { name: m.mocks_scenario_permission_lost, hint: m.mocks_scenario_permission_lost_hint },
  providerUnavailable: {
    name: m.mocks_scenario_provider_unavailable,
    hint: m.mocks_scenario_provider_unavailable_hint,
  },
  cardNumbers: { name: m.mocks_scenario_card_numbers, hint: m.mocks_scenario_card_numbers_hint },
  cartsOrdered: { name: m.mocks_scenario_carts_ordered, hint: m.mocks_scenario_carts_ordered_hint },
  newerServer: { name: m.mocks_scenario_newer_server, hint: m.mocks_scenario_newer_server_hint },
  brokenAnswers: { name: m.mocks_scenario_broken_answers, hint: m.mocks_scenario_broken_answers_hint },
  goneRecords: { name: m.mocks_scenario_gone_records, hint: m.mocks_scenario_gone_records_hint },
  readsFail: { name: m.mocks_scenario_reads_fail, hint: m.mocks_scenario_reads_fail_hint },
  savesFail: { name: m.mocks_scenario_saves_fail, hint: m.mocks_scenario_saves_fail_hint },
  flaky: { name: m.mocks_scenario_flaky, hint: m.mocks_scenario_flaky_hint },
  colleaguePresent: { name: m.mocks_scenario_colleague_present, hint: m.mocks_scenario_colleague_present_hint },
  streamDrops: { name: m.mocks_scenario_stream_drops, hint: m.mocks_scenario_stream_drops_hint },
  noStream: { name: m.mocks_scenario_no_stream, hint: m.mocks_scenario_no_stream_hint },
  cardUnavailable: { name: m.mocks_scenario_card_unavailable, hint: m.mocks_scenario_card_unavailable_hint },
  noAttributes: { name: m.mocks_scenario_no_attributes, hint: m.mocks_scenario_no_attributes_hint },
}

export const failureLabels: Record<FailureName, () => string> = {
  internal: m.mocks_failure_internal,
  unavailable: m.mocks_failure_unavailable,
  tooManyRequests: m.mocks_failure_too_many_requests,
  network: m.mocks_failure_network,
  never: m.mocks_failure_never,
  truncated: m.mocks_failure_truncated,
  html: m.mocks_failure_html,
}

export const personalDetailLabels: Record<MockState['personalDetail'], () => string> = {
  displayName: m.record_field_display_name,
  pin: m.record_field_pin,
  none: m.common_none,
}
