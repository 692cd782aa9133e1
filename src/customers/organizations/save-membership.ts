import { mutationOptions } from '@tanstack/react-query'
import { deleteMembership, putMembership, type Organization } from '#/contract/organizations.ts'
import { customerKeys } from '#/customers/customer.queries.ts'
import { organizationKeys } from '#/customers/organizations/organization.queries.ts'
import { wasDoneAlready } from '#/customers/record/done-already.ts'
import { api } from '#/shared/api/api.ts'

/** What is said of an organization that a customer comes to or leaves. */
export type NamedOrganization = Pick<Organization, 'id' | 'name' | 'number'>

const meta = (customerId: string) =>
  ({
    // Lists of customers may be lists of members.
    invalidates: [organizationKeys.of(customerId), customerKeys.lists()],
    onFailure: 'form',
  }) as const

/** Makes the customer a member; says whether it was one already. The caller says what is refused. */
export const addMembershipMutation = (customerId: string) =>
  mutationOptions({
    mutationKey: ['add-membership', customerId],
    mutationFn: async ({ id }: NamedOrganization) =>
      wasDoneAlready(api(putMembership, { path: { id: customerId, organizationId: id }, ifNoneMatch: '*' })),
    meta: meta(customerId),
  })

/** Ends a membership; says whether there was none any more. The caller says what is refused. */
export const removeMembershipMutation = (customerId: string) =>
  mutationOptions({
    mutationKey: ['remove-membership', customerId],
    mutationFn: async ({ id }: NamedOrganization) =>
      wasDoneAlready(api(deleteMembership, { path: { id: customerId, organizationId: id }, ifMatch: '*' })),
    meta: meta(customerId),
  })
