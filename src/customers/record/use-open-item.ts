import { useLocation, useRouter } from '@tanstack/react-router'
import { useCallback, useEffect, useState } from 'react'
import * as z from 'zod/mini'
import { idSchema } from '#/contract/common.ts'
import { useWorkspace } from '#/workspace/workspace-context.ts'
import { recordOfPath, recordPath } from '#/workspace/workspace-address.ts'

/** The sections whose things open beside their list, with the parameter of the address that asks for one. */
const parameters = { cases: 'case', products: 'product', billing: 'invoice' } as const
type ListSection = keyof typeof parameters

const keptSchema = z.catch(z.object({ id: z.nullable(z.string()) }), { id: null })

/** Id of the thing that the address asks for; nothing while another record or section is shown. */
function useLinkedId(customerId: string, section: ListSection): string | undefined {
  return useLocation({
    select: ({ pathname, search }) => {
      const place = recordOfPath(pathname)
      const isHere = place?.id === customerId && place.section === section
      // As it stands in the address, where anything may be.
      const id = idSchema.safeParse((search as Record<string, unknown>)[parameters[section]])
      return isHere && id.success ? id.data : undefined
    },
  })
}

export interface OpenItem {
  /** Id of what is open beside the list. */
  openId: string | undefined
  open: (id: string) => void
  close: () => void
}

/** Which thing of a section is open beside its list. The address may ask for one; the record keeps which it was. */
export function useOpenItem(customerId: string, section: ListSection): OpenItem {
  const workspace = useWorkspace()
  const { history } = useRouter()
  const place = `${section}/open`
  const linked = useLinkedId(customerId, section)
  const [openId, setOpenId] = useState(
    () => linked ?? z.parse(keptSchema, workspace.recall(customerId, place)).id ?? undefined,
  )
  const [followed, setFollowed] = useState(linked)
  if (linked !== followed) {
    setFollowed(linked)
    if (linked !== undefined) setOpenId(linked)
  }
  useEffect(() => {
    if (linked !== undefined) workspace.remember(customerId, place, { id: linked })
  }, [workspace, customerId, place, linked])
  const show = useCallback(
    (id: string | undefined) => {
      workspace.remember(customerId, place, { id: id ?? null })
      setOpenId(id)
      if (linked !== undefined && id !== linked) history.replace(recordPath(customerId, section))
    },
    [workspace, history, customerId, section, place, linked],
  )
  return { openId, open: show, close: useCallback(() => show(undefined), [show]) }
}
