import { styled } from '@mui/material/styles'
import type { Organization } from '#/contract/organizations.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { Field, FieldList } from '#/shared/ui/field-list.tsx'
import { Phone } from '#/shared/ui/phone.tsx'
import { PostalAddress } from '#/shared/ui/postal-address.tsx'
import { StatusBadge } from '#/shared/ui/status-badge.tsx'
import { phoneText } from '#/shared/format/phone-text.ts'

const Addresses = styled('div')({ display: 'grid', gap: 8, padding: '6px 0' })

/** Active or inactive, in words. */
export function OrganizationStatus({ active }: Pick<Organization, 'active'>) {
  return (
    <StatusBadge tone={active ? 'positive' : 'neutral'}>{active ? m.record_active() : m.record_inactive()}</StatusBadge>
  )
}

/** Everything that is known of an organization itself. */
export function OrganizationFacts({ organization }: { organization: Organization }) {
  const { number, managerName, phone, phoneExt, email, fax, description, addresses } = organization
  return (
    <FieldList label={m.organizations_facts()}>
      <Field label={m.record_organization_number()} copy={number}>
        {number}
      </Field>
      <Field label={m.record_organization_status()}>
        <OrganizationStatus active={organization.active} />
      </Field>
      <Field label={m.record_organization_manager()}>{managerName ? <bdi>{managerName}</bdi> : null}</Field>
      <Field label={m.record_organization_manager_phone()} copy={phone === null ? null : phoneText(phone, phoneExt)}>
        {phone ? <Phone number={phone} extension={phoneExt} /> : null}
      </Field>
      <Field label={m.organizations_email()} copy={email}>
        {email}
      </Field>
      <Field label={m.organizations_fax()}>{fax ? <Phone number={fax} /> : null}</Field>
      <Field label={m.organizations_description()} isWide>
        {description}
      </Field>
      <Field label={m.organizations_addresses()} isWide>
        {addresses.length > 0 ? (
          <Addresses>
            {addresses.map((address) => (
              <PostalAddress key={JSON.stringify(address)} address={address} />
            ))}
          </Addresses>
        ) : null}
      </Field>
    </FieldList>
  )
}
