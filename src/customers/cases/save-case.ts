import { mutationOptions, type InfiniteData, type QueryClient } from '@tanstack/react-query'
import type * as z from 'zod/mini'
import {
  createCase,
  createCaseComment,
  patchCase,
  type Case,
  type caseCreateSchema,
  type CaseListItem,
  type casePatchSchema,
} from '#/contract/cases.ts'
import type { Page } from '#/contract/common.ts'
import { caseKeys, caseQuery } from '#/customers/cases/case.queries.ts'
import { api } from '#/shared/api/api.ts'

export type CaseCreate = z.output<typeof caseCreateSchema>
export type CasePatch = z.output<typeof casePatchSchema>

type Pages = InfiniteData<Page<CaseListItem>>

/** Puts a newer version of a case into everything that shows it. */
export function rememberCase(client: QueryClient, newer: Case) {
  const { customer: _customer, comments: _comments, ...item } = newer
  client.setQueryData(caseQuery(newer.id).queryKey, newer)
  client.setQueriesData<Pages>({ queryKey: caseKeys.lists(newer.customerId) }, (data) => {
    if (!data) return data
    const pages = data.pages.map((page) => ({
      ...page,
      items: page.items.map((each) => (each.id === newer.id ? item : each)),
    }))
    return { ...data, pages }
  })
}

async function take(client: QueryClient, saved: Case) {
  // A read that was on its way would bring back what was.
  await client.cancelQueries({ queryKey: caseKeys.one(saved.id) })
  await client.cancelQueries({ queryKey: caseKeys.lists(saved.customerId) })
  rememberCase(client, saved)
}

/** What a form does with what is refused. */
const saving = (customerId: string) => ({
  mutationKey: ['save-case', customerId],
  meta: { invalidates: [caseKeys.lists(customerId)], onFailure: 'form' as const },
})

/** Opens a case on behalf of the customer. The form shows what is refused. */
export const addCaseMutation = (customerId: string) =>
  mutationOptions({
    ...saving(customerId),
    mutationFn: async ({ body, idempotencyKey }: { body: CaseCreate; idempotencyKey: string }) =>
      api(createCase, { path: { id: customerId }, body, idempotencyKey }),
    onSuccess: async (saved, _change, _result, { client }) => take(client, saved),
  })

export interface CaseChange {
  caseId: string
  patch: CasePatch
  ifMatch: string
  idempotencyKey: string
}

/** Changes a case, its status too. The form shows what is refused. */
export const saveCaseMutation = (customerId: string) =>
  mutationOptions({
    ...saving(customerId),
    mutationFn: async ({ caseId, patch, ifMatch, idempotencyKey }: CaseChange) =>
      api(patchCase, { path: { caseId }, body: patch, ifMatch, idempotencyKey }),
    onSuccess: async (saved, _change, _result, { client }) => take(client, saved),
  })

/** Comments on a case. The form shows what is refused. */
export const addCommentMutation = (customerId: string) =>
  mutationOptions({
    ...saving(customerId),
    mutationFn: async (comment: { caseId: string; content: string; idempotencyKey: string }) => {
      const { caseId, content, idempotencyKey } = comment
      return api(createCaseComment, { path: { caseId }, body: { content }, idempotencyKey })
    },
    onSuccess: async (saved, _change, _result, { client }) => take(client, saved),
  })
