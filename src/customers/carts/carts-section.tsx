import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { CartListItem } from '#/contract/carts.ts'
import { cartColumns } from '#/customers/carts/cart-columns.tsx'
import { CartLines } from '#/customers/carts/cart-lines.tsx'
import { isFiltered, keptIds, keptView, type CartListView } from '#/customers/carts/cart-list-view.ts'
import { cartListQuery } from '#/customers/carts/cart.queries.ts'
import { HiddenRowsNote } from '#/customers/orders/hidden-rows-note.tsx'
import { ClearButton } from '#/customers/record/clear-button.tsx'
import type { SectionProps } from '#/customers/record/lazy-section.tsx'
import { SectionFrame } from '#/customers/record/section-frame.tsx'
import { ChoiceFilter } from '#/shared/filter/choice-filter.tsx'
import { useSeen } from '#/shared/filter/use-seen.ts'
import { codeLabel } from '#/shared/format/code-label.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { scopesQuery } from '#/shared/session/scopes.queries.ts'
import { EndlessTable } from '#/shared/table/endless-table.tsx'
import { EmptyState } from '#/shared/ui/empty-state.tsx'
import type { MenuAction } from '#/shared/ui/menu-action.ts'
import { RowsSkeleton } from '#/shared/ui/skeletons.tsx'
import { useCopyText } from '#/shared/ui/use-copy-text.ts'
import { useWorkspace } from '#/workspace/workspace-context.ts'

const usualTypes = ['shopping', 'wishlist', 'recurringOrder', 'orderDraft']
const noCarts: readonly CartListItem[] = []

/** A value that is kept with the record. */
function useKept<T>(customerId: string, place: string, read: (kept: unknown) => T) {
  const workspace = useWorkspace()
  const [value, setValue] = useState(() => read(workspace.recall(customerId, place)))
  const change = (next: T) => {
    workspace.remember(customerId, place, next)
    setValue(next)
  }
  return [value, change] as const
}

const orNothing = (values: string[]) => (values.length > 0 ? values : undefined)

interface FilterProps {
  view: CartListView
  onChange: (view: CartListView) => void
  carts: readonly CartListItem[]
}

function CartFilters({ view, onChange, carts }: FilterProps) {
  const { data: scopes = [] } = useQuery(scopesQuery)
  const types = useSeen([...usualTypes, ...(view.type ?? []), ...carts.flatMap(({ type }) => type ?? [])])
  const scopeIds = useSeen([...(view.scopeId ?? []), ...carts.map(({ scopeId }) => scopeId)])
  const names = new Map(scopes.map(({ id, name }) => [id, name]))
  return (
    <>
      <ChoiceFilter
        label={m.carts_filter_type()}
        options={types.map((value) => ({ value, label: codeLabel('cartType', value) }))}
        chosen={view.type ?? []}
        onChange={(type) => onChange({ ...view, type: orNothing(type) })}
      />
      <ChoiceFilter
        label={m.carts_filter_scope()}
        options={scopeIds.map((value) => ({ value, label: names.get(value) ?? value }))}
        chosen={view.scopeId ?? []}
        onChange={(scopeId) => onChange({ ...view, scopeId: orNothing(scopeId) })}
      />
      {isFiltered(view) && (
        <ClearButton size="small" onClick={() => onChange({ sort: view.sort })}>
          {m.carts_clear_filters()}
        </ClearButton>
      )}
    </>
  )
}

/** Carts that hold items and are not orders yet; each opens to its lines. */
export function CartsSection({ customerId }: SectionProps) {
  const [view, setView] = useKept(customerId, 'carts/view', keptView)
  const [openIds, setOpenIds] = useKept(customerId, 'carts/open', keptIds)
  const query = useInfiniteQuery({ ...cartListQuery(customerId, view), placeholderData: keepPreviousData })
  const copyText = useCopyText()
  const detailsId = useId()
  const detailId = ({ id }: CartListItem) => `${detailsId}${id}`
  const isOpen = ({ id }: CartListItem) => openIds.includes(id)
  const toggle = (cart: CartListItem) =>
    setOpenIds(isOpen(cart) ? openIds.filter((id) => id !== cart.id) : [...openIds, cart.id])
  const columns = cartColumns({ isOpen, toggle, detailId })
  const linesOf = (cart: CartListItem) =>
    isOpen(cart) ? (
      <div id={detailId(cart)}>
        <CartLines cart={cart} />
      </div>
    ) : undefined
  const rowMenu = (cart: CartListItem): MenuAction[][] => [
    [{ label: m.carts_copy_name(), icon: 'copy', onSelect: () => void copyText(cart.name, m.carts_copied()) }],
  ]
  return (
    <SectionFrame
      section="carts"
      query={query}
      total={isFiltered(view) ? undefined : query.data?.pages[0]?.total}
      skeleton={<RowsSkeleton />}
      toolbar={
        <CartFilters
          view={view}
          onChange={setView}
          carts={query.data?.pages.flatMap((page) => page.items) ?? noCarts}
        />
      }
    >
      {({ pages }) => (
        <>
          <HiddenRowsNote customerId={customerId} rows="carts" text={m.carts_hidden()} />
          <EndlessTable
            label={m.record_section_carts()}
            query={query}
            columns={columns}
            rows={pages.flatMap((page) => page.items)}
            rowKey={(cart) => cart.id}
            rowDetail={linesOf}
            rowLabel={({ name }) => name}
            rowMenu={rowMenu}
            height="content"
            sort={view.sort}
            onSort={(sort) => setView({ ...view, sort })}
            errorTitle={m.errors_load()}
            empty={
              isFiltered(view) ? (
                <EmptyState
                  title={m.carts_no_match()}
                  text={m.carts_no_match_text()}
                  action={
                    <ClearButton onClick={() => setView({ sort: view.sort })}>{m.carts_clear_filters()}</ClearButton>
                  }
                />
              ) : (
                <EmptyState title={m.record_carts_empty()} text={m.record_carts_empty_text()} />
              )
            }
          />
        </>
      )}
    </SectionFrame>
  )
}
