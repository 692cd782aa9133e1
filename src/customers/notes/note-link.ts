import { useLocation, useRouter } from '@tanstack/react-router'
import { recordOfPath, recordPath } from '#/workspace/workspace-address.ts'

/** Where one note is shown first: for links and for `navigate`. */
export const notePlace = (customerId: string, number: number) => ({
  to: '/customers/$customerId/$section' as const,
  params: { customerId, section: 'notes' as const },
  search: { note: number },
})

/** Address of one note, to be sent to somebody: it opens this record and no other one. */
export const noteAddress = (customerId: string, number: number) =>
  `${window.location.origin}${recordPath(customerId, 'notes')}?note=${number}`

/** The note that the address asks for; nothing while another record or section is shown. */
export function useLinkedNumber(customerId: string): number | undefined {
  return useLocation({
    select: ({ pathname, search }) => {
      const place = recordOfPath(pathname)
      // As it stands in the address, where everything is text.
      const number = Number(search.note)
      const isHere = place?.id === customerId && place.section === 'notes'
      return isHere && Number.isInteger(number) && number > 0 ? number : undefined
    },
  })
}

/** Shows all notes in their order again. */
export function useUnlink(customerId: string): () => void {
  const { history } = useRouter()
  return () => history.replace(recordPath(customerId, 'notes'))
}
