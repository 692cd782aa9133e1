import { createContext, useContext, useState, type MouseEvent } from 'react'
import { m } from '#/shared/i18n/generated/messages.js'
import type { Subject } from '#/shared/ui/customer-subject.tsx'

/** For so long after a switch a hand may still be on what was there before, in milliseconds. */
export const switchDuration = 2000

/** What is known of the record that is shown. */
export interface ShownRecord {
  /** Changes with every switch. */
  moment: () => number
  /** The record that is shown. */
  subject: () => Subject | undefined
  /** The same, when the person came to it from another one a moment ago. */
  justShown: () => Subject | undefined
}

const ShownRecordContext = createContext<ShownRecord>({
  moment: () => 0,
  subject: () => undefined,
  justShown: () => undefined,
})
export const ShownRecordProvider = ShownRecordContext.Provider

/** Tells which record is shown at the moment it is asked. */
export const useShownRecord = () => useContext(ShownRecordContext)

interface Options {
  isDestructive?: boolean
  /** It was asked about one record: the answer counts only while that is shown. */
  isAnswer?: boolean
}

/**
 * Holds back a click that destroys something when it may be meant for another record: by pointer within moments of a
 * switch, and as an answer by any means when the person was switched away since the question. It then says so, and waits
 * for one more.
 */
export function useSwitchGuard({ isDestructive = true, isAnswer = false }: Options = {}) {
  const shown = useShownRecord()
  const [asked] = useState(shown.moment)
  const [warned, setWarned] = useState<{ moment: number; text?: string }>()

  const holdsBack = ({ detail }: MouseEvent): boolean => {
    if (!isDestructive) return false
    const moment = shown.moment()
    // The second press of a double click answers nothing.
    if (warned?.moment === moment) {
      if (detail <= 1) setWarned({ moment })
      return detail > 1
    }
    const other = shown.justShown()
    const isElsewhere = isAnswer && moment !== (warned?.moment ?? asked)
    if (!isElsewhere && (detail === 0 || !other)) return false
    setWarned({ moment, text: other ? m.common_just_switched(other) : m.common_shown_changed() })
    return true
  }
  return { holdsBack, warning: warned?.text }
}
