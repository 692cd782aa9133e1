import { useHotkeys, type HotkeyCallback } from 'react-hotkeys-hook'
import { usePreferences } from '#/shared/session/preferences.ts'
import { useNotices } from '#/shared/ui/notice-region.tsx'
import { chords, singleKeys, type Shortcut } from '#/workspace/shortcuts.ts'
import { useWorkspace } from '#/workspace/workspace-context.ts'

const bindingsOf = (shortcuts: readonly Shortcut[]) => shortcuts.flatMap(({ bindings }) => bindings)

/** True where keys mean something else: in what takes text, and in menus and dialogs. */
function takesKeys({ target }: KeyboardEvent): boolean {
  const fields = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"]'
  const places = '[role="combobox"], [role="listbox"], [role="menu"], [role="dialog"]'
  return target instanceof Element && target.closest(`${fields}, ${places}`) !== null
}

/** Listens to the shortcuts of the workspace. */
export function ShortcutBindings() {
  const workspace = useWorkspace()
  const notices = useNotices()
  const { singleKeyShortcuts } = usePreferences()

  const run =
    (shortcuts: readonly Shortcut[]): HotkeyCallback =>
    (event, { hotkey }) => {
      // Sequences come here without a look at modifiers and target.
      const isSequence = hotkey.includes('>')
      if (isSequence && (event.ctrlKey || event.metaKey || event.altKey || takesKeys(event))) return
      // The last key of a sequence is not one of its own as well.
      if (event.defaultPrevented) return
      event.preventDefault()
      shortcuts.find(({ bindings }) => bindings.includes(hotkey))?.run?.(workspace, event.key, notices)
    }

  useHotkeys(bindingsOf(singleKeys), run(singleKeys), {
    enabled: singleKeyShortcuts,
    useKey: true,
    // Boxes and radio buttons are form tags too, but take no text.
    enableOnFormTags: true,
    ignoreEventWhen: takesKeys,
  })
  useHotkeys(bindingsOf(chords), run(chords), { enableOnFormTags: true, enableOnContentEditable: true, useKey: true })
  return null
}
