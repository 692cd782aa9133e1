import { unstored } from '#/customers/editing/unstored.ts'
import type { AlternativeContact } from '#/contract/alternative-contacts.ts'
import type { EntityReference } from '#/contract/attributes.ts'

/** What the form of an alternative contact holds; who it is can be chosen only once. */
export interface DelegateValues {
  /** At most one. */
  memberId: readonly EntityReference[]
  support: boolean
  billing: boolean
  productIds: readonly string[]
}

export const rightFields = ['support', 'billing', 'productIds'] as const
export const newDelegateFields = ['memberId', ...rightFields] as const

export type DelegateField = (typeof newDelegateFields)[number]

/** What another customer is called; its number, or its id, where the name may not be seen. */
export const partyName = ({ name, customerNumber, id }: AlternativeContact['member']) => name ?? customerNumber ?? id

export function delegateValues({ permissions, member }: AlternativeContact): DelegateValues {
  const { support, billing, productIds } = permissions
  const memberId = member.id === '' ? [] : [{ entityType: 'customer', id: member.id, label: partyName(member) }]
  return { memberId, support, billing, productIds: [...productIds] }
}

/** An alternative contact that is not stored yet. */
export function blankDelegate(over: Partial<AlternativeContact> = {}): AlternativeContact {
  return {
    ...unstored,
    member: { id: '', visible: true, customerNumber: null, name: null, email: null, status: null },
    permissions: { support: false, billing: false, productIds: [] },
    products: [],
    ...over,
  }
}

export const isNewDelegate = ({ etag }: Pick<AlternativeContact, 'etag'>) => etag === ''
