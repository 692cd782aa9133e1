import { styled } from '@mui/material/styles'
import { useQueryClient } from '@tanstack/react-query'
import { useShallow } from 'zustand/react/shallow'
import { customerTitleQuery } from '#/customers/customer.queries.ts'
import { DraftRemains } from '#/customers/editing/draft-remains.tsx'
import { useDiscardDraft } from '#/customers/editing/use-discard-draft.ts'
import type { DraftSlot } from '#/workspace/drafts/draft-slot.ts'
import { draftsIn, useDraftsState } from '#/workspace/drafts/drafts.ts'
import { useDraftEngine } from '#/workspace/drafts/use-draft-engine.ts'
import { sections } from '#/workspace/open-records.ts'

const Place = styled('div')({ padding: '16px 24px 0' })

function Remains({ draft }: { draft: DraftSlot }) {
  const engine = useDraftEngine()
  const { place, wanted } = draft
  // What is known already: asking again for a record that is gone would show it as loading.
  const title = useQueryClient().getQueryData(customerTitleQuery(place.recordId).queryKey)
  const { name = place.recordId, customerNumber: number = '' } = title ?? {}
  const discard = useDiscardDraft({ engine, place }, { id: place.recordId, name, number })
  return <DraftRemains draft={draft} values={wanted?.values ?? {}} onDiscard={discard} />
}

interface Props {
  customerId: string
  /** The record cannot be shown: none of its forms is there. */
  isGone?: boolean
}

/** Drafts of a record that belong to no section which is there. */
export function RecordRemains({ customerId, isGone = false }: Props) {
  const known: readonly string[] = isGone ? [] : sections
  const drafts = useDraftsState(
    useShallow((state) => draftsIn(state, customerId).filter(({ place }) => !known.includes(place.section))),
  )
  if (drafts.length === 0) return null
  return (
    <Place>
      {drafts.map((draft) => (
        <Remains key={`${draft.place.section}/${draft.place.itemId}`} draft={draft} />
      ))}
    </Place>
  )
}
