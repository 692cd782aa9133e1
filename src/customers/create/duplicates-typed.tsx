import { styled } from '@mui/material/styles'
import { useEffect, useState } from 'react'
import { useWatch } from 'react-hook-form'
import type { AccountControl } from '#/customers/account/account-editable.ts'
import { DuplicateList } from '#/customers/account/duplicate-list.tsx'
import { criteriaOf, useDuplicates, type Criterion } from '#/customers/account/duplicate.queries.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color } from '#/shared/theme/color.ts'
import { VisuallyHidden } from '#/shared/ui/visually-hidden.tsx'

/** Rests above the buttons, in sight wherever the person types, and moves no field. */
const Resting = styled('div')({
  position: 'sticky',
  zIndex: 1,
  bottom: 53,
  maxHeight: 'min(32vh, 200px)',
  overflowY: 'auto',
  paddingTop: 8,
  backgroundColor: color.surface,
  '& > section': { marginBottom: 8 },
})

/** So long nothing may be typed before it is looked for. */
const pause = 400

/** The criteria once the typing has paused. */
function useSettled(criteria: readonly Criterion[]): readonly Criterion[] {
  const text = JSON.stringify(criteria)
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pause)
    return () => clearTimeout(timer)
  }, [text])
  return JSON.parse(settled) as Criterion[]
}

/** Customers who are there already and look like the one that is being typed. */
export function DuplicatesTyped({ id, control }: { id: string; control: AccountControl }) {
  const typed = useWatch({ control, name: ['email', 'phone', 'mobile', 'firstName', 'lastName'] })
  const [email, phone, mobile, firstName, lastName] = typed
  const duplicates = useDuplicates(useSettled(criteriaOf({ email, phones: [phone, mobile], firstName, lastName })), id)
  const { found, hasMore } = duplicates
  const title = m.account_duplicates({ count: hasMore ? `${found.length}+` : String(found.length) })
  return (
    <>
      <VisuallyHidden as="output">{found.length > 0 ? title : ''}</VisuallyHidden>
      {found.length > 0 ? (
        <Resting>
          <DuplicateList title={title} duplicates={duplicates} />
        </Resting>
      ) : null}
    </>
  )
}
