import { styled } from '@mui/material/styles'
import { Link, useLocation } from '@tanstack/react-router'
import { m } from '#/shared/i18n/generated/messages.js'
import { RecordLink } from '#/workspace/record-link.tsx'

const Ways = styled('nav')({ display: 'flex', flexWrap: 'wrap', gap: '4px 16px' })

/** Back to the record whose order this is, if the person comes from there, and to all orders. */
export function OrderWayBack({ label }: { label?: string }) {
  const fromRecord = useLocation({ select: ({ state }) => state.fromRecord })
  return (
    <Ways aria-label={label}>
      {fromRecord !== undefined && (
        <RecordLink id={fromRecord} section="orders">
          {m.orders_back_to_customer()}
        </RecordLink>
      )}
      <Link to="/orders" activeProps={{}}>
        {m.orders_back()}
      </Link>
    </Ways>
  )
}
