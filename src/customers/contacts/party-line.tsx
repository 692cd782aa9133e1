import type { Party } from '#/contract/alternative-contacts.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { RecordLink } from '#/workspace/record-link.tsx'

/** Another customer by name, which opens as a record; of one that may not be seen only that. */
export function PartyLink({ party }: { party: Party }) {
  if (!party.visible) return <span>{m.contacts_party_hidden()}</span>
  return <RecordLink id={party.id}>{party.name ?? party.customerNumber ?? party.id}</RecordLink>
}
