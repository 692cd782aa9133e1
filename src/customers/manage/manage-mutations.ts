import { mutationOptions } from '@tanstack/react-query'
import {
  createPasswordReset,
  createStatusChange,
  deleteSignInLock,
  type statusChangeCreateSchema,
} from '#/contract/customer-status.ts'
import type * as z from 'zod/mini'
import { takeOver } from '#/customers/account/save-account.ts'
import { statusChangeKeys } from '#/customers/account/status-changes.ts'
import { customerKeys } from '#/customers/customer.queries.ts'
import { api } from '#/shared/api/api.ts'

export type StatusWish = z.input<typeof statusChangeCreateSchema>

/** Over which version it is done, and the key of the person's intent. */
interface Command {
  ifMatch: string
  idempotencyKey: string
}

/** Changes the status. The dialog shows what is refused. */
export const changeStatusMutation = (customerId: string) =>
  mutationOptions({
    mutationKey: ['change-status', customerId],
    mutationFn: ({ wish, ...command }: Command & { wish: StatusWish }) =>
      api(createStatusChange, { path: { id: customerId }, body: wish, ...command }),
    meta: { invalidates: [customerKeys.lists(), statusChangeKeys.of(customerId)], onFailure: 'form' },
    onSuccess: (customer, _wish, _result, { client }) => takeOver(client, customer),
  })

/** Lets the customer sign in before the lock runs out. */
export const unlockMutation = (customerId: string) =>
  mutationOptions({
    mutationKey: ['unlock', customerId],
    mutationFn: (command: Command) => api(deleteSignInLock, { path: { id: customerId }, ...command }),
    meta: { onFailure: 'form' },
    onSuccess: (customer, _command, _result, { client }) => takeOver(client, customer),
  })

/** Asks for a new password to be sent. */
export const requestResetMutation = (customerId: string) =>
  mutationOptions({
    mutationKey: ['request-password-reset', customerId],
    mutationFn: (command: Pick<Command, 'idempotencyKey'>) =>
      api(createPasswordReset, { path: { id: customerId }, ...command }),
    meta: { onFailure: 'form' },
  })
