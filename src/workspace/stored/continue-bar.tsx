import { styled } from '@mui/material/styles'
import type { SavedWorkspace } from '#/contract/workspaces.ts'
import { formatMoment } from '#/shared/format/format-time.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { narrow } from '#/shared/theme/tokens.ts'
import { Button } from '#/shared/ui/button.tsx'
import { contentId } from '#/workspace/record-ids.ts'
import { resumed } from '#/workspace/stored/stored-workspace.ts'
import { listPath } from '#/workspace/workspace-address.ts'
import { useWorkspace } from '#/workspace/workspace-context.ts'

// First for the keyboard, last on the screen: what comes late moves nothing that is about to be pressed.
const Bar = styled('section')({
  order: 1,
  flex: 'none',
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '4px 12px',
  padding: '8px 24px',
  borderTop: `1px solid ${color.hairline}`,
  backgroundColor: color.accentSoft,
  '& > p': { fontWeight: 500 },
  '& > small': { ...type.meta, color: color.secondary, marginRight: 'auto' },
  [narrow]: { padding: '8px 12px' },
})

/** The bar goes with the button that had the focus. */
const stay = () => document.getElementById(contentId)?.focus()

/** Offers to go on with what an earlier window had open. */
export function ContinueBar({ offer }: { offer: SavedWorkspace }) {
  const workspace = useWorkspace()
  const goOn = () => {
    const { state, views, path } = resumed(workspace.store.getState(), offer)
    workspace.adopt(state, views, path)
    if (path === listPath) stay()
  }
  const startFresh = () => {
    workspace.adopt({ offer: null }, {})
    stay()
  }
  return (
    <Bar aria-label={m.workspace_offer()} data-screen>
      <p>{m.workspace_offer_text({ count: offer.records.length, time: formatMoment(offer.at) })}</p>
      <small>{m.workspace_offer_hint()}</small>
      <Button onClick={startFresh}>{m.workspace_start_fresh()}</Button>
      <Button variant="contained" onClick={goOn}>
        {m.workspace_continue()}
      </Button>
    </Bar>
  )
}
