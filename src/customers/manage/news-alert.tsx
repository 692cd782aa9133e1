import type { Customer } from '#/contract/customers.ts'
import { changedBy, changesBetween } from '#/customers/manage/meanwhile.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { FormAlert } from '#/shared/ui/form-alert.tsx'

interface Props {
  before: Customer
  after: Customer
}

/** Somebody changed the customer while a question was open: who, when and what, before it is answered again. */
export function NewsAlert({ before, after }: Props) {
  const changes = changesBetween(before, after)
  return (
    <FormAlert>
      <p>{changedBy(after)}</p>
      {changes.length > 0 ? (
        <ul>
          {changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      ) : null}
      <p>{m.account_look_again()}</p>
    </FormAlert>
  )
}
