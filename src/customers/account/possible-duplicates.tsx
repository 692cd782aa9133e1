import { styled } from '@mui/material/styles'
import type { Customer } from '#/contract/customers.ts'
import { DuplicateList } from '#/customers/account/duplicate-list.tsx'
import { criteriaOf, useDuplicates } from '#/customers/account/duplicate.queries.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { Button } from '#/shared/ui/button.tsx'

const Failed = styled('p')({ ...type.meta, display: 'flex', alignItems: 'center', gap: 8, color: color.secondary })

/** Others with the same email or telephone number; quiet when there are none. */
export function PossibleDuplicates({ customer }: { customer: Customer }) {
  const { email, phone, mobile } = customer
  const duplicates = useDuplicates(criteriaOf({ email, phones: [phone, mobile] }), customer.id)
  const { found, hasMore, isFailed, retry } = duplicates
  if (found.length > 0) {
    const count = hasMore ? `${found.length}+` : String(found.length)
    return <DuplicateList title={m.account_duplicates({ count })} duplicates={duplicates} />
  }
  if (!isFailed) return null
  return (
    <Failed>
      {m.account_duplicates_failed()}
      <Button size="small" onClick={retry}>
        {m.common_retry()}
      </Button>
    </Failed>
  )
}
