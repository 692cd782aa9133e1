import { styled } from '@mui/material/styles'
import type { CartListItem } from '#/contract/carts.ts'
import { codeLabel } from '#/shared/format/code-label.ts'
import { formatTotal } from '#/shared/format/format-money.ts'
import { formatQuantity } from '#/shared/format/format-quantity.ts'
import { formatRelative } from '#/shared/format/format-time.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import type { Column } from '#/shared/table/column.ts'
import { color, type } from '#/shared/theme/color.ts'
import { NotSet } from '#/shared/ui/field-list.tsx'
import { IconButton } from '#/shared/ui/icon-button.tsx'
import { Mark } from '#/shared/ui/order-status.tsx'
import { Time } from '#/shared/ui/time.tsx'

const isExpired = ({ expiresAt }: CartListItem) => expiresAt !== null && Date.parse(expiresAt) < Date.now()
const isDraft = ({ type: kind }: CartListItem) => kind === 'orderDraft'

const Opener = styled('span')({ display: 'inline-flex', alignItems: 'center', gap: 4 })
const Name = styled('span')({
  display: 'block',
  minWidth: 0,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
})
const Marks = styled('div')({ ...type.meta, display: 'flex', flexWrap: 'wrap', gap: '0 12px', color: color.secondary })

/** Where a cart is to be told from others of its name. */
const cartTitle = ({ name, scopeName, scopeId }: CartListItem) =>
  m.carts_show_lines({ name, scope: scopeName ?? scopeId })

/** What somebody must know so as not to take a cart for a sale. */
function CartMarks({ cart }: { cart: CartListItem }) {
  return (
    <Marks>
      {cart.type === 'wishlist' && <Mark icon="star">{m.carts_wish_list()}</Mark>}
      {isDraft(cart) && (
        <Mark icon="edit">
          {cart.draftOwner === null ? m.carts_draft_unknown() : m.carts_draft({ who: cart.draftOwner })}
        </Mark>
      )}
      {isExpired(cart) && (
        <Mark icon="alert" tone="caution">
          {m.carts_expired()}
        </Mark>
      )}
      {cart.expiresAt !== null && !isExpired(cart) && (
        <span>{m.carts_expires({ when: formatRelative(cart.expiresAt) })}</span>
      )}
    </Marks>
  )
}

interface Opening {
  isOpen: (cart: CartListItem) => boolean
  toggle: (cart: CartListItem) => void
  /** Id of the part that the button opens. */
  detailId: (cart: CartListItem) => string
}

/** Columns of a customer's carts; the name opens the lines. */
export const cartColumns = ({ isOpen, toggle, detailId }: Opening): Column<CartListItem>[] => [
  {
    key: 'scope',
    header: m.record_cart_scope(),
    width: 190,
    cell: (cart) => (
      <Opener>
        <IconButton
          size="small"
          label={cartTitle(cart)}
          icon={isOpen(cart) ? 'chevronDown' : 'chevronRight'}
          aria-expanded={isOpen(cart)}
          aria-controls={isOpen(cart) ? detailId(cart) : undefined}
          onClick={() => toggle(cart)}
        />
        <span>{cart.scopeName ?? cart.scopeId}</span>
      </Opener>
    ),
  },
  {
    key: 'name',
    header: m.record_cart_name(),
    width: 280,
    isRowHeader: true,
    cell: ({ name }) => <Name title={name}>{name}</Name>,
  },
  {
    key: 'type',
    header: m.record_cart_type(),
    width: 220,
    cell: (cart) => (
      <div>
        {cart.type === null ? <NotSet /> : codeLabel('cartType', cart.type)}
        <CartMarks cart={cart} />
      </div>
    ),
  },
  {
    key: 'created',
    header: m.record_cart_created(),
    sortKey: 'createdAt',
    sortFirst: 'descending',
    width: 130,
    cell: ({ createdAt }) => <Time at={createdAt} isInTable />,
  },
  {
    key: 'quantity',
    header: m.record_cart_quantity(),
    sortKey: 'itemQuantity',
    sortFirst: 'descending',
    width: 100,
    align: 'end',
    cell: ({ itemQuantity }) => formatQuantity(itemQuantity),
  },
  {
    key: 'total',
    header: m.record_cart_total(),
    sortKey: 'total',
    sortFirst: 'descending',
    width: 150,
    align: 'end',
    cell: ({ total }) => formatTotal(total),
  },
]
