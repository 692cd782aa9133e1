import { StatusHistory } from '#/customers/account/status-history.tsx'
import type { QuestionProps } from '#/customers/manage/customer-question.tsx'

/** The history of the status, opened from the menu. */
export function HistoryDialog({ customer, subject, onClose }: QuestionProps) {
  return <StatusHistory customerId={customer.id} subject={subject} onClose={onClose} />
}
