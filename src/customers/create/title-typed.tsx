import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useWatch } from 'react-hook-form'
import type { AccountControl } from '#/customers/account/account-editable.ts'
import { listItemOf } from '#/customers/account/save-account.ts'
import { blankCustomer } from '#/customers/create/create-editable.ts'
import { customerKeys } from '#/customers/customer.queries.ts'
import { m } from '#/shared/i18n/generated/messages.js'

/** Gives a new customer the name that was typed so far, wherever the record is named. */
export function TitleTyped({ id, control }: { id: string; control: AccountControl }) {
  const client = useQueryClient()
  const names = useWatch({ control, name: ['firstName', 'middleName', 'lastName', 'companyName'] })
  const [firstName = null, middleName = null, lastName = null, companyName = null] = names.map(
    (name) => name.trim() || null,
  )
  useEffect(() => {
    const item = listItemOf({ ...blankCustomer, id, firstName, middleName, lastName, companyName }, undefined)
    client.setQueryData(customerKeys.title(id), { ...item, name: item.name || m.account_new() })
  }, [client, id, firstName, middleName, lastName, companyName])
  return null
}
