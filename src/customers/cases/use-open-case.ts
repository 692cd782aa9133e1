import { useShallow } from 'zustand/react/shallow'
import { caseIdOf } from '#/customers/cases/use-case-forms.ts'
import { useOpenItem, type OpenItem } from '#/customers/record/use-open-item.ts'
import { draftsIn, useDraftsState } from '#/workspace/drafts/drafts.ts'

export interface OpenCase extends OpenItem {
  /** Ids of the cases about which something is typed and not saved. */
  drafted: readonly string[]
}

/** Which case is open beside the list, a new one as `new-…`, and about which there are drafts. */
export function useOpenCase(customerId: string): OpenCase {
  const drafted = useDraftsState(
    useShallow((state) => [
      ...new Set(draftsIn(state, customerId, 'cases').map(({ place }) => caseIdOf(place.itemId))),
    ]),
  )
  return { ...useOpenItem(customerId, 'cases'), drafted }
}
