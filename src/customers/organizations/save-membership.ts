import { mutationOptions } from '@tanstack/react-query'
import { deleteMembership, putMembership, type Organization } from '#/contract/organizations.ts'
import { customerKeys } from '#/customers/customer.queries.ts'
import { organizationKeys } from '#/customers/organizations/organization.queries.ts'
import { api } from '#/shared/api/api.ts'

/** What is said of an organization that a customer comes to or leaves. */
export type NamedOrganization = Pick<Organization, 'id' | 'name' | 'number'>

const meta = (customerId: string) =>
  ({
    // Lists of customers may be lists of members.
    invalidates: [organizationKeys.of(customerId), customerKeys.lists()],
    onFailure: 'form',
  }) as const

/** Makes the customer a member; twice is as good as once. The caller says what is refused. */
export const addMembershipMutation = (customerId: string) =>
  mutationOptions({
    mutationKey: ['add-membership', customerId],
    mutationFn: ({ id }: NamedOrganization) => api(putMembership, { path: { id: customerId, organizationId: id } }),
    meta: meta(customerId),
  })

/** Ends a membership. The caller says what is refused. */
export const removeMembershipMutation = (customerId: string) =>
  mutationOptions({
    mutationKey: ['remove-membership', customerId],
    mutationFn: ({ id }: NamedOrganization) => api(deleteMembership, { path: { id: customerId, organizationId: id } }),
    meta: meta(customerId),
  })
