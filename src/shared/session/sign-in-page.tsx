import { styled } from '@mui/material/styles'
import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { Me } from '#/contract/me.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { meQuery } from '#/shared/session/me.queries.ts'
import { useSession } from '#/shared/session/session-context.ts'
import { SignInForm } from '#/shared/session/sign-in-form.tsx'
import { color, type } from '#/shared/theme/color.ts'
import { narrow, sizes } from '#/shared/theme/tokens.ts'

const Page = styled('main')({
  display: 'grid',
  placeItems: 'center',
  minHeight: '100dvh',
  padding: 16,
  [narrow]: { placeItems: 'start stretch', paddingTop: 48 },
})

const Card = styled('div')({
  display: 'grid',
  gap: 16,
  width: '100%',
  maxWidth: 360,
  padding: 32,
  border: `1px solid ${color.hairline}`,
  borderRadius: sizes.radius + 4,
  backgroundColor: color.surface,
  '& > p': { ...type.table, color: color.secondary },
  [narrow]: { justifySelf: 'center', padding: 16, border: 0, backgroundColor: 'transparent' },
})

const route = getRouteApi('/sign-in')

/** Signs in and goes on to where the person wanted to. */
export function SignInPage() {
  const { returnTo } = route.useSearch()
  const router = useRouter()
  const client = useQueryClient()
  const session = useSession()

  useEffect(() => {
    document.title = `${m.shell_sign_in()} – ${m.shell_product()}`
  }, [])

  const goOn = (me: Me) => {
    session.getState().tellWindows({ kind: 'signedIn', staffId: me.id })
    client.clear()
    client.setQueryData(meQuery.queryKey, me)
    void router.navigate({ href: returnTo ?? '/customers', replace: true })
  }
  return (
    <Page>
      <Card>
        <h1>{m.shell_product()}</h1>
        {returnTo === undefined ? null : <p>{m.shell_return()}</p>}
        <SignInForm onSignedIn={goOn} />
      </Card>
    </Page>
  )
}
