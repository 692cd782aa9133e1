import { Button } from '#/shared/ui/button.tsx'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { styled } from '@mui/material/styles'
import { Fragment, useId } from 'react'
import { m } from '#/shared/i18n/generated/messages.js'
import { usePreferences } from '#/shared/session/preferences.ts'
import { color, type } from '#/shared/theme/color.ts'
import { isApple } from '#/workspace/is-apple.ts'
import { chords, localKeys, singleKeys, type Shortcut } from '#/workspace/shortcuts.ts'

const groups = [
  ['anywhere', m.workspace_keys_anywhere],
  ['record', m.workspace_keys_record],
  ['tabs', m.workspace_keys_tabs],
] as const

const Keys = styled('dl')({
  display: 'grid',
  gridTemplateColumns: 'minmax(max-content, 240px) 1fr',
  gap: '4px 16px',
  margin: '4px 0 16px',
  '& > dd': { margin: 0 },
  '& kbd': {
    ...type.meta,
    fontFamily: 'inherit',
    padding: '1px 6px',
    border: `1px solid ${color.controlBorder}`,
    borderRadius: 4,
  },
  '& small': { ...type.meta, color: color.secondary },
})

const named = (key: string) => key.replace('Mod', isApple ? '⌘' : 'Ctrl')

/** Keys of a row: one after the other with a letter to begin, else one or the other. */
function KeysOf({ shortcut }: { shortcut: Shortcut }) {
  const between = shortcut.keys[0] === 'g' ? m.workspace_key_then() : m.workspace_key_or()
  return shortcut.keys.map((key, index) => (
    <span key={key}>
      {index > 0 ? <small> {between} </small> : null}
      <kbd>{named(key)}</kbd>
    </span>
  ))
}

/** All shortcuts on one sheet. */
export function ShortcutSheet({ onDone }: { onDone: () => void }) {
  const id = useId()
  const { singleKeyShortcuts } = usePreferences()
  const shown = [...(singleKeyShortcuts ? singleKeys : []), ...chords, ...localKeys]
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onDone} aria-labelledby={`${id}-title`}>
      <DialogTitle id={`${id}-title`}>{m.workspace_keys_title()}</DialogTitle>
      <DialogContent>
        {singleKeyShortcuts ? null : <p>{m.workspace_keys_off()}</p>}
        {groups.map(([group, title]) => (
          <section key={group} aria-label={title()}>
            <h3>{title()}</h3>
            <Keys>
              {shown.map((shortcut) =>
                shortcut.group === group ? (
                  <Fragment key={shortcut.keys.join()}>
                    <dt>
                      <KeysOf shortcut={shortcut} />
                    </dt>
                    <dd>{shortcut.label()}</dd>
                  </Fragment>
                ) : null,
              )}
            </Keys>
          </section>
        ))}
      </DialogContent>
      <DialogActions>
        <Button
          onClick={onDone}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog takes the focus
          autoFocus
        >
          {m.common_close()}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
