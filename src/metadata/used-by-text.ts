import type { ApiError } from '#/shared/api/api-error.ts'
import { m } from '#/shared/i18n/generated/messages.js'

/** The API names at most so many. */
const namedAtMost = 5

/** Who still uses what was to go, by number or name. */
export function usedByText({ problem }: ApiError): string {
  const usedBy = problem?.usedBy ?? []
  const names = usedBy.map(({ label }) => label).join(', ')
  const count = usedBy.length
  if (usedBy[0]?.type === 'customer') {
    return count < namedAtMost
      ? m.metadata_used_by_customers({ count, names })
      : m.metadata_used_by_many_customers({ count, names })
  }
  return m.metadata_used_by_attributes({ count, names })
}
