import { styled } from '@mui/material/styles'
import type { Subscription } from '#/contract/subscriptions.ts'
import { ProductPrice, ProductStatus } from '#/customers/products/product-facts.tsx'
import { codeLabel } from '#/shared/format/code-label.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import type { Column } from '#/shared/table/column.ts'
import { color, focusRing, type } from '#/shared/theme/color.ts'
import { NotSet } from '#/shared/ui/field-list.tsx'
import { Time } from '#/shared/ui/time.tsx'
import { VisuallyHidden } from '#/shared/ui/visually-hidden.tsx'

const NameButton = styled('button')({
  padding: 0,
  border: 0,
  background: 'none',
  font: 'inherit',
  fontWeight: 500,
  color: 'inherit',
  textAlign: 'start',
  overflowWrap: 'anywhere',
  cursor: 'pointer',
  borderRadius: 2,
  '&:hover': { color: color.accent, textDecoration: 'underline' },
  '&:focus-visible': focusRing,
})

const OtherName = styled('div')({ ...type.meta, fontWeight: 400, color: color.secondary })

function Names({ product: { id, name, externalName }, onOpen }: { product: Subscription; onOpen: () => void }) {
  return (
    <div>
      <NameButton type="button" data-product={id} onClick={onOpen}>
        {name}
      </NameButton>
      {externalName === null || externalName === name ? null : (
        <OtherName title={m.products_known_as({ name: externalName })}>
          <VisuallyHidden>{m.products_known_as({ name: '' })}</VisuallyHidden>
          {externalName}
        </OtherName>
      )}
    </div>
  )
}

/** Columns of what a customer has; the name opens the details. */
export const productColumns = (onOpen: (product: Subscription) => void): Column<Subscription>[] => [
  {
    key: 'name',
    header: m.products_name(),
    sortKey: 'name',
    width: 240,
    isRowHeader: true,
    cell: (product) => <Names product={product} onOpen={() => onOpen(product)} />,
  },
  {
    key: 'type',
    header: m.products_type(),
    width: 120,
    priority: 2,
    cell: ({ type: code }) => codeLabel('productType', code),
  },
  {
    key: 'price',
    header: m.products_price(),
    sortKey: 'price',
    sortFirst: 'descending',
    width: 240,
    cell: (product) => <ProductPrice product={product} />,
  },
  {
    key: 'started',
    header: m.products_started(),
    sortKey: 'startedAt',
    sortFirst: 'descending',
    width: 120,
    cell: ({ startedAt }) => <Time at={startedAt} isInTable />,
  },
  {
    key: 'ends',
    header: m.products_ends(),
    width: 120,
    priority: 3,
    cell: ({ endsAt }) =>
      endsAt === null ? <NotSet text={m.products_no_end()} /> : <Time at={endsAt} never="" isInTable />,
  },
  {
    key: 'status',
    header: m.products_status(),
    width: 120,
    cell: ({ status }) => <ProductStatus status={status} />,
  },
]
