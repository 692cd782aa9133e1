import type { IconName } from '#/shared/ui/icon.tsx'

/** One entry of a menu. */
export interface MenuAction {
  label: string
  onSelect: () => void
  /** A link instead of a plain action; `onSelect` still runs on a plain click, in place of the navigation. */
  href?: string
  icon?: IconName
  /** Shown under the label of an action that is not to be had now; it stays in the menu and says why. */
  disabledReason?: string | undefined
  /** What more there is to know of it; describes the action and is no part of its name. */
  note?: string
  isCritical?: boolean
  /** A radio item: the one that is on. */
  isChecked?: boolean
}
