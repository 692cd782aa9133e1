import type { CustomerStatus } from '#/contract/customers.ts'
import type { QuestionProps } from '#/customers/manage/customer-question.tsx'
import { StatusForm } from '#/customers/manage/status-form.tsx'
import { m } from '#/shared/i18n/generated/messages.js'

const dialog = (title: () => string, to?: CustomerStatus) =>
  function StatusChange(props: QuestionProps) {
    return <StatusForm {...props} title={title()} to={to} />
  }

/** Changes the status to what is allowed from the present one. */
export const StatusDialog = dialog(m.account_status_title)
/** Lets a customer in who waits for it. */
export const ApproveDialog = dialog(m.account_approve_title, 'active')
/** Turns a customer down who waits to be let in. */
export const RejectDialog = dialog(m.account_reject_title, 'inactive')
