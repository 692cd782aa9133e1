import { styled } from '@mui/material/styles'
import { useId, type KeyboardEvent, type ReactNode, type Ref } from 'react'
import type { Total } from '#/contract/common.ts'
import { SearchField } from '#/shared/filter/search-field.tsx'
import { searchProblemText } from '#/shared/filter/search-problem.ts'
import { formatQuantity } from '#/shared/format/format-quantity.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { narrow } from '#/shared/theme/tokens.ts'

const Page = styled('main')({
  display: 'flex',
  flexDirection: 'column',
  height: '100%',
  minHeight: 0,
  padding: '12px 24px 0',
  gap: 8,
  [narrow]: { padding: '8px 12px 0' },
})

const Bar = styled('div')({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8 })
const Count = styled('output')({
  ...type.meta,
  color: color.secondary,
  marginLeft: 'auto',
  whiteSpace: 'nowrap',
  fontVariantNumeric: 'tabular-nums',
})
const Problem = styled('p')({ ...type.meta, color: color.critical })

interface Props {
  title: string
  search: {
    label: string
    hint: string
    words: string
    onWords: (words: string) => void
    /** What was typed is not searched for, because it must not be kept. */
    isCardNumber: boolean
    onEnter?: () => void
  }
  /** The search field, to put the focus there. */
  searchRef?: Ref<HTMLInputElement>
  filters: ReactNode
  total: Total | undefined
  /** How many, in words: the number chooses the plural, `shown` is how it is written. */
  countText: (number: { count: number; shown: string }) => string
  moreThanText: (number: { shown: string }) => string
  /** Failure of the list; a search that was not understood is said at the search. */
  error: Error | null
  /** Adds to the list; at the end of the bar. */
  action?: ReactNode
  children: ReactNode
}

/** A list that fills the page: title, search, filters, how many, and the table. */
export function ListPage({
  title,
  search,
  searchRef,
  filters,
  total,
  countText,
  moreThanText,
  error,
  action,
  children,
}: Props) {
  const problemId = useId()
  const problem = search.isCardNumber ? m.common_search_card_number() : searchProblemText(error)
  const count = total && { count: total.value, shown: formatQuantity(total.value) }
  return (
    <Page>
      <Bar>
        <h1>{title}</h1>
        <SearchField
          ref={searchRef}
          label={search.label}
          placeholder={search.hint}
          value={search.words}
          onChange={search.onWords}
          problemId={problem && problemId}
          onKeyDown={(event: KeyboardEvent) => {
            if (event.key === 'Enter') search.onEnter?.()
          }}
        />
        {filters}
        <Count>{count && (total.relation === 'gte' ? moreThanText(count) : countText(count))}</Count>
        {action}
      </Bar>
      {problem && <Problem id={problemId}>{problem}</Problem>}
      {children}
    </Page>
  )
}
