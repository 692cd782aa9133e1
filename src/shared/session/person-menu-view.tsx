import Divider from '@mui/material/Divider'
import ListSubheader from '@mui/material/ListSubheader'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { styled } from '@mui/material/styles'
import type { RefObject } from 'react'
import { preferencesSchema, type Me, type Preferences } from '#/contract/me.ts'
import { codeLabel } from '#/shared/format/code-label.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { useChangePreferences } from '#/shared/session/preferences.ts'
import { color, type } from '#/shared/theme/color.ts'
import { Icon } from '#/shared/ui/icon.tsx'

const themes = { system: m.shell_theme_system, light: m.shell_theme_light, dark: m.shell_theme_dark }
const densities = { comfortable: m.shell_density_comfortable, compact: m.shell_density_compact }

const startSections = { account: m.record_section_account, overview: m.record_section_overview }

const Heading = styled(ListSubheader)({
  ...type.meta,
  padding: '4px 8px 2px 32px',
  color: color.secondary,
  backgroundColor: 'transparent',
})
const Who = styled(ListSubheader)({
  ...type.meta,
  padding: '4px 8px 8px',
  color: color.secondary,
  backgroundColor: 'transparent',
  '& > b': { ...type.body, display: 'block', fontWeight: 600, color: color.text },
})
const Tick = styled('span')({ width: 16, display: 'flex' })

export interface PersonMenuProps {
  onShowKeys: () => void
  onSignOut: () => void
}

interface Props extends PersonMenuProps {
  me: Me
  anchor: RefObject<HTMLElement | null>
  onDone: () => void
}

/** The loaded part of `PersonMenu`. Preferences take effect while the menu stays open. */
export function PersonMenuView({ me, anchor, onDone, onShowKeys, onSignOut }: Props) {
  const { mutate: change } = useChangePreferences()
  const { preferences } = me
  const leave = (next: () => void) => () => {
    onDone()
    next()
  }
  const item = (
    role: 'menuitemradio' | 'menuitemcheckbox',
    label: string,
    isOn: boolean,
    body: Partial<Preferences>,
  ) => (
    <MenuItem key={label} role={role} aria-checked={isOn} onClick={() => change(body)}>
      <Tick>{isOn ? <Icon name="check" /> : null}</Tick>
      {label}
    </MenuItem>
  )
  return (
    <Menu
      open
      anchorEl={() => anchor.current}
      onClose={onDone}
      slotProps={{ list: { 'aria-label': m.shell_person_menu({ name: me.displayName }) } }}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
      transformOrigin={{ vertical: -4, horizontal: 'right' }}
    >
      <Who role="presentation">
        <b>{me.displayName}</b>
        {me.roles.map((role) => codeLabel('role', role)).join(', ')}
      </Who>
      <Divider />
      <Heading role="presentation">{m.shell_theme()}</Heading>
      {preferencesSchema.shape.theme.options.map((theme) =>
        item('menuitemradio', themes[theme](), preferences.theme === theme, { theme }),
      )}
      <Divider />
      <Heading role="presentation">{m.shell_density()}</Heading>
      {preferencesSchema.shape.density.options.map((density) =>
        item('menuitemradio', densities[density](), preferences.density === density, { density }),
      )}
      <Divider />
      <Heading role="presentation">{m.shell_start()}</Heading>
      {preferencesSchema.shape.startSection.options.map((startSection) =>
        item('menuitemradio', startSections[startSection](), preferences.startSection === startSection, {
          startSection,
        }),
      )}
      <Divider />
      {item('menuitemcheckbox', m.shell_single_keys(), preferences.singleKeyShortcuts, {
        singleKeyShortcuts: !preferences.singleKeyShortcuts,
      })}
      <MenuItem onClick={leave(onShowKeys)}>
        <Tick />
        {m.shell_keyboard()}
      </MenuItem>
      <Divider />
      <MenuItem onClick={leave(onSignOut)}>
        <Tick />
        {m.shell_sign_out()}
      </MenuItem>
    </Menu>
  )
}
