import { styled } from '@mui/material/styles'
import { codeLabel } from '#/shared/format/code-label.ts'
import { formatRelative } from '#/shared/format/format-time.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { Button } from '#/shared/ui/button.tsx'
import { FormAlert } from '#/shared/ui/form-alert.tsx'

const Root = styled('div')({ marginBottom: 12, '& p': { marginBottom: 4 } })

/** What somebody else did to the same thing meanwhile. */
export interface Stale {
  at: string | null
  by: { type: string; displayName: string | null } | null
  /** Names of the fields that they alone changed. */
  taken: readonly string[]
  /** Names of the fields that both changed. */
  both: readonly string[]
  isGone?: boolean
}

interface Props {
  stale: Stale
  /** Gives up what was typed for what they saved. */
  onReload?: (() => void) | undefined
}

/** Says who changed it and what became of what was typed. */
export function StaleAlert({ stale: { at, by, taken, both, isGone = false }, onReload }: Props) {
  if (isGone) {
    return (
      <Root>
        <FormAlert>{m.metadata_gone()}</FormAlert>
      </Root>
    )
  }
  const who = by?.displayName ?? codeLabel('actorType', by?.type ?? 'system')
  return (
    <Root>
      <FormAlert>
        <p>{at === null ? m.metadata_stale_somebody() : m.metadata_stale({ who, when: formatRelative(at) })}</p>
        {taken.length > 0 ? <p>{m.metadata_stale_taken({ fields: taken.join(', ') })}</p> : null}
        {both.length > 0 ? <p>{m.metadata_stale_both({ fields: both.join(', ') })}</p> : null}
        {onReload ? (
          <Button size="small" onClick={onReload}>
            {m.metadata_reload()}
          </Button>
        ) : null}
      </FormAlert>
    </Root>
  )
}
