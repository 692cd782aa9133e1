/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-to-interactive-role --
   no tag of HTML is a list that a search moves in */
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { useId, useState, type KeyboardEvent } from 'react'
import type { Page } from '#/contract/common.ts'
import { useCardNumber } from '#/shared/filter/use-card-number.ts'
import { failureText, requestIdOf } from '#/shared/api/failure-text.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { PickerFrame, PickerList, PickerNote, PickerRoot } from '#/shared/picker/picker-styles.ts'
import { Button } from '#/shared/ui/button.tsx'
import { TextInput } from '#/shared/ui/control.ts'
import { EmptyState } from '#/shared/ui/empty-state.tsx'
import { ErrorState } from '#/shared/ui/error-state.tsx'
import { Icon } from '#/shared/ui/icon.tsx'
import { RowsSkeleton } from '#/shared/ui/skeletons.tsx'

/** How one of the things found is shown. */
export interface PickerItem {
  id: string
  name: string
  /** A second fact that tells things of one name apart. */
  detail: string
  /** In words: inactive, closed. */
  mark?: string | undefined
  /** Why it cannot be chosen. */
  reason?: string | undefined
}

interface Props {
  /** Accessible name of the search. */
  label: string
  /** Accessible name of what was found. */
  listLabel: string
  words: string
  onWords: (words: string) => void
  items: readonly PickerItem[]
  query: Pick<
    UseInfiniteQueryResult<InfiniteData<Page<unknown>>>,
    | 'isPending'
    | 'isError'
    | 'error'
    | 'isFetching'
    | 'refetch'
    | 'hasNextPage'
    | 'isFetchingNextPage'
    | 'fetchNextPage'
  >
  /** What it says when nothing was found. */
  empty: string
  chosenId?: string | undefined
  onChoose: (id: string) => void
  /** Enter on what is chosen already. */
  onConfirm?: () => void
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

function noteOf(isCard: boolean, isFetching: boolean): string {
  if (isCard) return m.common_search_card_number()
  return isFetching ? m.common_loading() : ''
}

/** Finds things by words and lets one be chosen. The focus stays in the search; arrows move among what was found. */
export function SearchPicker({ label, listLabel, words, onWords, items, query, empty, ...choice }: Props) {
  const { chosenId, onChoose, onConfirm } = choice
  const id = useId()
  const isCard = useCardNumber(words) === 'found'
  const [marked, setMarked] = useState<string>()
  const active =
    items.find((item) => item.id === marked) ?? items.find(({ reason }) => reason === undefined) ?? items[0]
  const optionId = (item: PickerItem) => `${id}-${item.id}`

  const choose = (item: PickerItem) => {
    setMarked(item.id)
    if (item.reason === undefined) onChoose(item.id)
  }
  const step = (by: number) => {
    const next = items[(items.findIndex((item) => item.id === active?.id) + by + items.length) % items.length]
    if (!next) return
    setMarked(next.id)
    document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' })
  }
  const pressKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    const by = steps[event.key]
    if (by !== undefined) step(by)
    else if (event.key === 'Enter' && active) {
      if (active.id === chosenId) onConfirm?.()
      else choose(active)
    } else if (event.key === 'Escape' && words !== '') {
      // Empties the search first; a dialog around it closes on the next press.
      event.stopPropagation()
      onWords('')
    } else return
    event.preventDefault()
  }

  return (
    <PickerRoot>
      <TextInput
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog that searches begins in its search
        autoFocus
        type="search"
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-activedescendant={active ? optionId(active) : undefined}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={words}
        onChange={({ target }) => onWords(target.value)}
        onKeyDown={pressKey}
      />
      <PickerFrame aria-busy={query.isFetching}>
        <PickerList role="listbox" id={`${id}-list`} aria-label={listLabel}>
          {items.map((item) => (
            // The search has the focus and hears the keys.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
            <li
              key={item.id}
              id={optionId(item)}
              role="option"
              aria-selected={item.id === chosenId}
              aria-disabled={item.reason !== undefined}
              data-active={item.id === active?.id}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(item)}
            >
              <span>
                <b>{item.name}</b> <small>{item.detail}</small>
              </span>{' '}
              <span>
                {item.mark ? <small>{item.mark}</small> : null} {item.reason ? <small>{item.reason}</small> : null}
                {item.id === chosenId ? <Icon name="check" /> : null}
              </span>
            </li>
          ))}
        </PickerList>
        {query.isPending ? <RowsSkeleton rows={6} columns={1} /> : null}
        {items.length === 0 && query.isError ? (
          <ErrorState
            title={m.errors_load()}
            text={failureText(query.error, m.common_nothing_lost())}
            requestId={requestIdOf(query.error)}
            onRetry={() => void query.refetch()}
            isRetrying={query.isFetching}
          />
        ) : null}
        {items.length === 0 && !query.isPending && !query.isError ? <EmptyState title={empty} /> : null}
        {query.hasNextPage ? (
          <Button variant="text" disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {m.common_show_more()}
          </Button>
        ) : null}
      </PickerFrame>
      <PickerNote>{noteOf(isCard, query.isFetching)}</PickerNote>
    </PickerRoot>
  )
}
