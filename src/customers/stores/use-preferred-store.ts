import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { StoreLocation } from '#/contract/stores.ts'
import { whenOf, whoOf } from '#/customers/editing/said.ts'
import { useSayRefusal } from '#/customers/record/use-say-refusal.ts'
import { useSubject } from '#/customers/record/use-subject.ts'
import { preferStoreMutation } from '#/customers/stores/save-store.ts'
import { preferredStoreQuery, storeKeys } from '#/customers/stores/store.queries.ts'
import { isApiError } from '#/shared/api/api-error.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { useNotices } from '#/shared/ui/notice-region.tsx'

/** A store to prefer, as far as it has to be named; `null` for none. */
export type StoreChoice = Pick<StoreLocation, 'id' | 'name' | 'active'> | null

const idOf = (choice: StoreChoice) => choice?.id ?? null
const isSame = (a: StoreChoice, b: StoreChoice) => idOf(a) === idOf(b)
const saidOf = (choice: StoreChoice) =>
  choice ? m.stores_is_preferred({ name: choice.name }) : m.stores_none_preferred()

/**
 * Chooses the preferred store: shown at once, taken back when it is refused. While a choice is on its way a later one
 * waits, and of several only the last is sent, on the version that the one before it left.
 */
export function usePreferredStore(customerId: string, stores: readonly NonNullable<StoreChoice>[]) {
  const client = useQueryClient()
  const subject = useSubject(customerId)
  const notices = useNotices()
  const sayRefusal = useSayRefusal(customerId)
  const query = useQuery(preferredStoreQuery(customerId))
  const { mutateAsync } = useMutation(preferStoreMutation(customerId))
  const [pending, setPending] = useState<StoreChoice>()
  const wanted = useRef<StoreChoice>(undefined)
  const isSending = useRef(false)

  const stored = query.data?.storeId ?? null
  const nameOf = (id: string | null): StoreChoice =>
    id === null ? null : (stores.find((store) => store.id === id) ?? { id, name: id, active: false })

  const want = (choice: StoreChoice | undefined) => {
    wanted.current = choice
    setPending(choice)
  }

  const tell = (choice: StoreChoice, before: StoreChoice) => {
    // An inactive store cannot be chosen again.
    const canUndo = !isSame(choice, before) && (before === null || before.active)
    notices.show({
      kind: 'success',
      subject,
      text: saidOf(choice),
      undo: canUndo ? () => choose(before) : undefined,
    })
  }

  /** Somebody else chose meanwhile: shows their choice and asks again. */
  const tellConflict = async (choice: StoreChoice) => {
    await client.invalidateQueries({ queryKey: storeKeys.of(customerId) })
    const now = await client.fetchQuery(preferredStoreQuery(customerId))
    if (now.storeId === idOf(choice)) {
      notices.show({ kind: 'success', subject, text: saidOf(choice) })
      return
    }
    const theirs = nameOf(now.storeId)
    const said = {
      who: now.updatedBy ? whoOf(now.updatedBy) : m.common_somebody_else(),
      when: now.updatedAt === null ? '' : whenOf(now.updatedAt),
    }
    const text = theirs ? m.stores_theirs({ name: theirs.name, ...said }) : m.stores_theirs_none(said)
    notices.show({
      kind: 'error',
      subject,
      text,
      action: {
        label: choice ? m.stores_choose_mine({ name: choice.name }) : m.stores_choose_none(),
        run: () => choose(choice),
      },
    })
  }

  const fail = async (error: unknown, choice: StoreChoice) => {
    if (isApiError(error, 'stale')) return tellConflict(choice).catch((again: unknown) => sayRefusal(again, subject))
    const isInactive = isApiError(error, 'validation') && error.errors.some(({ code }) => code === 'inactive')
    sayRefusal(error, subject, isInactive && choice ? { text: m.stores_refused_inactive({ name: choice.name }) } : {})
    return undefined
  }

  /** Sends until what is stored is what was wanted last. */
  const send = async (first: StoreChoice) => {
    let before = first
    while (wanted.current !== undefined) {
      const choice: StoreChoice = wanted.current
      const version = client.getQueryData(preferredStoreQuery(customerId).queryKey)
      try {
        const base = version ?? (await client.fetchQuery(preferredStoreQuery(customerId)))
        await mutateAsync({ storeId: idOf(choice), ifMatch: base.etag })
      } catch (error) {
        // A later choice has taken the place of this one; a colleague's has not been seen by anybody yet.
        if (!isSame(wanted.current, choice) && !isApiError(error, 'stale')) continue
        const last: StoreChoice = wanted.current
        want(undefined)
        await fail(error, last)
        return
      }
      if (isSame(wanted.current, choice)) {
        want(undefined)
        tell(choice, before)
      }
      before = choice
    }
  }

  const choose = (choice: StoreChoice) => {
    // As it is now: an undo runs long after the rendering that offered it.
    const now = client.getQueryData(preferredStoreQuery(customerId).queryKey)
    const before = nameOf(now ? now.storeId : stored)
    if (!isSending.current && isSame(before, choice)) return
    want(choice)
    if (isSending.current) return
    isSending.current = true
    void send(before).finally(() => {
      isSending.current = false
    })
  }

  return {
    /** What is shown as preferred; nothing while it is not known. */
    preferredId: pending === undefined ? (query.data ? stored : undefined) : idOf(pending),
    choose,
    subject,
  }
}
