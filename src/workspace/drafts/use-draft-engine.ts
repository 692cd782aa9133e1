import { useEffect, useState } from 'react'
import { DraftEngine } from '#/workspace/drafts/draft-engine.ts'
import { useDrafts, type Drafts } from '#/workspace/drafts/drafts.ts'

/** The engine of the drafts, made when first asked for. */
export const engineOf = (drafts: Drafts): DraftEngine => (drafts.engine ??= new DraftEngine(drafts))

/** The engine of the drafts, running: what a form needs of it. Its code comes with the first record. */
export function useDraftEngine(): DraftEngine {
  const drafts = useDrafts()
  const [engine] = useState(() => engineOf(drafts))
  useEffect(() => engine.start(), [engine])
  return engine
}
