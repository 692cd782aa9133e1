import { styled } from '@mui/material/styles'
import { createContext, useContext } from 'react'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { Button } from '#/shared/ui/button.tsx'
import { Icon } from '#/shared/ui/icon.tsx'
import { VisuallyHidden } from '#/shared/ui/visually-hidden.tsx'

/** What is stored moved while the field was being edited. */
export interface FieldMark {
  key: string
  /** Name of the field, or of the part of it that moved. */
  label: string
  /** Who changed it, to what and when. */
  text: string
  onTheirs: () => void
  onMine: () => void
}

/** By the name of a control in its form. */
export type FieldMarks = ReadonlyMap<string, readonly FieldMark[]>

const none: FieldMarks = new Map()
const FieldMarksContext = createContext<FieldMarks>(none)
export const FieldMarksProvider = FieldMarksContext.Provider

const noMarks: readonly FieldMark[] = []
export const useFieldMarks = (name: string): readonly FieldMark[] => useContext(FieldMarksContext).get(name) ?? noMarks

/** Ids of the sentences about a control. */
export const markIds = (id: string, marks: readonly FieldMark[]): string[] => marks.map((_, at) => `${id}-moved-${at}`)

const Mark = styled('div')({
  ...type.meta,
  display: 'grid',
  gridTemplateColumns: '12px minmax(0, 1fr)',
  gap: '2px 4px',
  marginTop: 4,
  color: color.caution,
  '& > svg': { marginTop: 2 },
  '& > span': {
    display: '-webkit-box',
    overflow: 'hidden',
    overflowWrap: 'anywhere',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 4,
  },
  '& > div': { gridColumn: 2, display: 'flex', flexWrap: 'wrap', gap: 4 },
})

/** Named by its content: a label of its own would be found where the field is looked for. */
function Named({ text, label }: { text: string; label: string }) {
  return (
    <span>
      {text}
      <VisuallyHidden>: {label}</VisuallyHidden>
    </span>
  )
}

interface Props {
  /** Id of the control. */
  id: string
  name: string
}

/** Below a field whose stored value moved under what was typed: whose value that is, and what shall count. */
export function FieldMarkLines({ id, name }: Props) {
  const marks = useFieldMarks(name)
  if (marks.length === 0) return null
  return (
    <>
      {marks.map(({ key, label, text, onTheirs, onMine }, at) => (
        <Mark key={key}>
          <Icon name="alert" size={12} />
          <span id={`${id}-moved-${at}`}>{text}</span>
          <div>
            <Button size="small" onClick={onTheirs}>
              <Named text={m.editing_use_theirs()} label={label} />
            </Button>
            <Button size="small" onClick={onMine}>
              <Named text={m.editing_keep_mine()} label={label} />
            </Button>
          </div>
        </Mark>
      ))}
    </>
  )
}
