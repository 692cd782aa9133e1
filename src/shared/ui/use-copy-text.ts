import { useCallback } from 'react'
import { m } from '#/shared/i18n/generated/messages.js'
import { useNotices } from '#/shared/ui/notice-region.tsx'

/** Copies from a menu, which is gone by then: a notice says whether it worked. */
export function useCopyText(): (text: string, copied: string) => Promise<void> {
  const notices = useNotices()
  return useCallback(
    async (text, copied) => {
      try {
        await navigator.clipboard.writeText(text)
        notices.show({ kind: 'success', text: copied })
      } catch {
        notices.show({ kind: 'error', text: m.common_copy_failed() })
      }
    },
    [notices],
  )
}
