import type { MouseEvent } from 'react'
import { styled } from '@mui/material/styles'
import { useId } from 'react'
import type { CustomerStore, StoreLocation } from '#/contract/stores.ts'
import { storeStatusText } from '#/customers/stores/store-status.tsx'
import { formatQuantity } from '#/shared/format/format-quantity.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { Button } from '#/shared/ui/button.tsx'

const Root = styled('section')({
  '& > h3': { paddingBottom: 4 },
  '& > p': { ...type.meta, color: color.secondary },
})

const List = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  '& > li': {
    display: 'flex',
    alignItems: 'center',
    gap: 8,
    padding: '4px 0',
    borderTop: `1px solid ${color.hairline}`,
    overflowWrap: 'anywhere',
  },
  '& > li > span': { flex: 1, minWidth: 0 },
  '& > li[data-removed="true"] b': { textDecoration: 'line-through', color: color.secondary },
  '& b': { fontWeight: 500 },
  '& small': { ...type.meta, color: color.secondary },
})

interface Props {
  rows: readonly CustomerStore[]
  /** Whether a store was taken off a moment ago, by its id. */
  isRemoved: (id: string) => boolean
  onRemove: (store: StoreLocation, event: MouseEvent) => void
  onPutBack: (store: StoreLocation) => void
}

const usageOf = ({ usage }: CustomerStore) => {
  const count = usage?.orderCount ?? 0
  return count === 0 ? m.stores_never_used() : m.stores_use({ count, shown: formatQuantity(count) })
}

/** The stores on the list, each with a way off it, and those just taken off with a way back. */
export function ListedStores({ rows, isRemoved, onRemove, onPutBack }: Props) {
  const headingId = useId()
  return (
    <Root aria-labelledby={headingId}>
      <h3 id={headingId}>{m.stores_listed()}</h3>
      <p>{rows.length === 0 ? m.stores_list_empty() : m.stores_list_hint()}</p>
      <List aria-labelledby={headingId}>
        {rows.map((row) => {
          const { store, preferred } = row
          const isOff = isRemoved(store.id)
          const facts = [
            store.number,
            preferred ? m.record_store_is_preferred() : '',
            store.active && store.operating.available ? '' : storeStatusText(store),
            isOff ? m.stores_taken_off() : usageOf(row),
          ]
          return (
            <li key={store.id} data-removed={isOff}>
              <span>
                <b>{store.name}</b> <small>{facts.filter(Boolean).join(' · ')}</small>
              </span>
              {/* One button that changes its name, so that the focus stays where the next press undoes the last. */}
              <Button
                size="small"
                aria-label={isOff ? m.stores_put_back({ name: store.name }) : m.stores_remove({ name: store.name })}
                onClick={(event) => {
                  // The second click of a double click must not undo the first.
                  if (event.detail > 1) return
                  if (isOff) onPutBack(store)
                  else onRemove(store, event)
                }}
              >
                {isOff ? m.stores_put_back_short() : m.stores_remove_short()}
              </Button>
            </li>
          )
        })}
      </List>
    </Root>
  )
}
