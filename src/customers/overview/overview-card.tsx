import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'
import type { Total } from '#/contract/common.ts'
import type { OverviewCards } from '#/contract/overview.ts'
import type { CardName } from '#/customers/overview/overview.queries.ts'
import type { OverviewRead } from '#/customers/overview/use-overview.ts'
import { countText } from '#/customers/record/section-counts.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { Button } from '#/shared/ui/button.tsx'
import { Icon } from '#/shared/ui/icon.tsx'
import { SectionCard } from '#/shared/ui/section-card.tsx'
import { appearLate, Bone, boneWidth } from '#/shared/ui/skeletons.tsx'
import type { Section } from '#/workspace/open-records.ts'
import { RecordLink } from '#/workspace/record-link.tsx'

export type OkCard<Name extends CardName> = Extract<NonNullable<OverviewCards[Name]>, { state: 'ok' }>

const Count = styled('span')({ ...type.table, color: color.secondary, fontVariantNumeric: 'tabular-nums' })
const Said = styled('p')({ color: color.secondary })
const Failed = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 8,
  color: color.secondary,
  '& > svg': { color: color.critical },
  '& > p': { flex: '1 1 200px' },
})
const Stale = styled('output')({
  ...type.meta,
  display: 'inline-flex',
  alignItems: 'center',
  gap: 4,
  color: color.caution,
  '& > button': { ...type.meta, minHeight: 24, color: 'inherit' },
})
const Bones = styled('div')({ display: 'grid', gap: 14, paddingBottom: 4, ...appearLate })

const FullLink = styled(RecordLink)({ ...type.table, color: color.accent, '&:not(:hover)': { textDecoration: 'none' } })

/** "3 of 12", or how many there are when all are shown. */
function shownOf(items: readonly unknown[], total: Total): string {
  if (total.relation === 'eq' && total.value <= items.length) return countText(total)
  return m.overview_count_of({ shown: items.length, total: countText(total) })
}

/** A sentence in the place of what there is not. */
export const CardSentence = Said

interface ContentProps<Name extends CardName> {
  read: OverviewRead
  name: Name
  title: string
  children: (card: OkCard<Name>) => ReactNode
}

/** What a card shows for each state that its source may be in. */
export function CardContent<Name extends CardName>({ read, name, title, children }: ContentProps<Name>) {
  const card: { state: string } | undefined = read.cards?.[name]
  // The table of cards is more than the compiler can follow by a name that it does not know.
  if (card?.state === 'ok') return children(card as unknown as OkCard<Name>)
  if (card?.state === 'forbidden') return <Said>{m.overview_card_forbidden()}</Said>
  if (read.cards) {
    return (
      <Failed role="alert">
        <Icon name="error" />
        <p>{m.overview_card_failed()}</p>
        <RetryCard read={read} name={name} title={title} />
      </Failed>
    )
  }
  return (
    <Bones aria-hidden="true">
      {[0, 1, 2].map((line) => (
        <Bone key={line} style={{ width: boneWidth(title.length + line) }} />
      ))}
    </Bones>
  )
}

function RetryCard({ read, name, title }: Pick<ContentProps<CardName>, 'read' | 'name' | 'title'>) {
  return (
    <Button
      size="small"
      aria-label={m.overview_retry({ card: title })}
      aria-disabled={read.busy.includes(name)}
      onClick={() => {
        if (!read.busy.includes(name)) void read.refresh(name)
      }}
    >
      {m.common_retry()}
    </Button>
  )
}

/** What is shown could not be read again. */
export function StaleMark({ read, name, title }: Pick<ContentProps<CardName>, 'read' | 'name' | 'title'>) {
  if (!read.stale.includes(name) || read.cards?.[name]?.state !== 'ok') return null
  return (
    <Stale>
      <Icon name="alert" size={14} />
      {m.overview_stale()}
      <RetryCard read={read} name={name} title={title} />
    </Stale>
  )
}

interface Props<Name extends CardName> extends ContentProps<Name> {
  /** Where all of it stands. */
  section?: Section
  /** Words of the link there. */
  all?: string
  /** Pen, further links. */
  actions?: ReactNode
}

/** A card of the overview, which loads, fails and is read again on its own. */
export function OverviewCard<Name extends CardName>({ section, all, actions, ...content }: Props<Name>) {
  const { read, name, title } = content
  const card: object | undefined = read.cards?.[name]
  const listed = card && 'items' in card ? (card as { items: unknown[]; total: Total }) : undefined
  return (
    <SectionCard
      level={3}
      title={title}
      count={listed ? <Count>{shownOf(listed.items, listed.total)}</Count> : null}
      actions={
        <>
          <StaleMark read={read} name={name} title={title} />
          {actions}
          {section ? (
            <FullLink id={read.customerId} section={section}>
              {all}
            </FullLink>
          ) : null}
        </>
      }
    >
      <CardContent {...content} />
    </SectionCard>
  )
}

/** A card whose list is empty says so in a sentence. */
export function CardItems<T>({
  items,
  empty,
  children,
}: {
  items: readonly T[]
  empty: string
  children: (items: readonly T[]) => ReactNode
}) {
  return items.length === 0 ? <Said>{empty}</Said> : children(items)
}
