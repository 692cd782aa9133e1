import Popper from '@mui/material/Popper'
import { styled } from '@mui/material/styles'
import { color, shadow, type } from '#/shared/theme/color.ts'

const Bubble = styled('div')({
  ...type.meta,
  maxWidth: 320,
  margin: 6,
  padding: '4px 8px',
  borderRadius: 4,
  color: color.surface,
  backgroundColor: color.text,
  boxShadow: shadow.menu,
  overflowWrap: 'anywhere',
  whiteSpace: 'pre-line',
})

interface Props {
  id: string
  text: string
  anchor: () => Element | null
}

/** The loaded part of `Tooltip`. */
export function TooltipBubble({ id, text, anchor }: Props) {
  return (
    <Popper
      open
      id={id}
      role="tooltip"
      anchorEl={() => anchor() ?? document.body}
      placement="top"
      sx={{ zIndex: 1500 }}
    >
      <Bubble>{text}</Bubble>
    </Popper>
  )
}
