import { styled } from '@mui/material/styles'
import { useId, type ReactNode } from 'react'
import type { Total } from '#/contract/common.ts'
import { countText } from '#/customers/record/section-counts.ts'
import { FailedSection, NotUpToDate, type SectionRead } from '#/customers/record/section-frame.tsx'
import { color, type } from '#/shared/theme/color.ts'

const Root = styled('section')({
  minWidth: 0,
  '& + &': { marginTop: 32, paddingTop: 24, borderTop: `1px solid ${color.hairline}` },
})
const Head = styled('header')({
  display: 'flex',
  alignItems: 'start',
  flexWrap: 'wrap',
  gap: '4px 12px',
  marginBottom: 12,
  '& > div': { flex: '1 1 260px', minWidth: 0 },
  '& > div > div': { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: 8 },
  '& h3': { fontWeight: 600 },
  '& small': { ...type.table, color: color.secondary, fontVariantNumeric: 'tabular-nums' },
  '& > input': { flex: '0 1 220px', width: 220 },
  '& > output': { ...type.table, color: color.secondary, alignSelf: 'center', whiteSpace: 'nowrap' },
  '& > output:empty': { display: 'none' },
  '& p': { ...type.table, color: color.secondary, maxWidth: 640 },
})

interface Props<T> {
  title: string
  /** What these people may do, and what not: the three parts must not be taken for each other. */
  text: string
  query: SectionRead<T>
  total: Total | undefined
  /** Buttons at the right of the title. */
  actions?: ReactNode
  skeleton: ReactNode
  children: (data: T) => ReactNode
}

/** One of several lists of a section, which loads, fails and is read again on its own. */
export function PartFrame<T>({ title, text, query, total, actions, skeleton, children }: Props<T>) {
  const id = useId()
  const { data, error } = query
  return (
    <Root aria-labelledby={id}>
      <Head>
        <div>
          <div>
            <h3 id={id}>{title}</h3>
            {total ? <small>{countText(total)}</small> : null}
            {error !== null && data !== undefined ? <NotUpToDate name={title} query={query} /> : null}
          </div>
          <p>{text}</p>
        </div>
        {actions}
      </Head>
      {data !== undefined && children(data)}
      {data === undefined && error !== null && <FailedSection name={title} query={query} />}
      {data === undefined && error === null && skeleton}
    </Root>
  )
}
