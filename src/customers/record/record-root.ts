import { styled } from '@mui/material/styles'
import { color } from '#/shared/theme/color.ts'

/** Frame of a record: header, line of sections, and the section below. */
export const RecordRoot = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  height: '100%',
  minHeight: 0,
  backgroundColor: color.surface,
})
