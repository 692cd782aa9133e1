import { styled } from '@mui/material/styles'
import { useId } from 'react'
import { color, type } from '#/shared/theme/color.ts'
import { TextInput } from '#/shared/ui/control.ts'

const Search = styled(TextInput)({ width: 220, flex: '1 1 160px', maxWidth: 320 })
const Problem = styled('p')({ ...type.meta, flexBasis: '100%', order: 1, color: color.critical })

interface Props {
  label: string
  words: string
  onWords: (words: string) => void
  /** What is wrong with the words. */
  problem: string | undefined
}

/** Words that filter a list of a record. Escape empties it. */
export function WordsFilter({ label, words, onWords, problem }: Props) {
  const problemId = useId()
  return (
    <>
      <Search
        type="search"
        aria-label={label}
        placeholder={label}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : problemId}
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
      {problem === undefined ? null : <Problem id={problemId}>{problem}</Problem>}
    </>
  )
}
