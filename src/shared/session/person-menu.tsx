import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useRef, useState } from 'react'
import { initials } from '#/shared/format/initials.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { meQuery } from '#/shared/session/me.queries.ts'
import { color, type } from '#/shared/theme/color.ts'
import type { PersonMenuProps } from '#/shared/session/person-menu-view.tsx'

const loadView = () => import('#/shared/session/person-menu-view.tsx')
const PersonMenuView = lazy(async () => ({ default: (await loadView()).PersonMenuView }))

const Person = styled('button')({
  ...type.meta,
  fontWeight: 600,
  width: 28,
  height: 28,
  padding: 0,
  border: 0,
  borderRadius: '50%',
  color: color.accent,
  backgroundColor: color.accentSoft,
  cursor: 'pointer',
  // Drawn, not written: the button is named by the whole name.
  '&::before': { content: 'attr(data-initials)' },
})

/** Who is signed in, their preferences, and the way out; the menu is loaded on first use. */
export function PersonMenu(props: PersonMenuProps) {
  const { data: me } = useQuery(meQuery)
  const anchor = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  if (!me) return null
  return (
    <>
      <Person
        ref={anchor}
        type="button"
        aria-label={m.shell_person_menu({ name: me.displayName })}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
        onPointerEnter={() => void loadView()}
        data-initials={initials(me.displayName)}
      />
      {isOpen ? (
        <Suspense fallback={null}>
          <PersonMenuView me={me} anchor={anchor} onDone={() => setOpen(false)} {...props} />
        </Suspense>
      ) : null}
    </>
  )
}
