import Divider from '@mui/material/Divider'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { styled } from '@mui/material/styles'
import type { MouseEvent, RefObject } from 'react'
import { color, type } from '#/shared/theme/color.ts'
import { Icon } from '#/shared/ui/icon.tsx'
import { useRecordAround } from '#/shared/ui/record-around.ts'
import type { MenuAction } from '#/shared/ui/menu-action.ts'

interface Props {
  label: string
  groups: readonly (readonly MenuAction[])[]
  anchor: RefObject<HTMLElement | null>
  onClose: () => void
}

const isPlain = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey

const Reason = styled('span')({ ...type.meta, display: 'block', color: color.secondary })

/** The loaded part of `MenuButton`. */
export function MenuView({ label, groups, anchor, onClose }: Props) {
  const recordAround = useRecordAround()
  const select = (action: MenuAction) => (event: MouseEvent) => {
    if (action.disabledReason !== undefined) return
    if (action.href !== undefined && !isPlain(event)) return onClose()
    event.preventDefault()
    onClose()
    action.onSelect()
  }

  const item = (action: MenuAction) => (
    <MenuItem
      key={action.label}
      {...(action.href === undefined ? {} : { component: 'a', href: action.href })}
      {...(action.isChecked === undefined ? {} : { role: 'menuitemradio', 'aria-checked': action.isChecked })}
      title={action.note}
      selected={action.isChecked ?? false}
      aria-disabled={action.disabledReason === undefined ? undefined : true}
      aria-describedby={action.isCritical ? recordAround : undefined}
      onClick={select(action)}
      sx={action.isCritical ? { color: color.critical } : undefined}
    >
      {action.icon ? <Icon name={action.icon} /> : null}
      <span>
        {action.label}
        {action.disabledReason === undefined ? null : <Reason>{action.disabledReason}</Reason>}
      </span>
    </MenuItem>
  )
  const divider = (group: readonly MenuAction[]) => <Divider key={`before ${group[0]?.label}`} sx={{ my: 1 }} />

  return (
    <Menu
      open
      anchorEl={() => anchor.current}
      onClose={onClose}
      slotProps={{ list: { 'aria-label': label } }}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
      transformOrigin={{ vertical: -4, horizontal: 'right' }}
    >
      {groups
        .filter((group) => group.length > 0)
        .flatMap((group, index) => (index > 0 ? [divider(group)] : []).concat(group.map(item)))}
    </Menu>
  )
}
