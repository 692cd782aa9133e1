import type { Section } from '#/workspace/open-records.ts'

/** One customer: header, sections, and the section that is shown. */
export function CustomerRecord({ id, section }: { id: string; section: Section }) {
  return `${id} ${section}`
}
