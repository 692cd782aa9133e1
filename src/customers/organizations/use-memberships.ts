import { useMutation } from '@tanstack/react-query'
import {
  addMembershipMutation,
  removeMembershipMutation,
  type NamedOrganization,
} from '#/customers/organizations/save-membership.ts'
import { useSayRefusal } from '#/customers/record/use-say-refusal.ts'
import { useSubject } from '#/customers/record/use-subject.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { useNotices } from '#/shared/ui/notice-region.tsx'

/** Adds and ends memberships, each with a notice that takes it back. A refusal is thrown, for the dialog to show. */
export function useMemberships(customerId: string) {
  const subject = useSubject(customerId)
  const notices = useNotices()
  const sayRefusal = useSayRefusal(customerId)
  const { mutateAsync: put } = useMutation(addMembershipMutation(customerId))
  const { mutateAsync: drop } = useMutation(removeMembershipMutation(customerId))

  const said = {
    added: ({ name }: NamedOrganization) => m.organizations_added({ name }),
    removed: ({ name }: NamedOrganization) => m.organizations_removed({ name }),
  }
  const takeBack = (work: () => Promise<unknown>, text: string) => async () => {
    try {
      await work()
      notices.show({ kind: 'success', subject, text })
    } catch (error) {
      sayRefusal(error, subject)
    }
  }
  const tell = (text: string, undo: () => Promise<void>) =>
    notices.show({ kind: 'success', subject, text, undo: () => void undo() })

  /** It was so already: what somebody else did is not this person's to take back. */
  const tellAlready = (text: string) => notices.show({ kind: 'info', subject, text })

  return {
    subject,
    add: async (organization: NamedOrganization) => {
      if (await put(organization)) tellAlready(m.organizations_added_already(organization))
      else
        tell(
          said.added(organization),
          takeBack(() => drop(organization), said.removed(organization)),
        )
    },
    remove: async (organization: NamedOrganization) => {
      if (await drop(organization)) tellAlready(m.organizations_removed_already(organization))
      else
        tell(
          said.removed(organization),
          takeBack(() => put(organization), said.added(organization)),
        )
    },
  }
}
