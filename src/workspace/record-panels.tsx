import { styled } from '@mui/material/styles'
import { Activity, memo, Suspense } from 'react'
import { ErrorBoundary } from 'react-error-boundary'
import { PanelError } from '#/shared/ui/page-error.tsx'
import { RecordAround } from '#/shared/ui/record-around.ts'
import type { Section } from '#/workspace/open-records.ts'
import { panelId, tabDescriptionId, tabId } from '#/workspace/record-ids.ts'
import type { RecordKind } from '#/workspace/record-kind.ts'
import { usePanelFocus } from '#/workspace/use-panel-focus.ts'
import { useWorkspaceState } from '#/workspace/workspace-context.ts'

const Main = styled('main')({ height: '100%', minHeight: 0, '&[hidden]': { display: 'none' } })

const Panel = styled('div')({
  height: '100%',
  minHeight: 0,
  overflow: 'hidden',
  // What changes in a record is laid out within it.
  contain: 'layout paint',
  // The panel is no control: it holds the focus only until the first press of Tab.
  '&:focus': { outline: 'none' },
})

interface PanelProps {
  kind: RecordKind
  id: string
  section: Section
  isActive: boolean
}

/** One record. Hidden it keeps its inputs and scroll, but runs no effects and makes no requests. */
const RecordPanel = memo(function RecordPanel({ kind, id, section, isActive }: PanelProps) {
  return (
    <Activity mode={isActive ? 'visible' : 'hidden'}>
      <Panel role="tabpanel" id={panelId(id)} aria-labelledby={tabId(id)} tabIndex={-1} data-record={id}>
        <ErrorBoundary FallbackComponent={PanelError}>
          <RecordAround value={`${tabId(id)} ${tabDescriptionId(id)}`}>
            <Suspense>
              <kind.Record id={id} section={section} />
            </Suspense>
          </RecordAround>
        </ErrorBoundary>
      </Panel>
    </Activity>
  )
})

/** All mounted records, of which one is shown; when none is, the page of the address stands in their place. */
export function RecordPanels({ kind }: { kind: RecordKind }) {
  const records = useWorkspaceState((state) => state.records)
  const mounted = useWorkspaceState((state) => state.mounted)
  const active = useWorkspaceState((state) => state.active)
  const rememberFocus = usePanelFocus(active)
  return (
    // Listens to where the focus goes inside; it is no control itself.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <Main hidden={active === null} onFocus={rememberFocus}>
      {records.map(({ id, section }) =>
        mounted.includes(id) ? (
          <RecordPanel key={id} kind={kind} id={id} section={section} isActive={id === active} />
        ) : null,
      )}
    </Main>
  )
}
