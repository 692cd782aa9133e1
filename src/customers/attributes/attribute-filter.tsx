import { styled } from '@mui/material/styles'
import { m } from '#/shared/i18n/generated/messages.js'
import { TextInput } from '#/shared/ui/control.ts'

const Frame = styled('div')({ flex: '0 1 240px', minWidth: 140 })

interface Props {
  words: string
  onWords: (words: string) => void
}

/** Finds attributes by label, name or value; Escape empties it. */
export function AttributeFilter({ words, onWords }: Props) {
  return (
    <Frame>
      <TextInput
        type="search"
        aria-label={m.attributes_filter()}
        placeholder={m.attributes_filter_hint()}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={words}
        onChange={({ target }) => onWords(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || words === '') return
          event.preventDefault()
          onWords('')
        }}
      />
    </Frame>
  )
}
