import { styled } from '@mui/material/styles'
import { useStore } from 'zustand'
import { m } from '#/shared/i18n/generated/messages.js'
import { useLive } from '#/shared/live/live.ts'
import { color } from '#/shared/theme/color.ts'
import { narrow, sizes } from '#/shared/theme/tokens.ts'
import { Button } from '#/shared/ui/button.tsx'
import { Icon } from '#/shared/ui/icon.tsx'

const Root = styled('output')({
  display: 'flex',
  alignItems: 'center',
  gap: 6,
  minWidth: 0,
  marginLeft: 'auto',
  color: color.caution,
  '& > span': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '& > button': { minHeight: 20, padding: '0 6px', fontSize: 'inherit', color: color.accent },
  [narrow]: { '& > button': { minHeight: sizes.controlTouch } },
})

/** Says when changes by others are not told at once; nothing while all is well. */
export function LiveStatus() {
  const live = useLive()
  const isOff = useStore(live, ({ mode }) => mode === 'polling' || mode === 'paused')
  if (!isOff) return null
  return (
    <Root>
      <Icon name="alert" size={14} />
      <span>{m.shell_live_off()}</span>
      <Button variant="text" onClick={() => live.getState().reconnect()}>
        {m.shell_live_reconnect()}
      </Button>
    </Root>
  )
}
