import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import { hiddenRowsQuery } from '#/customers/orders/customer-order.queries.ts'
import { meQuery } from '#/shared/session/me.queries.ts'
import { color, type } from '#/shared/theme/color.ts'
import { Icon } from '#/shared/ui/icon.tsx'

const Note = styled('p')({
  ...type.table,
  display: 'flex',
  alignItems: 'center',
  gap: 6,
  marginBottom: 8,
  color: color.secondary,
})

interface Props {
  customerId: string
  rows: 'orders' | 'carts'
  text: string
}

/** Says that rows of other scopes are left out, to those who do not see every scope. */
export function HiddenRowsNote({ customerId, rows, text }: Props) {
  const { data: isLimited = false } = useQuery({ ...meQuery, select: ({ scopeIds }) => !scopeIds.includes('*') })
  const { data } = useQuery({ ...hiddenRowsQuery(customerId), enabled: isLimited })
  if (!isLimited || !data?.[rows]) return null
  return (
    <Note>
      <Icon name="info" size={14} />
      {text}
    </Note>
  )
}
