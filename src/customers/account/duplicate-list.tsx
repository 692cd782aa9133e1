import { styled } from '@mui/material/styles'
import type { Duplicate, Duplicates, Likeness } from '#/customers/account/duplicate.queries.ts'
import { customerCodeLabel } from '#/shared/format/customer-code-label.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { sizes } from '#/shared/theme/tokens.ts'
import { Button } from '#/shared/ui/button.tsx'
import { ColourMark } from '#/shared/ui/colour-mark.tsx'
import { useNotices } from '#/shared/ui/notice-region.tsx'
import { StatusBadge } from '#/shared/ui/status-badge.tsx'
import { customerStatusTones } from '#/shared/ui/status-tones.ts'
import { RecordLink } from '#/workspace/record-link.tsx'
import { useWorkspace } from '#/workspace/workspace-context.ts'

const Panel = styled('section')({
  padding: '8px 12px',
  marginBottom: 16,
  border: `1px solid ${color.hairline}`,
  borderRadius: sizes.radius,
  backgroundColor: color.canvas,
  '& > h3': { ...type.table, fontWeight: 600, color: color.secondary },
  '& > p': { ...type.meta, margin: 0, color: color.secondary },
})

const List = styled('ul')({
  listStyle: 'none',
  margin: '4px 0 0',
  padding: 0,
  '& > li': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '0 12px', minHeight: sizes.control },
  '& > li > a': { fontWeight: 500, minWidth: 0, overflowWrap: 'anywhere' },
  '& > li > small': { ...type.meta, color: color.secondary, overflowWrap: 'anywhere' },
  '& > li > button': { marginLeft: 'auto' },
})

const likenesses: Record<Likeness, () => string> = {
  email: m.account_same_email,
  phone: m.account_same_phone,
  name: m.account_same_name,
}

function DuplicateItem({ duplicate: { customer, by } }: { duplicate: Duplicate }) {
  const workspace = useWorkspace()
  const notices = useNotices()
  const { id, name, customerNumber, status } = customer
  const openBehind = () => {
    const hasRoom = workspace.openInBackground(id)
    if (!hasRoom) notices.show({ kind: 'error', text: m.workspace_no_room() })
  }
  return (
    <li>
      <ColourMark id={id} />
      <RecordLink id={id}>
        <bdi>{name}</bdi>
      </RecordLink>
      <small>{customerNumber}</small>
      {status === 'active' ? null : (
        <StatusBadge tone={customerStatusTones[status]}>{customerCodeLabel('customerStatus', status)}</StatusBadge>
      )}
      <small>{by.map((likeness) => likenesses[likeness]()).join(', ')}</small>
      <Button variant="text" size="small" aria-label={m.account_open_behind({ name })} onClick={openBehind}>
        {m.account_in_background()}
      </Button>
    </li>
  )
}

interface Props {
  title: string
  duplicates: Duplicates
}

/** Customers that may be the same person, each a way to its record; nothing is ever merged. */
export function DuplicateList({ title, duplicates: { found, hasMore } }: Props) {
  return (
    <Panel aria-label={title}>
      <h3>{title}</h3>
      <List>
        {found.map((duplicate) => (
          <DuplicateItem key={duplicate.customer.id} duplicate={duplicate} />
        ))}
      </List>
      {hasMore ? <p>{m.account_more_duplicates()}</p> : null}
    </Panel>
  )
}
