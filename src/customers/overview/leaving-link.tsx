import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { m } from '#/shared/i18n/generated/messages.js'
import { configQuery } from '#/shared/session/config.queries.ts'
import { externalAddress, ExternalLink } from '#/shared/ui/external-link.tsx'

const Quiet = styled('span')({ '& > a:not(:hover)': { textDecoration: 'none' } })

interface Props {
  /** Name of the configured template. */
  to: 'addProduct' | 'managePayments'
  customerNumber: string | undefined
  children: ReactNode
}

/** Leads to the system where this is done, where the installation names one. */
export function LeavingLink({ to, customerNumber, children }: Props) {
  const { data } = useQuery({ ...configQuery, select: ({ links }) => links[to] })
  const href = customerNumber === undefined ? undefined : externalAddress(data, { customerNumber })
  if (href === undefined) return null
  return (
    <Quiet>
      <ExternalLink href={href} title={m.orders_external_text()}>
        {children}
      </ExternalLink>
    </Quiet>
  )
}
