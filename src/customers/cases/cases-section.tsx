import { styled } from '@mui/material/styles'
import { keepPreviousData, useInfiniteQuery, usePrefetchInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { CaseListItem } from '#/contract/cases.ts'
import { caseColumns } from '#/customers/cases/case-columns.tsx'
import { CaseFilters } from '#/customers/cases/case-filters.tsx'
import type { CasePanelProps } from '#/customers/cases/case-panel.tsx'
import { useCaseReason } from '#/customers/cases/case-reason.ts'
import { caseViewSchema, filtersOf, isFiltered, plainView, type CaseView } from '#/customers/cases/case-view.ts'
import { caseListQuery, caseQuery } from '#/customers/cases/case.queries.ts'
import { DraftedCases } from '#/customers/cases/drafted-cases.tsx'
import type { NewCasePanelProps } from '#/customers/cases/new-case-panel.tsx'
import { useOpenCase } from '#/customers/cases/use-open-case.ts'
import { useAskedEdit } from '#/customers/editing/asked-edit.ts'
import { BesidePanel } from '#/customers/record/beside-panel.ts'
import { ClearButton } from '#/customers/record/clear-button.tsx'
import type { SectionProps } from '#/customers/record/lazy-section.tsx'
import { ReasonButton } from '#/customers/record/reason-button.tsx'
import { useBeginAnew, useKeptPages } from '#/customers/record/record-feed.tsx'
import { countText } from '#/customers/record/section-counts.ts'
import { SectionFrame } from '#/customers/record/section-frame.tsx'
import { useKeptView } from '#/customers/record/use-kept-view.ts'
import { searchProblemText } from '#/shared/filter/search-problem.ts'
import { useSettledWords } from '#/shared/filter/use-settled-words.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { EndlessTable } from '#/shared/table/endless-table.tsx'
import { color, type } from '#/shared/theme/color.ts'
import { Button } from '#/shared/ui/button.tsx'
import { EmptyState } from '#/shared/ui/empty-state.tsx'
import { lazyPart } from '#/shared/ui/lazy-part.tsx'
import { RowsSkeleton } from '#/shared/ui/skeletons.tsx'
import { isNewId, newRecordId } from '#/workspace/open-records.ts'
import { useWorkspace } from '#/workspace/workspace-context.ts'

const panel = lazyPart<CasePanelProps>(async () => (await import('#/customers/cases/case-panel.tsx')).CasePanel)
const newPanel = lazyPart<NewCasePanelProps>(
  async () => (await import('#/customers/cases/new-case-panel.tsx')).NewCasePanel,
)

const TableArea = styled('div')({ display: 'flex', minHeight: 0 })
const Found = styled('output')({ ...type.meta, color: color.secondary, fontVariantNumeric: 'tabular-nums' })

const nothing: readonly CaseListItem[] = []
/** Stays the same, so that rows are not rendered again when others come. */
const subjectOf = ({ subject }: CaseListItem) => subject

/** The pages that were loaded when the list was left are loaded again, so that its place is there. */
function useCases(customerId: string, view: CaseView, search: { words: string; tags: readonly string[] }) {
  const listed = caseListQuery(customerId, filtersOf(view, search))
  const pages = useKeptPages(customerId, 'cases')
  usePrefetchInfiniteQuery(pages > 1 ? { ...listed, pages } : listed)
  return useInfiniteQuery({ ...listed, placeholderData: keepPreviousData })
}

/** What a customer asked for or complained about; each case opens beside the list. */
export function CasesSection({ customerId }: SectionProps) {
  const workspace = useWorkspace()
  const client = useQueryClient()
  const [view, keepView] = useKeptView(customerId, 'cases/view', caseViewSchema)
  const { typed, setTyped, words, isCardNumber } = useSettledWords()
  const [tags, setTags] = useState<readonly string[]>([])
  const beginAnew = useBeginAnew(customerId, 'cases')
  const query = useCases(customerId, view, { words, tags })
  const reason = useCaseReason(customerId)
  const { openId, open, close, drafted } = useOpenCase(customerId)
  const root = useRef<HTMLDivElement>(null)
  const addButton = useRef<HTMLButtonElement>(null)
  const cases = useMemo(() => query.data?.pages.flatMap(({ items }) => items) ?? nothing, [query.data])
  const hasFilters = isFiltered(view, { words, tags })
  const problem = isCardNumber ? m.common_search_card_number() : searchProblemText(query.error)
  const total = query.data?.pages[0]?.total
  const change = (changed: Partial<CaseView>) => {
    beginAnew()
    keepView({ ...view, ...changed })
  }
  const clear = () => {
    change({ ...plainView, sort: view.sort })
    setTyped('')
    setTags([])
  }

  const openCase = (id: string) => {
    if (!isNewId(id)) void client.prefetchQuery(caseQuery(id))
    open(id)
  }
  const add = () => openCase(drafted.find(isNewId) ?? newRecordId())
  useAskedEdit(customerId, 'cases', query.data && reason === undefined ? add : undefined)
  const columns = caseColumns({ onOpen: openCase, onIntent: panel.preload, drafted })
  /** Back to what opened the panel. */
  const closePanel = () => {
    flushSync(close)
    const row = root.current?.querySelector<HTMLElement>(`[data-case="${openId}"]`)
    ;(row ?? addButton.current)?.focus()
  }
  useEffect(() =>
    // An open case is edited by its panel.
    openId === undefined || isNewId(openId)
      ? workspace.onEdit(customerId, () => addButton.current?.focus())
      : undefined,
  )
  // What is wrong with a search is said at the search.
  const read = searchProblemText(query.error) ? { ...query, data: { pages: [], pageParams: [] }, error: null } : query

  return (
    <SectionFrame
      section="cases"
      query={read}
      total={hasFilters || query.isPlaceholderData ? undefined : total}
      isFilling
      skeleton={<RowsSkeleton />}
      toolbar={
        <>
          {hasFilters ? <Found>{total && m.cases_found({ shown: countText(total) })}</Found> : null}
          <CaseFilters
            view={view}
            onChange={change}
            words={typed}
            onWords={(next) => {
              beginAnew()
              setTyped(next)
            }}
            tags={tags}
            onTags={(next) => {
              beginAnew()
              setTags(next)
            }}
            problem={problem}
            cases={cases}
          />
        </>
      }
      pen={
        <ReasonButton
          ref={addButton}
          label={m.cases_add()}
          icon="plus"
          reason={reason}
          onPress={add}
          onIntent={newPanel.preload}
        />
      }
    >
      {({ pages }) => (
        <>
          <DraftedCases ids={drafted.filter((id) => id !== openId)} onOpen={openCase} />
          <BesidePanel ref={root} data-fill="true" data-open={openId === undefined ? 'false' : 'wide'}>
            <TableArea>
              <EndlessTable
                label={m.record_section_cases()}
                query={query}
                columns={columns}
                rows={cases}
                rowKey={({ id }) => id}
                rowLabel={subjectOf}
                isRowMarked={({ id }) => id === openId}
                sort={view.sort}
                onSort={(sort) => change({ sort })}
                errorTitle={m.errors_load()}
                empty={
                  hasFilters ? (
                    <EmptyState
                      title={m.cases_no_match()}
                      text={m.cases_no_match_text()}
                      action={<ClearButton onClick={clear}>{m.cases_clear_filters()}</ClearButton>}
                    />
                  ) : (
                    <EmptyState
                      title={m.cases_empty()}
                      text={m.cases_empty_text()}
                      action={reason === undefined ? <Button onClick={add}>{m.cases_add_first()}</Button> : undefined}
                    />
                  )
                }
                initialOffset={keptOffset(workspace.recall(customerId, 'cases/list'))}
                onScrollOffset={(offset) => {
                  workspace.remember(customerId, 'cases/list', [offset, 0])
                  workspace.remember(customerId, 'cases/pages', pages.length)
                }}
              />
            </TableArea>
            <OpenPanel
              customerId={customerId}
              openId={openId}
              listed={cases.find(({ id }) => id === openId)}
              reason={reason}
              onClose={closePanel}
              onAdded={openCase}
            />
          </BesidePanel>
        </>
      )}
    </SectionFrame>
  )
}

const keptOffset = (kept: unknown) => (Array.isArray(kept) ? Number(kept[0]) : 0)

interface OpenPanelProps extends Omit<CasePanelProps, 'caseId'> {
  openId: string | undefined
  onAdded: (caseId: string) => void
}

function OpenPanel({ customerId, openId, listed, reason, onClose, onAdded }: OpenPanelProps) {
  if (openId === undefined) return null
  const shared = { customerId, reason, onClose }
  return (
    <Suspense fallback={null}>
      {isNewId(openId) ? (
        <newPanel.Body key={openId} {...shared} formKey={openId} onAdded={onAdded} />
      ) : (
        <panel.Body key={openId} {...shared} caseId={openId} listed={listed} />
      )}
    </Suspense>
  )
}
