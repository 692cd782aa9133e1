import { Button } from '#/shared/ui/button.tsx'
import { styled } from '@mui/material/styles'
import { useId, type ReactNode } from 'react'
import type { Total } from '#/contract/common.ts'
import { EditingNote } from '#/customers/presence/colleagues.tsx'
import { countText, useReportCount } from '#/customers/record/section-counts.ts'
import { sectionName } from '#/customers/record/section-names.ts'
import { isApiError } from '#/shared/api/api-error.ts'
import { failureText, requestIdOf } from '#/shared/api/failure-text.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { narrow } from '#/shared/theme/tokens.ts'
import { EmptyState } from '#/shared/ui/empty-state.tsx'
import { ErrorState } from '#/shared/ui/error-state.tsx'
import { Icon } from '#/shared/ui/icon.tsx'
import { FieldsSkeleton } from '#/shared/ui/skeletons.tsx'
import type { Section } from '#/workspace/open-records.ts'

const Root = styled('section')({
  maxWidth: 1280,
  padding: '16px 24px 24px',
  [narrow]: { padding: '12px 16px 16px' },
  '&[data-fill="true"]': { display: 'flex', flexDirection: 'column', height: '100%', paddingBottom: 0 },
})

const Head = styled('header')({
  // Filters on a second line keep their room where the content fills the height.
  flex: 'none',
  display: 'flex',
  alignItems: 'center',
  flexWrap: 'wrap',
  gap: 8,
  minHeight: 36,
  marginBottom: 12,
  '& > [data-spring]': { flex: 1 },
})

const Count = styled('span')({ ...type.table, color: color.secondary, fontVariantNumeric: 'tabular-nums' })

const Stale = styled('output')({
  ...type.meta,
  display: 'inline-flex',
  alignItems: 'center',
  gap: 4,
  color: color.caution,
  '& > button': { ...type.meta, minHeight: 24, color: 'inherit' },
})

const defaultSkeleton = <FieldsSkeleton fields={12} />

/** The part of a query's result that a section shows; fits `useQuery` and `useInfiniteQuery`. */
export interface SectionRead<T> {
  data: T | undefined
  error: Error | null
  isFetching: boolean
  refetch(): Promise<unknown>
}

interface Props<T> {
  section: Section
  query: SectionRead<T>
  /** How many things there are; stands beside the heading and on the tab. */
  total?: Total | undefined
  /** Filters, buttons that add; between heading and pen. */
  toolbar?: ReactNode
  /** The button that starts editing. */
  pen?: ReactNode
  /** Shape of what comes, fields by default; from `shared/ui/skeletons.tsx`, which show after 150 ms. */
  skeleton?: ReactNode
  /** The content fills the height and scrolls by itself, as a long table does. */
  isFilling?: boolean
  /** The section with its data; also says when it is empty. */
  children: (data: T) => ReactNode
}

/** Instead of what could not be read. */
export function FailedSection({ name, query }: { name: string; query: SectionRead<unknown> }) {
  if (isApiError(query.error, 'forbidden')) {
    return <EmptyState title={m.record_section_forbidden()} text={m.record_section_forbidden_text({ name })} />
  }
  return (
    <ErrorState
      title={m.record_section_failed({ name })}
      text={failureText(query.error, m.record_section_failed_text())}
      requestId={requestIdOf(query.error)}
      onRetry={() => void query.refetch()}
      isRetrying={query.isFetching}
    />
  )
}

/** What was read stays on screen when reading it again fails; this says so. */
export function NotUpToDate({ name, query }: { name: string; query: SectionRead<unknown> }) {
  return (
    <Stale>
      <Icon name="alert" size={14} />
      {m.record_not_up_to_date()}
      <Button
        variant="text"
        aria-label={m.record_refresh({ name })}
        disabled={query.isFetching}
        onClick={() => void query.refetch()}
      >
        {m.common_retry()}
      </Button>
    </Stale>
  )
}

/** Heading, loading, failure and data of a section: every section of a record looks and fails alike. */
export function SectionFrame<T>({
  section,
  query,
  total,
  toolbar,
  pen,
  skeleton = defaultSkeleton,
  isFilling = false,
  children,
}: Props<T>) {
  const headingId = useId()
  useReportCount(section, total)
  const name = sectionName(section)
  const { data, error } = query
  return (
    <Root aria-labelledby={headingId} data-fill={isFilling}>
      <Head>
        <h2 id={headingId}>{name}</h2>
        {total === undefined ? null : <Count>{countText(total)}</Count>}
        {error !== null && data !== undefined ? <NotUpToDate name={name} query={query} /> : null}
        <EditingNote section={section} />
        <span data-spring />
        {toolbar}
        {pen}
      </Head>
      {data !== undefined && children(data)}
      {data === undefined && error !== null && <FailedSection name={name} query={query} />}
      {data === undefined && error === null && skeleton}
    </Root>
  )
}
