import { useCallback } from 'react'
import { m } from '#/shared/i18n/generated/messages.js'
import { useNotices } from '#/shared/ui/notice-region.tsx'
import { useShownRecord } from '#/shared/ui/switch-guard.ts'

/** Copies from a menu, which is gone by then: a notice says whether it worked, and of which customer it was. */
export function useCopyText(): (text: string, copied: string) => Promise<void> {
  const notices = useNotices()
  const shown = useShownRecord()
  return useCallback(
    async (text, copied) => {
      const subject = shown.subject()
      const about = subject ? { subject } : {}
      try {
        await navigator.clipboard.writeText(text)
        notices.show({ kind: 'success', text: copied, ...about })
      } catch {
        notices.show({ kind: 'error', text: m.common_copy_failed(), ...about })
      }
    },
    [notices, shown],
  )
}
