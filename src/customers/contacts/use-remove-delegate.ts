import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { AlternativeContact } from '#/contract/alternative-contacts.ts'
import { contactKeys } from '#/customers/contacts/contact.queries.ts'
import { partyName } from '#/customers/contacts/delegate-values.ts'
import { addDelegateMutation, removeDelegateMutation, type DelegateCreate } from '#/customers/contacts/save-delegate.ts'
import { useRefreshAfterRefusal, useSayRefusal } from '#/customers/record/use-say-refusal.ts'
import { useSubject } from '#/customers/record/use-subject.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { useNotices } from '#/shared/ui/notice-region.tsx'

/**
 * What would have to be added to have it back: without rights for products that are gone. Nothing when that cannot be:
 * for one who may not be seen, or with no right left.
 */
export function addedAgain({ member, permissions, products }: AlternativeContact): DelegateCreate | undefined {
  const productIds = products.filter(({ status }) => status !== null).map(({ id }) => id)
  const { support, billing } = permissions
  if (!member.visible || (!support && !billing && productIds.length === 0)) return undefined
  return { memberId: member.id, permissions: { support, billing, productIds } }
}

/** Takes all rights of another customer away; a notice says so and gives them back. Rejects with what the API said. */
export function useRemoveDelegate(customerId: string) {
  const client = useQueryClient()
  const notices = useNotices()
  const subject = useSubject(customerId)
  const sayRefusal = useSayRefusal(customerId)
  const refresh = useRefreshAfterRefusal(customerId)
  const { mutateAsync: remove } = useMutation(removeDelegateMutation(customerId))
  // Not the callbacks of `mutate`: they are lost when the record is hidden meanwhile.
  const { mutateAsync: add } = useMutation(addDelegateMutation(customerId))

  const giveBack = async (body: DelegateCreate, idempotencyKey: string) => {
    try {
      const { member } = await add({ body, idempotencyKey })
      notices.show({ kind: 'success', subject, text: m.contacts_delegate_again({ name: partyName(member) }) })
    } catch (error) {
      sayRefusal(error, subject)
    }
  }

  return async (contact: AlternativeContact) => {
    try {
      await remove(contact)
    } catch (error) {
      refresh(error)
      await client.invalidateQueries({ queryKey: contactKeys.delegates(customerId) })
      throw error
    }
    const body = addedAgain(contact)
    const key = crypto.randomUUID()
    const name = contact.member.visible ? partyName(contact.member) : m.contacts_party_hidden()
    notices.show({
      kind: 'success',
      subject,
      text: m.contacts_delegate_removed({ name }),
      ...(body ? { undo: () => void giveBack(body, key) } : {}),
    })
  }
}
