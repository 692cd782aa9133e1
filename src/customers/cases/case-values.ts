import { unstored } from '#/customers/editing/unstored.ts'
import type { Case, CaseListItem } from '#/contract/cases.ts'

/** What staff edit of a case, in the order of the form. Its status has a form of its own. */
export const caseFields = [
  'subject',
  'description',
  'type',
  'priority',
  'deadline',
  'contactMethod',
  'assigneeId',
  'relatedProductId',
  'tags',
] as const
export type CaseField = (typeof caseFields)[number]

/** What the form holds: a text for every field, the empty one for none, and the tags. */
export type CaseValues = Record<Exclude<CaseField, 'tags'>, string> & { tags: string[] }

export const caseValues = (item: CaseListItem): CaseValues => ({
  subject: item.subject,
  description: item.description ?? '',
  type: item.type ?? '',
  priority: item.priority ?? '',
  deadline: item.deadline ?? '',
  contactMethod: item.contactMethod ?? '',
  assigneeId: item.assignee?.id ?? '',
  relatedProductId: item.relatedProduct?.id ?? '',
  tags: item.tags,
})

/** A case that is not stored yet. */
export function blankCase(): Case {
  return {
    ...unstored,
    customerId: '',
    number: '',
    subject: '',
    description: null,
    type: null,
    status: { code: 'new', class: 'open' },
    priority: null,
    deadline: null,
    tags: [],
    contactMethod: null,
    assignee: null,
    relatedProduct: null,
    openedAt: unstored.createdAt,
    openedBy: unstored.createdBy,
    closedAt: null,
    customer: { id: '', customerNumber: '', name: '' },
    comments: [],
  }
}

export const isNewCase = ({ etag }: Pick<Case, 'etag'>) => etag === ''

/** Tags without blanks and lines that hold none. */
export const cleanTags = (tags: readonly string[]): string[] => [
  ...new Set(tags.map((tag) => tag.trim()).filter((tag) => tag !== '')),
]
