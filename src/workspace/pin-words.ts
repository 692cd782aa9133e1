import { useEffect, useState } from 'react'
import { m } from '#/shared/i18n/generated/messages.js'
import { recordName, useRecordTitles } from '#/workspace/record-titles.tsx'
import { useWorkspace } from '#/workspace/workspace-context.ts'

/** What assistive technology is told when a record is pinned or freed. */
export function usePinWords(): string {
  const { store } = useWorkspace()
  const titles = useRecordTitles()
  const [words, setWords] = useState('')

  useEffect(
    () =>
      store.subscribe(({ pinned, records }, before) => {
        if (pinned === before.pinned) return
        const added = pinned.find((id) => !before.pinned.includes(id))
        const freed = before.pinned.find((id) => !pinned.includes(id) && records.some((record) => record.id === id))
        if (added !== undefined) setWords(m.workspace_was_pinned({ name: recordName(titles, added) }))
        else if (freed !== undefined) setWords(m.workspace_was_unpinned({ name: recordName(titles, freed) }))
      }),
    [store, titles],
  )
  return words
}
