import { Activity } from 'react'
import { ErrorBoundary } from 'react-error-boundary'
import { PanelError } from '#/shared/ui/page-error.tsx'
import type { RecordKind } from '#/workspace/record-kind.ts'
import { useWorkspaceState } from '#/workspace/workspace-context.ts'

/** Id of the element that shows a record, and of its tab. */
export const panelId = (id: string) => `record-${id}`
export const tabId = (id: string) => `record-tab-${id}`

/** All mounted records; those that are not shown keep their inputs and scroll but run no effects and no requests. */
export function RecordPanels({ kind }: { kind: RecordKind }) {
  const records = useWorkspaceState((state) => state.records)
  const mounted = useWorkspaceState((state) => state.mounted)
  const active = useWorkspaceState((state) => state.active)
  return records
    .filter((record) => mounted.includes(record.id))
    .map(({ id, section }) => (
      <Activity key={id} mode={id === active ? 'visible' : 'hidden'}>
        <div role="tabpanel" id={panelId(id)} aria-labelledby={tabId(id)}>
          <ErrorBoundary FallbackComponent={PanelError}>
            <kind.Record id={id} section={section} />
          </ErrorBoundary>
        </div>
      </Activity>
    ))
}
