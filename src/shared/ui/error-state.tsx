import { Button } from '#/shared/ui/button.tsx'
import { styled } from '@mui/material/styles'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { CopyButton } from '#/shared/ui/copy-button.tsx'
import { StateBox } from '#/shared/ui/empty-state.tsx'
import { Icon } from '#/shared/ui/icon.tsx'

const RequestId = styled('div')({ ...type.meta, color: color.secondary, '& > code': { fontSize: 'inherit' } })

interface Props {
  /** What happened. */
  title?: string
  /** What it means and what to do; says that nothing was lost by default. */
  text?: string
  /** Shown to copy, for support. */
  requestId?: string | undefined
  onRetry?: (() => void) | undefined
  isRetrying?: boolean
}

/** Something could not be shown: what happened, that nothing was lost, and the way on. */
export function ErrorState({
  title = m.common_load_failed(),
  text = m.common_nothing_lost(),
  requestId,
  onRetry,
  isRetrying = false,
}: Props) {
  return (
    <StateBox role="alert">
      <span style={{ color: color.critical, display: 'flex' }}>
        <Icon name="error" size={20} />
      </span>
      <h3>{title}</h3>
      <p>{text}</p>
      {onRetry ? (
        <div>
          <Button onClick={onRetry} disabled={isRetrying}>
            {m.common_retry()}
          </Button>
        </div>
      ) : null}
      {requestId ? (
        <RequestId>
          {m.common_request_id()} <code>{requestId}</code>
          <CopyButton text={requestId} what={m.common_request_id()} />
        </RequestId>
      ) : null}
    </StateBox>
  )
}
