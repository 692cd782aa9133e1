import { styled } from '@mui/material/styles'
import { FilterBox } from '#/shared/filter/filter-box.tsx'
import { m } from '#/shared/i18n/generated/messages.js'

const Frame = styled('div')({ flex: '0 1 240px', minWidth: 140 })

interface Props {
  words: string
  onWords: (words: string) => void
}

/** Finds attributes by label, name or value. */
export function AttributeFilter({ words, onWords }: Props) {
  return (
    <Frame>
      <FilterBox label={m.attributes_filter()} hint={m.attributes_filter_hint()} filter={words} onFilter={onWords} />
    </Frame>
  )
}
