import { styled } from '@mui/material/styles'
import type { UseQueryResult } from '@tanstack/react-query'
import type { Note } from '#/contract/notes.ts'
import { useUnlink } from '#/customers/notes/note-link.ts'
import { failureText } from '#/shared/api/failure-text.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color } from '#/shared/theme/color.ts'
import { sizes } from '#/shared/theme/tokens.ts'
import { Button } from '#/shared/ui/button.tsx'
import { Icon } from '#/shared/ui/icon.tsx'

const Line = styled('div')({
  flex: 'none',
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 8,
  marginBottom: 12,
  padding: '8px 12px',
  border: `1px solid ${color.caution}`,
  borderRadius: sizes.radius,
  backgroundColor: color.cautionSoft,
  '& > svg': { color: color.caution },
  '& > span': { flex: '1 1 200px' },
})

interface Props {
  customerId: string
  /** The note that the address asks for. */
  number: number | undefined
  note: Note | undefined
  read: UseQueryResult<Note | null>
}

/** The note that the address leads to is not there, or could not be read. */
export function LinkedNoteProblem({ customerId, number, note, read }: Props) {
  const unlink = useUnlink(customerId)
  if (number === undefined || note) return null
  const isMissing = read.data === null
  if (!isMissing && !read.error) return null
  return (
    <Line role="alert">
      <Icon name="alert" />
      <span>
        {isMissing
          ? m.notes_link_missing({ number })
          : `${m.notes_link_failed({ number })} ${failureText(read.error, m.common_nothing_lost())}`}
      </span>
      {isMissing ? null : (
        <Button size="small" disabled={read.isFetching} onClick={() => void read.refetch()}>
          {m.common_retry()}
        </Button>
      )}
      <Button size="small" onClick={unlink}>
        {m.common_dismiss()}
      </Button>
    </Line>
  )
}
