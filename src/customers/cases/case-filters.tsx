import { caseClasses, caseStatuses, type CaseListItem } from '#/contract/cases.ts'
import { optionsOf, usualPriorities, usualTypes } from '#/customers/cases/case-text.ts'
import { isFiltered, plainView, type CaseView } from '#/customers/cases/case-view.ts'
import { ClearButton } from '#/customers/record/clear-button.tsx'
import { ChoiceFilter } from '#/shared/filter/choice-filter.tsx'
import { DateRangeFilter } from '#/shared/filter/date-range-filter.tsx'
import { useSeen } from '#/shared/filter/use-seen.ts'
import { WordsFilter } from '#/shared/filter/words-filter.tsx'
import { codeLabel } from '#/shared/format/code-label.ts'
import { m } from '#/shared/i18n/generated/messages.js'

interface Props {
  view: CaseView
  onChange: (change: Partial<CaseView>) => void
  words: string
  onWords: (words: string) => void
  tags: readonly string[]
  onTags: (tags: string[]) => void
  /** What is wrong with the words. */
  problem: string | undefined
  /** The cases that are loaded: what they hold can be filtered for. */
  cases: readonly CaseListItem[]
}

/** Filters of a customer's cases; each applies at once. */
export function CaseFilters({ view, onChange, words, onWords, tags, onTags, problem, cases }: Props) {
  const statuses = useSeen([...caseStatuses, ...view.status, ...cases.map(({ status }) => status.code)])
  const types = useSeen([...usualTypes, ...view.type, ...cases.flatMap(({ type }) => type ?? [])])
  const priorities = useSeen([...usualPriorities, ...view.priority, ...cases.flatMap(({ priority }) => priority ?? [])])
  const knownTags = useSeen([...tags, ...cases.flatMap((item) => item.tags)])
  return (
    <>
      <WordsFilter label={m.cases_filter_words()} words={words} onWords={onWords} problem={problem} />
      <ChoiceFilter
        label={m.cases_filter_class()}
        options={caseClasses.map((value) => ({ value, label: codeLabel('caseClass', value) }))}
        chosen={view.class}
        onChange={(chosen) => onChange({ class: chosen })}
      />
      <ChoiceFilter
        label={m.cases_filter_status()}
        options={optionsOf('caseStatus', statuses)}
        chosen={view.status}
        onChange={(status) => onChange({ status })}
      />
      <ChoiceFilter
        label={m.cases_filter_type()}
        options={optionsOf('caseType', types)}
        chosen={view.type}
        onChange={(type) => onChange({ type })}
      />
      <ChoiceFilter
        label={m.cases_filter_priority()}
        options={optionsOf('casePriority', priorities)}
        chosen={view.priority}
        onChange={(priority) => onChange({ priority })}
      />
      <DateRangeFilter
        label={m.cases_filter_opened()}
        from={view.openedFrom}
        to={view.openedTo}
        onChange={({ from, to }) => onChange({ openedFrom: from, openedTo: to })}
      />
      <DateRangeFilter
        label={m.cases_filter_deadline()}
        from={view.deadlineFrom}
        to={view.deadlineTo}
        onChange={({ from, to }) => onChange({ deadlineFrom: from, deadlineTo: to })}
      />
      {knownTags.length > 0 ? (
        <ChoiceFilter
          label={m.cases_filter_tag()}
          options={knownTags.map((value) => ({ value, label: value }))}
          chosen={tags}
          onChange={onTags}
        />
      ) : null}
      {isFiltered(view, { words, tags }) ? (
        <ClearButton
          size="small"
          onClick={() => {
            onChange({ ...plainView, sort: view.sort })
            onWords('')
            onTags([])
          }}
        >
          {m.cases_clear_filters()}
        </ClearButton>
      ) : null}
    </>
  )
}
