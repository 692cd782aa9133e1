import { useQueryClient } from '@tanstack/react-query'
import { getCase, type Case } from '#/contract/cases.ts'
import { caseKeys } from '#/customers/cases/case.queries.ts'
import { rememberCase } from '#/customers/cases/save-case.ts'
import { customerKeys } from '#/customers/customer.queries.ts'
import { api } from '#/shared/api/api.ts'
import { isApiError } from '#/shared/api/api-error.ts'

/** What the forms over a case do when a save was refused. */
export function useCaseRefresh(customerId: string, caseId: string) {
  const client = useQueryClient()
  return {
    readAgain: async (): Promise<Case> => api(getCase, { path: { caseId } }),
    /** Somebody else saved it meanwhile. */
    onTheirs: (theirs: Case) => rememberCase(client, theirs),
    onFailure: async (error: unknown) => {
      if (!isApiError(error, 'not-found', 'anonymized-record')) return
      await client.invalidateQueries({ queryKey: customerKeys.detail(customerId) })
      await client.invalidateQueries({ queryKey: caseKeys.one(caseId) })
    },
  }
}
