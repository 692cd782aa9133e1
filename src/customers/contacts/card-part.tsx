import type { UseQueryResult } from '@tanstack/react-query'
import { useRef, useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import type { WholeList } from '#/customers/contacts/contact.queries.ts'
import { PartCards } from '#/customers/contacts/part-cards.tsx'
import { PartFrame } from '#/customers/contacts/part-frame.tsx'
import type { OpenForm, OpenForms } from '#/customers/contacts/use-open-forms.ts'
import { ReasonButton } from '#/customers/record/reason-button.tsx'
import { FilterBox } from '#/shared/filter/filter-box.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import { Button } from '#/shared/ui/button.tsx'
import { EmptyState } from '#/shared/ui/empty-state.tsx'
import { CardsSkeleton } from '#/shared/ui/skeletons.tsx'
import { isNewId } from '#/workspace/open-records.ts'

/** From so many on, words find what eyes no longer do. */
const filterFrom = 10

interface Listed {
  id: string
}

interface Words {
  title: string
  text: string
  add: string
  addFirst: string
  empty: string
  emptyText: string
  filter: string
}

export interface CardProps {
  /** Why nothing of it may be changed. */
  reason: string | undefined
  takesFocus: boolean
  onFocused: () => void
  onEdit: () => void
  /** Editing is likely: load what it needs. */
  onIntent: () => void
  onRemove: () => void
}

interface Answer {
  onConfirm: () => Promise<void>
  onCancel: () => void
}

interface Props<Item extends Listed, Values> {
  words: Words
  query: UseQueryResult<WholeList<Item>>
  forms: OpenForms<Item, Values>
  /** Those in which every typed word occurs. */
  match: (items: readonly Item[], typed: string) => readonly Item[]
  /** Why nothing of it may be changed. */
  reason: string | undefined
  /** Loads what a form needs. */
  onIntent: () => void
  remove: (item: Item) => Promise<void>
  renderCard: (item: Item, props: CardProps) => ReactNode
  renderForm: (
    form: OpenForm<Item, Values>,
    onDone: (hadFocus: boolean, savedId: string | undefined) => void,
  ) => ReactNode
  /** The question before one is removed. */
  renderQuestion: (item: Item, answer: Answer) => ReactNode
}

interface QuestionProps<Item> extends Answer {
  item: Item
  render: (item: Item, answer: Answer) => ReactNode
}

const Question = <Item,>({ item, render, ...answer }: QuestionProps<Item>) => render(item, answer)

/** A list of people as cards: each is read, edited in its place and removed; the focus goes on to the next one. */
export function CardPart<Item extends Listed, Values>(props: Props<Item, Values>) {
  const { words, query, forms, match, reason, onIntent, remove, renderCard, renderForm, renderQuestion } = props
  const [filter, setFilter] = useState('')
  const [removing, setRemoving] = useState<Item>()
  const addButton = useRef<HTMLButtonElement>(null)
  const items = query.data?.items ?? []
  const hasFilter = items.length >= filterFrom || filter !== ''
  const shown = match(items, filter)
  // What a colleague changed meanwhile is what would go.
  const present = items.find(({ id }) => id === removing?.id) ?? removing

  const finish = (key: string) => (hadFocus: boolean, savedId: string | undefined) => {
    const id = savedId ?? (isNewId(key) ? undefined : key)
    flushSync(() => forms.close(key, hadFocus ? id : undefined))
    if (hadFocus && id === undefined) addButton.current?.focus()
  }
  const confirm = async () => {
    if (!present) return
    const place = shown.findIndex(({ id }) => id === present.id)
    const next = shown[place + 1] ?? shown[place - 1]
    await remove(present)
    flushSync(() => setRemoving(undefined))
    if (next) forms.focus(next.id)
    else addButton.current?.focus()
  }

  const body = () => {
    if (shown.length > 0 || forms.open.length > 0) {
      return (
        <PartCards
          label={words.title}
          items={shown}
          forms={forms}
          renderCard={(item) =>
            renderCard(item, {
              reason,
              takesFocus: forms.focusId === item.id,
              onFocused: () => forms.focus(undefined),
              onEdit: () => forms.edit(item),
              onIntent,
              onRemove: () => setRemoving(item),
            })
          }
          renderForm={(open) => renderForm(open, finish(open.key))}
        />
      )
    }
    if (items.length > 0) {
      return (
        <EmptyState
          title={m.contacts_filter_none()}
          action={<Button onClick={() => setFilter('')}>{m.contacts_filter_clear()}</Button>}
        />
      )
    }
    return (
      <EmptyState
        title={words.empty}
        text={words.emptyText}
        action={reason === undefined ? <Button onClick={forms.add}>{words.addFirst}</Button> : undefined}
      />
    )
  }

  return (
    <>
      <PartFrame
        title={words.title}
        text={words.text}
        query={query}
        total={query.data?.total}
        skeleton={<CardsSkeleton cards={3} />}
        actions={
          query.data ? (
            <>
              {hasFilter ? <FilterBox label={words.filter} filter={filter} onFilter={setFilter} /> : null}
              <output>
                {filter.trim() === '' ? '' : m.contacts_shown({ shown: shown.length, total: items.length })}
              </output>
              <ReasonButton
                ref={addButton}
                label={words.add}
                icon="plus"
                reason={reason}
                onPress={forms.add}
                onIntent={onIntent}
              />
            </>
          ) : null
        }
      >
        {body}
      </PartFrame>
      {present ? (
        <Question item={present} render={renderQuestion} onConfirm={confirm} onCancel={() => setRemoving(undefined)} />
      ) : null}
    </>
  )
}
