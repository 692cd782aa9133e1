import { styled } from '@mui/material/styles'
import { markColor, markCount } from '#/shared/theme/color.ts'

/** Always the same mark for the same id. */
export function markIndex(id: string): number {
  let hash = 0
  for (const character of id) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0
  return hash % markCount
}

const Root = styled('span')({
  flex: 'none',
  display: 'inline-block',
  '&[data-shape="dot"]': { width: 10, height: 10, borderRadius: '50%' },
  '&[data-shape="bar"]': { alignSelf: 'stretch', width: 4, minHeight: 16, borderRadius: 2 },
})

interface Props {
  /** Id of the customer. */
  id: string
  shape?: 'bar' | 'dot'
}

/** Colour of a customer; decoration, so it stands beside the name and number, never alone. */
export function ColourMark({ id, shape = 'bar' }: Props) {
  return <Root aria-hidden="true" data-shape={shape} style={{ backgroundColor: markColor(markIndex(id)) }} />
}
