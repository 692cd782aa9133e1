import { styled } from '@mui/material/styles'
import { m } from '#/shared/i18n/generated/messages.js'
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
  '& > b + span': { color: color.secondary, whiteSpace: 'nowrap' },
})

interface Props {
  subject: Subject
  /** Of an element that says name and number in words, to describe a control by it. */
  id?: string
}

/** Mark, name and number of a customer in one line. */
export function CustomerSubject({ subject, id }: Props) {
  return (
    <Root>
      <ColourMark id={subject.id} />
      <b>{subject.name}</b>
      <span>{subject.number}</span>
      {id === undefined ? null : (
        <i id={id} hidden>
          {m.common_customer_subject(subject)}
        </i>
      )}
    </Root>
  )
}
