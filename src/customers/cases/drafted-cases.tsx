import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import { caseName } from '#/customers/cases/case-text.ts'
import { caseQuery } from '#/customers/cases/case.queries.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { Button } from '#/shared/ui/button.tsx'
import { Icon } from '#/shared/ui/icon.tsx'
import { isNewId } from '#/workspace/open-records.ts'

const Line = styled('p')({
  ...type.table,
  flex: 'none',
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '4px 8px',
  marginBottom: 8,
  color: color.secondary,
})

interface Props {
  /** Ids of the cases, or `new-…` for one that is not stored. */
  ids: readonly string[]
  onOpen: (id: string) => void
}

function DraftedCase({ id, onOpen }: { id: string; onOpen: () => void }) {
  const { data } = useQuery({ ...caseQuery(id), enabled: !isNewId(id) })
  return (
    <Button size="small" onClick={onOpen}>
      {isNewId(id) ? m.cases_new() : caseName(data ?? { number: id })}
    </Button>
  )
}

/** Leads back to what was typed about cases whose panel is not open. */
export function DraftedCases({ ids, onOpen }: Props) {
  if (ids.length === 0) return null
  return (
    <Line>
      <Icon name="edit" size={14} />
      {m.cases_unsaved()}
      {ids.map((id) => (
        <DraftedCase key={id} id={id} onOpen={() => onOpen(id)} />
      ))}
    </Line>
  )
}
