import { styled } from '@mui/material/styles'
import { useId, useState } from 'react'
import type { Case } from '#/contract/cases.ts'
import { entryText } from '#/customers/cases/case-text.ts'
import { actorName } from '#/shared/format/actor-name.ts'
import { codeLabel } from '#/shared/format/code-label.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { FoldedText } from '#/shared/ui/folded-text.tsx'
import { Time } from '#/shared/ui/time.tsx'

type Entry = Case['comments'][number]

const Root = styled('section')({
  display: 'grid',
  gap: 8,
  '& > h4 > span': { ...type.table, fontWeight: 400, color: color.secondary },
  '& > p': { color: color.secondary },
})
const List = styled('ol')({
  display: 'grid',
  margin: 0,
  padding: 0,
  listStyle: 'none',
  '& > li': { display: 'grid', gap: 4, padding: '8px 0', borderTop: `1px solid ${color.hairline}` },
})
const Head = styled('header')({
  ...type.table,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'baseline',
  gap: '0 8px',
  color: color.secondary,
  '& > b': { fontWeight: 500, color: color.text },
  '& > span': {
    ...type.meta,
    padding: '1px 7px',
    borderRadius: 10,
    border: `1px solid ${color.hairline}`,
  },
})

const statusText = (code: string | null) => (code === null ? '' : codeLabel('caseStatus', code))

function EntryItem({ entry }: { entry: Entry }) {
  const [isUnfolded, setUnfolded] = useState(false)
  const who = actorName(entry.author)
  return (
    <li>
      <Head>
        <b>
          <bdi>{who}</bdi>
        </b>
        {entry.entry === 'comment' ? null : <span>{entryText(entry.entry)}</span>}
        <Time at={entry.at} never="" />
      </Head>
      {entry.to === null ? null : (
        <small>{m.cases_entry_change({ from: statusText(entry.from), to: statusText(entry.to) })}</small>
      )}
      {entry.content === null ? null : (
        <FoldedText name={who} text={entry.content} isUnfolded={isUnfolded} onFold={setUnfolded} />
      )}
    </li>
  )
}

/** What was said about a case, and how its status went, the oldest first. */
export function CaseComments({ comments }: Pick<Case, 'comments'>) {
  const headingId = useId()
  return (
    <Root aria-labelledby={headingId}>
      <h4 id={headingId}>
        {m.cases_comments()} <span>{comments.length.toLocaleString('en')}</span>
      </h4>
      {comments.length === 0 ? (
        <p>{m.cases_no_comments()}</p>
      ) : (
        <List aria-labelledby={headingId}>
          {comments.map((entry) => (
            <EntryItem key={entry.id} entry={entry} />
          ))}
        </List>
      )}
    </Root>
  )
}
