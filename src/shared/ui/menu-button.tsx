import { Button } from '#/shared/ui/button.tsx'
import { lazy, Suspense, useRef, useState, type ReactNode } from 'react'
import { Icon, type IconName } from '#/shared/ui/icon.tsx'
import { IconButton } from '#/shared/ui/icon-button.tsx'
import type { MenuAction } from '#/shared/ui/menu-action.ts'

const loadView = () => import('#/shared/ui/menu-view.tsx')
const MenuView = lazy(async () => ({ default: (await loadView()).MenuView }))

type MenuGroups = readonly (readonly MenuAction[])[]

interface Props {
  /** Accessible name of button and menu. */
  label: string
  /** Groups of actions; a line divides them. Where there are many buttons, made when the menu opens. */
  groups: MenuGroups | (() => MenuGroups)
  /** Text of a normal button; without it the button is the icon alone. */
  children?: ReactNode
  icon?: IconName
  size?: 'normal' | 'small'
  disabled?: boolean
}

/** A button with a menu of actions; the menu is loaded on first use. */
export function MenuButton({ label, groups, children, icon = 'more', size = 'normal', disabled = false }: Props) {
  const anchor = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)

  const button = {
    ref: anchor,
    disabled,
    onClick: () => setOpen(true),
    onPointerEnter: () => void loadView(),
    'aria-haspopup': 'menu' as const,
    'aria-expanded': isOpen,
  }
  return (
    <>
      {children ? (
        <Button {...button} aria-label={label} endIcon={<Icon name="chevronDown" size={12} />}>
          {children}
        </Button>
      ) : (
        <IconButton {...button} label={label} icon={icon} size={size} />
      )}
      {isOpen ? (
        <Suspense fallback={null}>
          <MenuView
            label={label}
            groups={typeof groups === 'function' ? groups() : groups}
            anchor={anchor}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      ) : null}
    </>
  )
}
