import { styled } from '@mui/material/styles'
import type { AlternativeContact } from '#/contract/alternative-contacts.ts'
import { isOver, productText } from '#/customers/contacts/product-words.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { Icon } from '#/shared/ui/icon.tsx'

const List = styled('ul')({
  ...type.table,
  listStyle: 'none',
  margin: 0,
  padding: 0,
  display: 'grid',
  gap: 2,
  '& > li': { display: 'flex', gap: 6, minWidth: 0, overflowWrap: 'anywhere' },
  '& > li > svg': { flex: 'none', marginTop: 2, color: color.secondary },
  '& > li[data-over="true"]': { color: color.secondary },
  '& > li[data-over="true"] > svg': { color: color.caution },
})

type Props = Pick<AlternativeContact, 'permissions' | 'products'>

/** What somebody may do for another customer, in words. */
export function DelegateRights({ permissions: { support, billing }, products }: Props) {
  const hasNone = !support && !billing && products.length === 0
  return (
    <List aria-label={m.contacts_rights()}>
      {support ? (
        <li>
          <Icon name="check" size={14} />
          {m.contacts_right_support()}
        </li>
      ) : null}
      {billing ? (
        <li>
          <Icon name="check" size={14} />
          {m.contacts_right_billing()}
        </li>
      ) : null}
      {products.map((product) => (
        <li key={product.id} data-over={isOver(product)}>
          <Icon name={isOver(product) ? 'alert' : 'check'} size={14} />
          {productText(product)}
        </li>
      ))}
      {hasNone ? (
        <li data-over="true">
          <Icon name="alert" size={14} />
          {m.contacts_right_none()}
        </li>
      ) : null}
    </List>
  )
}
