import type { FormDraft } from '#/customers/editing/use-form-draft.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import type { Subject } from '#/shared/ui/customer-subject.tsx'
import { useNotices } from '#/shared/ui/notice-region.tsx'
import { useWorkspace } from '#/workspace/workspace-context.ts'

/** Throws away what was typed in a form, and offers to bring it back exactly as it was. */
export function useDiscardDraft({ engine, place }: Pick<FormDraft, 'engine' | 'place'>, subject: Subject): () => void {
  const workspace = useWorkspace()
  const notices = useNotices()
  return () => {
    const restore = engine.discard([place])
    const undo = () => {
      restore()
      if (!workspace.isOpen(subject.id)) workspace.show(subject.id)
    }
    notices.show({ kind: 'info', text: m.drafts_discarded(), subject, undo })
  }
}
