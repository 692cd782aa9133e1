import type { ComponentType } from 'react'
import { lazyPart, type LazyPart } from '#/shared/ui/lazy-part.tsx'

/** What every section is handed. */
export interface SectionProps {
  customerId: string
}

export type LazySection = LazyPart<SectionProps>

/** A section whose code comes when it is first needed. */
export const lazySection = (load: () => Promise<ComponentType<SectionProps>>): LazySection => lazyPart(load)
