import { styled } from '@mui/material/styles'
import type { Colleague } from '#/customers/presence/colleagues-context.tsx'
import { initials } from '#/shared/format/initials.ts'
import { color, markColor } from '#/shared/theme/color.ts'
import { markIndex } from '#/shared/ui/colour-mark.tsx'
import { Icon } from '#/shared/ui/icon.tsx'

const Root = styled('span')({
  position: 'relative',
  flex: 'none',
  display: 'inline-grid',
  placeItems: 'center',
  width: 24,
  height: 24,
  border: '2px solid',
  borderRadius: '50%',
  backgroundColor: color.surface,
  '& > b': { fontSize: '0.625rem', lineHeight: 1, fontWeight: 600, color: color.text },
  '& > i': {
    position: 'absolute',
    right: -7,
    bottom: -6,
    display: 'grid',
    placeItems: 'center',
    width: 14,
    height: 14,
    borderRadius: '50%',
    color: color.onAccent,
    backgroundColor: color.accent,
  },
  '&[data-size="small"]': { width: 18, height: 18, borderWidth: 1.5, '& > b': { fontSize: '0.5rem' } },
})

/** Initials of a colleague with a pen when they edit. What it shows is said in words beside it. */
export function Avatar({ colleague, size }: { colleague: Colleague; size?: 'small' }) {
  return (
    <Root aria-hidden="true" data-size={size} style={{ borderColor: markColor(markIndex(colleague.staffId)) }}>
      <b>{initials(colleague.displayName)}</b>
      {colleague.editing && size !== 'small' ? (
        <i>
          <Icon name="edit" size={10} />
        </i>
      ) : null}
    </Root>
  )
}
