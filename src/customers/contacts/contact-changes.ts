import type { InfiniteData } from '@tanstack/react-query'
import type { ActsFor } from '#/contract/alternative-contacts.ts'
import type { Page } from '#/contract/common.ts'
import {
  contactKeys,
  contactListQuery,
  delegateListQuery,
  type WholeList,
} from '#/customers/contacts/contact.queries.ts'
import type { AlternativeContact } from '#/contract/alternative-contacts.ts'
import { dataOf, listShows, type ChangeRules } from '#/shared/live/change-rules.ts'

const actedFor = (data: unknown) => (data as InfiniteData<Page<ActsFor>>).pages.flatMap(({ items }) => items)

/** Contacts, who may act for whom, and what is shown of those: their names and the products that rights are for. */
export const contactChanges: ChangeRules = {
  contact: (event) => {
    const { customerId } = event
    if (customerId === null) return {}
    return {
      source: dataOf(contactListQuery(customerId), ({ items }) => listShows(items, event)),
    }
  },
  alternativeContact: (event) => {
    const { customerId } = event
    if (customerId === null) return {}
    return {
      source: dataOf(delegateListQuery(customerId), ({ items }) => listShows(items, event)),
    }
  },
  // Told to the customer who acts for another one.
  actsFor: ({ customerId }) => (customerId === null ? {} : { others: [{ queryKey: contactKeys.actsFor(customerId) }] }),
  customer: ({ resource: { id } }) => ({
    others: [
      {
        queryKey: contactKeys.allDelegates(),
        shows: (data) => !(data as WholeList<AlternativeContact>).items.some(({ member }) => member.id === id),
      },
      {
        queryKey: contactKeys.allActsFor(),
        shows: (data) => !actedFor(data).some(({ customer }) => customer.id === id),
      },
    ],
  }),
  subscription: ({ customerId }) => {
    if (customerId === null) return {}
    return {
      others: [{ queryKey: contactKeys.delegates(customerId) }, { queryKey: contactKeys.products(customerId) }],
    }
  },
}
