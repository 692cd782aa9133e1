import { useQuery } from '@tanstack/react-query'
import type { Case } from '#/contract/cases.ts'
import { activeStaffQuery, customerActorsQuery } from '#/customers/cases/case.queries.ts'
import type { Option } from '#/shared/form/select-field.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import { meQuery, useMay } from '#/shared/session/me.queries.ts'

/**
 * Whom a case can be given to: oneself first, whom it belongs to, and colleagues by name. Only who manages staff may read
 * the list of all; others choose among those who have done something for this customer.
 */
export function useAssignees(customerId: string, assignee: Case['assignee']) {
  const isWhole = useMay('staff:manage')
  const { data: me } = useQuery(meQuery)
  const { data: staff } = useQuery({ ...activeStaffQuery, enabled: isWhole })
  const { data: actors } = useQuery({ ...customerActorsQuery(customerId), enabled: me !== undefined && !isWhole })
  const mine = me ? [{ value: me.id, label: m.cases_me({ name: me.displayName }) }] : []
  const present = assignee?.id == null ? [] : [{ value: assignee.id, label: assignee.displayName ?? assignee.id }]
  const others = (staff ?? actors ?? []).map(({ id, displayName }) => ({ value: id, label: displayName }))
  const all = [...mine, ...present, ...others.toSorted((a, b) => a.label.localeCompare(b.label))]
  const options: readonly Option[] = all.filter(
    ({ value }, index) => all.findIndex((one) => one.value === value) === index,
  )
  return { options, hint: isWhole ? undefined : m.cases_assignee_hint() }
}
