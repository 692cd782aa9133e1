import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { useId, useRef, useState } from 'react'
import type { StoreLocation } from '#/contract/stores.ts'
import { useRefreshAfterRefusal } from '#/customers/record/use-say-refusal.ts'
import { ListedStores } from '#/customers/stores/listed-stores.tsx'
import { nothingTakenOff, rowsOf, takeOff } from '#/customers/stores/listed-rows.ts'
import { linkStoreMutation } from '#/customers/stores/save-store.ts'
import { everyCustomerStoreQuery, storeSearchQuery } from '#/customers/stores/store.queries.ts'
import { storeStatusText } from '#/customers/stores/store-status.tsx'
import { failureText } from '#/shared/api/failure-text.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { SearchPicker, type PickerItem } from '#/shared/picker/search-picker.tsx'
import { usePickerWords } from '#/shared/picker/use-picker-words.ts'
import { Button } from '#/shared/ui/button.tsx'
import { CustomerSubject, type Subject } from '#/shared/ui/customer-subject.tsx'
import { useSwitchGuard } from '#/shared/ui/switch-guard.ts'
import { ErrorState } from '#/shared/ui/error-state.tsx'
import { FormAlert } from '#/shared/ui/form-alert.tsx'
import { RowsSkeleton } from '#/shared/ui/skeletons.tsx'

export interface StoreListDialogProps {
  customerId: string
  subject: Subject
  onClose: () => void
}

const changed = { on: m.stores_added, off: m.stores_removed }
const already = { on: m.stores_on_already, off: m.stores_off_already }

/** Adds stores to a customer's list and takes them off; each change is saved at once and can be taken back here. */
export function StoreListDialog({ customerId, subject, onClose }: StoreListDialogProps) {
  const titleId = useId()
  const { holdsBack, warning } = useSwitchGuard({ isAnswer: true })
  const [typed, setTyped] = useState('')
  const words = usePickerWords(typed)
  const search = useInfiniteQuery({ ...storeSearchQuery(words), placeholderData: keepPreviousData })
  const listed = useQuery(everyCustomerStoreQuery(customerId))
  const { mutateAsync } = useMutation(linkStoreMutation(customerId))
  const refresh = useRefreshAfterRefusal(customerId)
  const [failure, setFailure] = useState<string>()
  const [news, setNews] = useState('')
  /** Taken off in this dialog; they stay in sight, where they were, to be put back. */
  const [takenOff, setTakenOff] = useState(nothingTakenOff)
  /** What is not answered yet, by the id of the store: asked again it sends nothing, and the opposite waits for it. */
  const sent = useRef(new Map<string, { toLink: boolean; answered: Promise<void> }>())

  const found = search.data?.pages.flatMap(({ items }) => items) ?? []
  const linked = (listed.data ?? []).filter((row) => row.linked)
  const isLinked = (id: string) => linked.some(({ store }) => store.id === id)
  const rows = rowsOf(linked, takenOff)

  const write = async (store: StoreLocation, toLink: boolean) => {
    setFailure(undefined)
    setNews('')
    // Before the answer: the list may come without the store sooner, and a row that goes and comes back loses the focus.
    if (!toLink) setTakenOff((before) => takeOff(before, rows, store.id))
    try {
      const wasSo = await mutateAsync({ storeId: store.id, isLinked: toLink })
      setNews((wasSo ? already : changed)[toLink ? 'on' : 'off']({ name: store.name }))
    } catch (error) {
      refresh(error)
      setFailure(failureText(error, m.errors_action_failed()))
    }
  }
  const link = async (store: StoreLocation, toLink: boolean) => {
    const before = sent.current.get(store.id)
    if (before?.toLink === toLink) return
    const answered = before ? before.answered.then(async () => write(store, toLink)) : write(store, toLink)
    sent.current.set(store.id, { toLink, answered })
    await answered
    if (sent.current.get(store.id)?.answered === answered) sent.current.delete(store.id)
  }

  const itemOf = (store: StoreLocation): PickerItem => ({
    id: store.id,
    name: store.name,
    detail: [store.number, store.address?.city].filter(Boolean).join(' · '),
    mark: store.active && store.operating.available ? undefined : storeStatusText(store),
    reason: isLinked(store.id) ? m.stores_on_list() : undefined,
  })
  const add = (id: string) => {
    const store = found.find((each) => each.id === id)
    if (store) void link(store, true)
  }

  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{m.stores_edit_title()}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 3, alignContent: 'start' }}>
        <CustomerSubject subject={subject} />
        {warning ? <FormAlert>{warning}</FormAlert> : null}
        <SearchPicker
          label={m.stores_search()}
          listLabel={m.stores_found()}
          words={typed}
          onWords={setTyped}
          items={found.map(itemOf)}
          query={search}
          empty={words === '' ? m.stores_none_at_all() : m.stores_none_found()}
          onChoose={add}
        />
        {failure === undefined ? <output>{news}</output> : <FormAlert>{failure}</FormAlert>}
        {listed.isPending ? <RowsSkeleton rows={3} columns={1} /> : null}
        {listed.isError && !listed.data ? (
          <ErrorState
            title={m.stores_list_failed()}
            text={failureText(listed.error, m.common_nothing_lost())}
            onRetry={() => void listed.refetch()}
            isRetrying={listed.isFetching}
          />
        ) : null}
        {listed.data ? (
          <ListedStores
            rows={rows}
            isRemoved={(id) => !isLinked(id)}
            onRemove={(store, event) => holdsBack(event) || void link(store, false)}
            onPutBack={(store) => void link(store, true)}
          />
        ) : null}
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={onClose}>
          {m.common_done()}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
