import { recordPath } from '#/workspace/workspace-address.ts'

/** Where one case is shown: for links and for `navigate`. */
export const casePlace = (customerId: string, caseId: string) => ({
  to: '/customers/$customerId/$section' as const,
  params: { customerId, section: 'cases' as const },
  search: { case: caseId },
})

/** Address of one case, to be sent to somebody: it opens this record and no other one. */
export const caseAddress = (customerId: string, caseId: string) =>
  `${window.location.origin}${recordPath(customerId, 'cases')}?case=${caseId}`
