import type { Section } from '#/workspace/open-records.ts'

export const sectionTabId = (customerId: string, section: Section) => `section-tab-${customerId}-${section}`
export const sectionPanelId = (customerId: string, section: Section) => `section-${customerId}-${section}`
