import { styled } from '@mui/material/styles'
import { color } from '#/shared/theme/color.ts'
import { ColourMark } from '#/shared/ui/colour-mark.tsx'

/** The customer that a dialog, notice or button is about. */
export interface Subject {
  id: string
  name: string
  number: string
}

const Root = styled('span')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 8,
  minWidth: 0,
  '& > b': { fontWeight: 600, overflow: 'hidden', textOverflow: 'ellipsis' },
  '& > span:last-child': { color: color.secondary, whiteSpace: 'nowrap' },
})

/** Mark, name and number of a customer in one line. */
export function CustomerSubject({ subject }: { subject: Subject }) {
  return (
    <Root>
      <ColourMark id={subject.id} />
      <b>{subject.name}</b>
      <span>{subject.number}</span>
    </Root>
  )
}
