import { createContext, useContext, useEffect } from 'react'
import type { Total } from '#/contract/common.ts'
import type { Section } from '#/workspace/open-records.ts'

/** How many things each section holds, as far as it is known. */
export type SectionCounts = Partial<Record<Section, Total>>

export type ReportCount = (section: Section, total: Total) => void

const ReportCountContext = createContext<ReportCount | null>(null)
export const ReportCountProvider = ReportCountContext.Provider

/** Tells the tab of a section how many things the section holds. */
export function useReportCount(section: Section, total: Total | undefined) {
  const report = useContext(ReportCountContext)
  const { value, relation } = total ?? {}
  useEffect(() => {
    if (value !== undefined && relation !== undefined) report?.(section, { value, relation })
  }, [report, section, value, relation])
}

/** `10,000+` when there are more than were counted. */
export function countText({ value, relation }: Total): string {
  return `${value.toLocaleString('en')}${relation === 'gte' ? '+' : ''}`
}
