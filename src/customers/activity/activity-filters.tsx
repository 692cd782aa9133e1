import { styled } from '@mui/material/styles'
import { useState } from 'react'
import type { ActivityCounts } from '#/contract/activities.ts'
import { actorTypes } from '#/contract/common.ts'
import { activityTitle, groupName } from '#/customers/activity/activity-words.ts'
import { actorKey, isFiltered, plainView, type ActivityView } from '#/customers/activity/activity-view.ts'
import { ClearButton } from '#/customers/record/clear-button.tsx'
import { ChoiceFilter } from '#/shared/filter/choice-filter.tsx'
import { DateRangeFilter } from '#/shared/filter/date-range-filter.tsx'
import { WordsFilter } from '#/shared/filter/words-filter.tsx'
import { useSeen } from '#/shared/filter/use-seen.ts'
import { codeLabel } from '#/shared/format/code-label.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { SelectInput } from '#/shared/ui/control.ts'

const Who = styled(SelectInput)({ width: 'auto', maxWidth: 200 })

/** Everybody who was ever among those who did something, by name: a filter must not shrink its own choices. */
function useActors(counts: ActivityCounts | undefined, chosen: string): readonly { key: string; name: string }[] {
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map())
  const found = (counts?.actors ?? []).map((actor) => {
    const name = actor.displayName ?? (actor.id === null ? undefined : m.activity_actor_gone({ id: actor.id }))
    return [actorKey(actor), (actor.type === 'staff' && name) || codeLabel('actorType', actor.type)] as const
  })
  const added = found.filter(([key]) => !names.has(key))
  if (added.length > 0) setNames(new Map([...names, ...added]))
  const all = chosen === '' || names.has(chosen) ? names : new Map([...names, [chosen, chosen]])
  const rank = (key: string) => actorTypes.findIndex((known) => known === key.split(':')[0])
  return [...all]
    .map(([key, name]) => ({ key, name }))
    .toSorted((a, b) => rank(a.key) - rank(b.key) || a.name.localeCompare(b.name))
}

interface Props {
  counts: ActivityCounts | undefined
  view: ActivityView
  onChange: (change: Partial<ActivityView>) => void
  words: string
  onWords: (words: string) => void
  /** What is wrong with the words. */
  problem: string | undefined
}

/** Filters of the timeline; each applies at once. Only what occurs can be chosen. */
export function ActivityFilters({ counts, view, onChange, words, onWords, problem }: Props) {
  const groups = useSeen([...view.group, ...(counts?.groups ?? []).map(({ group }) => group)])
  const kinds = useSeen([...view.kind, ...(counts?.kinds ?? []).map(({ kind }) => kind)])
  const actors = useActors(counts, view.actor)
  const options = (values: readonly string[], label: (value: string) => string) =>
    values.map((value) => ({ value, label: label(value) })).toSorted((a, b) => a.label.localeCompare(b.label))
  return (
    <>
      <WordsFilter label={m.activity_filter_words()} words={words} onWords={onWords} problem={problem} />
      <ChoiceFilter
        label={m.activity_filter_group()}
        options={options(groups, (group) => groupName(group as ActivityView['group'][number]))}
        chosen={view.group}
        onChange={(group) => onChange({ group: group as ActivityView['group'] })}
      />
      <ChoiceFilter
        label={m.activity_filter_kind()}
        options={options(kinds, (kind) => activityTitle({ kind, title: null }))}
        chosen={view.kind}
        onChange={(kind) => onChange({ kind })}
      />
      <DateRangeFilter
        label={m.activity_filter_date()}
        from={view.from}
        to={view.to}
        onChange={({ from, to }) => onChange({ from, to })}
      />
      <Who
        aria-label={m.activity_filter_actor()}
        value={view.actor}
        onChange={({ target }) => onChange({ actor: target.value })}
      >
        <option value="">{m.activity_filter_anyone()}</option>
        {actors.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </Who>
      {isFiltered(view, words) ? (
        <ClearButton
          size="small"
          onClick={() => {
            onChange(plainView)
            onWords('')
          }}
        >
          {m.activity_clear_filters()}
        </ClearButton>
      ) : null}
    </>
  )
}
