import { styled } from '@mui/material/styles'
import { useId, type ReactNode } from 'react'
import type { Total } from '#/contract/common.ts'
import { countText } from '#/customers/record/section-counts.ts'
import { NotUpToDate, type SectionRead } from '#/customers/record/section-frame.tsx'
import { isApiError } from '#/shared/api/api-error.ts'
import { failureText, requestIdOf } from '#/shared/api/failure-text.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { sizes } from '#/shared/theme/tokens.ts'
import { EmptyState } from '#/shared/ui/empty-state.tsx'
import { ErrorState } from '#/shared/ui/error-state.tsx'

const Root = styled('section')({
  minWidth: 0,
  backgroundColor: color.surface,
  border: `1px solid ${color.hairline}`,
  borderRadius: sizes.radius,
})

const Head = styled('header')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 8,
  minHeight: 48,
  padding: '8px 8px 8px 16px',
  '& > [data-spring]': { flex: 1 },
})

const Count = styled('span')({ ...type.table, color: color.secondary, fontVariantNumeric: 'tabular-nums' })
const Body = styled('div')({ '&[data-padded="true"]': { padding: '4px 16px 16px' } })

interface Props<T> {
  name: string
  query: SectionRead<T>
  /** How many things there are. */
  total?: Total | undefined
  /** Filters, links, buttons; at the right of the heading. */
  toolbar?: ReactNode
  skeleton: ReactNode
  /** Around fields; a table fills the part. */
  isPadded?: boolean
  children: (data: T) => ReactNode
}

function Failed({ name, query }: Pick<Props<unknown>, 'name' | 'query'>) {
  if (isApiError(query.error, 'forbidden')) {
    return <EmptyState title={m.record_section_forbidden()} text={m.record_section_forbidden_text({ name })} />
  }
  return (
    <ErrorState
      title={m.record_section_failed({ name })}
      text={failureText(query.error, m.billing_rest_shown())}
      requestId={requestIdOf(query.error)}
      onRetry={() => void query.refetch()}
      isRetrying={query.isFetching}
    />
  )
}

/** One part of the section, which loads and fails by itself. */
export function BillingPart<T>({ name, query, total, toolbar, skeleton, isPadded = false, children }: Props<T>) {
  const headingId = useId()
  const { data, error } = query
  return (
    <Root aria-labelledby={headingId}>
      <Head>
        <h3 id={headingId}>{name}</h3>
        {total === undefined ? null : <Count>{countText(total)}</Count>}
        {error !== null && data !== undefined ? <NotUpToDate name={name} query={query} /> : null}
        <span data-spring />
        {toolbar}
      </Head>
      <Body data-padded={isPadded}>
        {data !== undefined && children(data)}
        {data === undefined && error !== null && <Failed name={name} query={query} />}
        {data === undefined && error === null && skeleton}
      </Body>
    </Root>
  )
}
