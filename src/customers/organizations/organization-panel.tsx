import { useQuery } from '@tanstack/react-query'
import type { Organization } from '#/contract/organizations.ts'
import { OrganizationFacts } from '#/customers/organizations/organization-facts.tsx'
import { OrganizationMembers } from '#/customers/organizations/organization-members.tsx'
import { organizationQuery } from '#/customers/organizations/organization.queries.ts'
import { SidePanel } from '#/customers/record/side-panel.tsx'
import { failureText, requestIdOf } from '#/shared/api/failure-text.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { ErrorState } from '#/shared/ui/error-state.tsx'

export interface OrganizationPanelProps {
  customerId: string
  /** As it is known from the membership. */
  organization: Organization
  onClose: () => void
}

/** An organization and its members, beside the record; over it where there is no room. */
export function OrganizationPanel({ customerId, organization, onClose }: OrganizationPanelProps) {
  const query = useQuery({ ...organizationQuery(organization.id), placeholderData: organization })
  const shown = query.data ?? organization
  return (
    <SidePanel
      customerId={customerId}
      title={shown.name}
      closeLabel={m.organizations_close({ name: shown.name })}
      onClose={onClose}
    >
      {query.isError ? (
        <ErrorState
          title={m.organizations_panel_failed()}
          text={failureText(query.error, m.common_nothing_lost())}
          requestId={requestIdOf(query.error)}
          onRetry={() => void query.refetch()}
          isRetrying={query.isFetching}
        />
      ) : null}
      <OrganizationFacts organization={shown} />
      <OrganizationMembers organizationId={organization.id} customerId={customerId} />
    </SidePanel>
  )
}
