import { useColorScheme } from '@mui/material/styles'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { defaultPreferences, patchPreferences, type Me, type Preferences } from '#/contract/me.ts'
import { api } from '#/shared/api/api.ts'
import { isApiError } from '#/shared/api/api-error.ts'
import { meQuery } from '#/shared/session/me.queries.ts'

/** The person's preferences; the defaults while they are not known. */
export function usePreferences(): Preferences {
  return useQuery({ ...meQuery, select: (me) => me.preferences }).data ?? defaultPreferences
}

/** Changes preferences: at once here, then on the server. The last choice wins, also over another window's. */
export function useChangePreferences() {
  const client = useQueryClient()
  const { queryKey } = meQuery
  const mutationKey = ['save-preferences']
  /** With the choices that are not answered yet, in their order. */
  const withWaiting = (me: Me): Me => {
    const waiting = client.getMutationCache().findAll({ mutationKey, status: 'pending' })
    return { ...me, preferences: Object.assign({}, me.preferences, ...waiting.map(({ state }) => state.variables)) }
  }
  return useMutation({
    mutationKey,
    scope: { id: 'save-preferences' },
    mutationFn: async (body: Partial<Preferences>): Promise<Me> => {
      const save = (me: Me) => api(patchPreferences, { body, ifMatch: me.etag })
      try {
        return await save(await client.ensureQueryData(meQuery))
      } catch (error) {
        if (!isApiError(error, 'stale')) throw error
        return save(await client.fetchQuery({ ...meQuery, staleTime: 0 }))
      }
    },
    onMutate: (body) => {
      client.setQueryData(queryKey, (me) => me && { ...me, preferences: { ...me.preferences, ...body } })
    },
    onSuccess: (me) => client.setQueryData(queryKey, withWaiting(me)),
    onError: () => client.invalidateQueries({ queryKey }),
  })
}

/** Gives the page the person's colour scheme and density of rows. */
export function useAppliedPreferences() {
  const { theme, density } = usePreferences()
  const isKnown = useQuery(meQuery).data !== undefined
  const { setMode } = useColorScheme()
  useEffect(() => {
    if (!isKnown) return
    setMode(theme)
    document.documentElement.dataset['density'] = density
  }, [isKnown, theme, density, setMode])
}
