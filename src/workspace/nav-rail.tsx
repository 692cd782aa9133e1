import { useQuery } from '@tanstack/react-query'
import { styled } from '@mui/material/styles'
import { useLocation, useRouter } from '@tanstack/react-router'
import type { Permission } from '#/contract/permissions.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { meQuery } from '#/shared/session/me.queries.ts'
import { color, focusRingInset, type } from '#/shared/theme/color.ts'
import { narrow } from '#/shared/theme/tokens.ts'
import { Icon, type IconName } from '#/shared/ui/icon.tsx'
import { isPlainClick } from '#/workspace/plain-click.ts'
import { listLinkId } from '#/workspace/record-ids.ts'
import { listPath } from '#/workspace/workspace-address.ts'
import { useWorkspace, useWorkspaceState } from '#/workspace/workspace-context.ts'

const Rail = styled('nav')({
  gridRow: '1 / -1',
  display: 'flex',
  flexDirection: 'column',
  gap: 4,
  padding: '4px 2px',
  borderRight: `1px solid ${color.hairline}`,
  backgroundColor: color.surface,
  [narrow]: {
    gridRow: 4,
    flexDirection: 'row',
    borderRight: 0,
    borderTop: `1px solid ${color.hairline}`,
    '& > a': { flex: 1 },
  },
})

const Item = styled('a')({
  ...type.meta,
  fontSize: '0.625rem',
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  justifyContent: 'center',
  gap: 2,
  minHeight: 48,
  borderRadius: 6,
  color: color.secondary,
  textDecoration: 'none',
  '&:hover': { color: color.text, backgroundColor: color.hover },
  '&[data-current="true"]': { color: color.accent, backgroundColor: color.accentSoft, fontWeight: 500 },
  '&:focus-visible': focusRingInset,
})

export interface NavItem {
  path: '/customers' | '/orders' | '/attributes'
  label: () => string
  icon: IconName
  /** Only for those who may. */
  needs?: Permission
}

/** The modules, in the order of the navigation. */
export const navItems: readonly NavItem[] = [
  { path: '/customers', label: m.shell_customers, icon: 'users' },
  { path: '/orders', label: m.shell_orders, icon: 'orders' },
  { path: '/attributes', label: m.shell_attributes, icon: 'tag', needs: 'metadata:write' },
]

/** Links to the modules; a list comes back as it was left. */
export function NavRail() {
  const workspace = useWorkspace()
  const router = useRouter()
  const { data: me } = useQuery(meQuery)
  const pages = useWorkspaceState((state) => state.pages)
  const module = useLocation({ select: ({ pathname }) => `/${pathname.split('/')[1]}` })
  return (
    <Rail aria-label={m.shell_navigation()} data-screen>
      {navItems
        .filter(({ needs }) => !needs || me?.permissions.includes(needs))
        .map(({ path, label, icon }) => (
          <Item
            key={path}
            id={path === listPath ? listLinkId : undefined}
            href={`${path}${pages[path]?.search ?? ''}`}
            data-current={module === path}
            aria-current={module === path ? 'page' : undefined}
            onPointerEnter={() => void router.preloadRoute({ to: path })}
            onClick={(event) => {
              if (!isPlainClick(event)) return
              event.preventDefault()
              workspace.showPage(path)
            }}
          >
            <Icon name={icon} size={18} />
            {label()}
          </Item>
        ))}
    </Rail>
  )
}
