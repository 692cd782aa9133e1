import { useLayoutEffect, useMemo, useRef, type ReactNode } from 'react'
import { ShownRecordProvider, switchDuration, type ShownRecord } from '#/shared/ui/switch-guard.ts'
import { useRecordTitles } from '#/workspace/record-titles.tsx'
import { useWorkspace } from '#/workspace/workspace-context.ts'

/** Tells what destroys which record is shown, and whether it has only just come to be. */
export function ShownRecordTeller({ children }: { children: ReactNode }) {
  const { store } = useWorkspace()
  const titles = useRecordTitles()
  const known = useRef(titles)
  useLayoutEffect(() => {
    known.current = titles
  })

  const shown = useMemo<ShownRecord>(() => {
    const subject = () => {
      const id = store.getState().active
      const title = id === null ? undefined : known.current.get(id)
      return id === null ? undefined : { id, name: title?.name ?? id, number: title?.number ?? '' }
    }
    return {
      moment: () => store.getState().switches,
      subject,
      justShown: () => (Date.now() - store.getState().switchedAt < switchDuration ? subject() : undefined),
    }
  }, [store])
  return <ShownRecordProvider value={shown}>{children}</ShownRecordProvider>
}
