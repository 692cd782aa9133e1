import { styled } from '@mui/material/styles'
import { useId } from 'react'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { ColourMark } from '#/shared/ui/colour-mark.tsx'
import { RecordList } from '#/workspace/record-list.ts'
import { recordName, useTitlesOf, type RecordTitles } from '#/workspace/record-titles.tsx'
import { useWorkspace, useWorkspaceState } from '#/workspace/workspace-context.ts'

const Title = styled('h3')({
  ...type.meta,
  margin: 0,
  padding: '8px 12px 0',
  borderTop: `1px solid ${color.hairline}`,
  color: color.secondary,
})

interface Props {
  /** Whether a record is one of those that are searched for. */
  matches: (titles: RecordTitles, id: string) => boolean
  onDone: () => void
}

/** Records that were closed lately, the last one first; a press opens one again as it was. */
export function RecentlyClosed({ matches, onDone }: Props) {
  const id = useId()
  const workspace = useWorkspace()
  const closed = useWorkspaceState((state) => state.closed)
  const titles = useTitlesOf(closed.map((record) => record.id))
  const found = closed.filter((record) => matches(titles, record.id))
  if (found.length === 0) return null
  return (
    <>
      <Title id={id}>{m.workspace_recently_closed()}</Title>
      <RecordList aria-labelledby={id}>
        {found.map((record) => {
          const name = recordName(titles, record.id)
          return (
            <li key={record.id}>
              <button
                type="button"
                data-stop
                aria-label={m.workspace_reopen({ name })}
                aria-describedby={`${id}-${record.id}`}
                onClick={() => {
                  onDone()
                  workspace.reopen(record.id)
                }}
              >
                <ColourMark id={record.id} />
                <b>{name}</b>
                <small id={`${id}-${record.id}`}>{titles.get(record.id)?.number}</small>
              </button>
            </li>
          )
        })}
      </RecordList>
    </>
  )
}
