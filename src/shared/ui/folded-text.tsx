import { styled } from '@mui/material/styles'
import { useId } from 'react'
import { beginningOf } from '#/shared/format/beginning-of.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { type } from '#/shared/theme/color.ts'
import { Button } from '#/shared/ui/button.tsx'

const Text = styled('p')({
  ...type.body,
  margin: 0,
  maxWidth: '80ch',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
})

interface Props {
  /** What the text belongs to, for the name of the button. */
  name: string
  text: string
  isUnfolded: boolean
  onFold: (isUnfolded: boolean) => void
}

/** The text as it was typed; a long one is folded. */
export function FoldedText({ name, text, isUnfolded, onFold }: Props) {
  const id = useId()
  const beginning = beginningOf(text)
  if (text === '') return null
  return (
    <>
      <Text id={id} dir="auto">
        {beginning === undefined || isUnfolded ? text : m.common_beginning({ text: beginning })}
      </Text>
      {beginning === undefined ? null : (
        <div>
          <Button
            variant="text"
            size="small"
            aria-expanded={isUnfolded}
            aria-controls={id}
            aria-label={isUnfolded ? m.common_show_less_of({ name }) : m.common_show_all_of({ name })}
            onClick={() => onFold(!isUnfolded)}
          >
            {isUnfolded ? m.common_show_less() : m.common_show_all()}
          </Button>
        </div>
      )}
    </>
  )
}
