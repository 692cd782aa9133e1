import { styled } from '@mui/material/styles'
import { color } from '#/shared/theme/color.ts'

const Opener = styled('button')({
  padding: 0,
  border: 0,
  background: 'none',
  textAlign: 'inherit',
  fontWeight: 'inherit',
  color: color.accent,
  cursor: 'pointer',
  borderRadius: 2,
  overflowWrap: 'anywhere',
  '&:hover': { textDecoration: 'underline' },
})

interface Props {
  id: string
  number: string
  onOpen: () => void
}

/** The number of an invoice, which opens it beside the section. */
export function InvoiceButton({ id, number, onOpen }: Props) {
  return (
    <Opener type="button" data-invoice={id} onClick={onOpen}>
      {number}
    </Opener>
  )
}
