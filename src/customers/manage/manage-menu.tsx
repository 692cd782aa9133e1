import { Suspense, useState, type ComponentType } from 'react'
import type { Customer } from '#/contract/customers.ts'
import { manageGroups, type ManageAction } from '#/customers/manage/manage-actions.ts'
import type { QuestionProps } from '#/customers/manage/customer-question.tsx'
import { useSubject } from '#/customers/record/use-subject.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { useMay } from '#/shared/session/me.queries.ts'
import { lazyPart, type LazyPart } from '#/shared/ui/lazy-part.tsx'
import { MenuButton } from '#/shared/ui/menu-button.tsx'
import { useNotices } from '#/shared/ui/notice-region.tsx'

const part = (load: () => Promise<ComponentType<QuestionProps>>): LazyPart<QuestionProps> => lazyPart(load)
const questions = () => import('#/customers/manage/customer-questions.tsx')
const statusDialogs = () => import('#/customers/manage/status-dialog.tsx')

const dialogs: Record<ManageAction, LazyPart<QuestionProps>> = {
  status: part(async () => (await statusDialogs()).StatusDialog),
  approve: part(async () => (await statusDialogs()).ApproveDialog),
  reject: part(async () => (await statusDialogs()).RejectDialog),
  history: part(async () => (await import('#/customers/manage/history-dialog.tsx')).HistoryDialog),
  unlock: part(async () => (await questions()).UnlockQuestion),
  reset: part(async () => (await questions()).ResetQuestion),
  tier: part(async () => (await questions()).TierQuestion),
  access: part(async () => (await questions()).AccessQuestion),
  export: part(async () => (await import('#/customers/manage/data-export-dialog.tsx')).DataExportDialog),
  anonymise: part(async () => (await import('#/customers/manage/anonymise-dialog.tsx')).AnonymiseDialog),
}

interface Props {
  customer: Customer
}

/** What can be done to a customer as a whole; what cannot be done now stays in the menu and says why. */
export function ManageMenu({ customer }: Props) {
  const [open, setOpen] = useState<{ action: ManageAction; customer: Customer }>()
  const subject = useSubject(customer.id)
  const notices = useNotices()
  const rights = {
    mayWrite: useMay('customer:write'),
    mayChangeStatus: useMay('customer:status'),
    mayAnonymise: useMay('customer:anonymize'),
  }

  const copyLink = async (href: string) => {
    try {
      await navigator.clipboard.writeText(href)
      notices.show({ kind: 'success', text: m.account_link_copied(), subject })
    } catch {
      notices.show({ kind: 'error', text: m.account_link_not_copied(), subject })
    }
  }
  const groups = manageGroups(customer, rights, {
    start: (action) => setOpen({ action, customer }),
    copyLink: (href) => void copyLink(href),
  })
  const Dialog = open && dialogs[open.action].Body
  return (
    <>
      <MenuButton label={m.account_manage()} groups={groups}>
        {m.account_manage()}
      </MenuButton>
      <Suspense fallback={null}>
        {Dialog ? (
          <Dialog key={open.action} customer={open.customer} subject={subject} onClose={() => setOpen(undefined)} />
        ) : null}
      </Suspense>
    </>
  )
}
