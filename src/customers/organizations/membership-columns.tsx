import { styled } from '@mui/material/styles'
import type { Membership } from '#/contract/organizations.ts'
import { OrganizationStatus } from '#/customers/organizations/organization-facts.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, focusRing } from '#/shared/theme/color.ts'
import type { Column } from '#/shared/table/column.ts'
import { NotSet } from '#/shared/ui/field-list.tsx'
import { Phone } from '#/shared/ui/phone.tsx'
import { PostalAddress } from '#/shared/ui/postal-address.tsx'
import { Time } from '#/shared/ui/time.tsx'

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

/** Columns of a customer's organizations; the name opens the organization. */
export const membershipColumns = (onOpen: (membership: Membership) => void): Column<Membership>[] => [
  {
    key: 'number',
    header: m.record_organization_number(),
    sortKey: 'number',
    width: 110,
    cell: ({ number }) => number ?? <NotSet />,
  },
  {
    key: 'name',
    header: m.record_organization_name(),
    sortKey: 'name',
    width: 220,
    isRowHeader: true,
    cell: (membership) => (
      <NameButton type="button" data-organization={membership.id} onClick={() => onOpen(membership)}>
        {membership.name}
      </NameButton>
    ),
  },
  {
    key: 'address',
    header: m.record_organization_address(),
    width: 230,
    cell: ({ addresses: [address] }) => (address ? <PostalAddress address={address} /> : <NotSet />),
  },
  {
    key: 'manager',
    header: m.record_organization_manager(),
    width: 150,
    cell: ({ managerName }) => (managerName ? <bdi>{managerName}</bdi> : <NotSet />),
  },
  {
    key: 'phone',
    header: m.record_organization_manager_phone(),
    width: 160,
    cell: ({ phone, phoneExt }) => (phone ? <Phone number={phone} extension={phoneExt} /> : <NotSet />),
  },
  {
    key: 'status',
    header: m.record_organization_status(),
    width: 100,
    priority: 2,
    cell: ({ active }) => <OrganizationStatus active={active} />,
  },
  {
    key: 'memberSince',
    header: m.record_organization_member_since(),
    width: 120,
    priority: 3,
    cell: ({ memberSince }) => <Time at={memberSince} never="" isInTable />,
  },
]
