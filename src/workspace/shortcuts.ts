import { m } from '#/shared/i18n/generated/messages.js'
import type { Notices } from '#/shared/ui/notices.ts'
import { neighbour, neighbourSection } from '#/workspace/steps.ts'
import type { Workspace } from '#/workspace/workspace.ts'
import { listPath } from '#/workspace/workspace-address.ts'

export interface Shortcut {
  /** As the person sees them: keys pressed one after the other. */
  keys: readonly string[]
  /** As react-hotkeys-hook reads them: alternatives; `>` between keys pressed one after the other. */
  bindings: readonly string[]
  label: () => string
  group: 'anywhere' | 'record' | 'tabs'
  /** `key` is the last one pressed. Absent for keys that another part of the app listens to. */
  run?: (workspace: Workspace, key: string, notices: Notices) => void
}

function showNth(workspace: Workspace, key: string) {
  const record = workspace.store.getState().records[Number(key) - 1]
  if (record) workspace.show(record.id)
}

function closeActive(workspace: Workspace) {
  const { active } = workspace.store.getState()
  if (active !== null) workspace.askToClose([active])
}

function pinActive(workspace: Workspace) {
  const { active, pinned } = workspace.store.getState()
  if (active !== null) workspace.pin(active, !pinned.includes(active))
}

function step(workspace: Workspace, by: 1 | -1) {
  const id = neighbour(workspace.store.getState(), by)
  if (id !== undefined) workspace.show(id)
}

function stepSection(workspace: Workspace, by: 1 | -1) {
  const state = workspace.store.getState()
  const section = neighbourSection(state, by)
  if (state.active !== null && section) workspace.show(state.active, section)
}

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9']

/** Single keys: never while typing, and a person can switch them off. They drive the bindings and the help sheet. */
export const singleKeys: readonly Shortcut[] = [
  // Where `/` needs Shift on a keyboard, it is still the same sign.
  {
    keys: ['/'],
    bindings: ['/', 'shift+/'],
    label: m.workspace_key_search,
    group: 'anywhere',
    run: (it) => it.search(),
  },
  {
    keys: ['g', '1…9'],
    bindings: digits.map((digit) => `g>${digit}`),
    label: m.workspace_key_go_record,
    group: 'anywhere',
    run: showNth,
  },
  {
    keys: ['g', 'c'],
    bindings: ['g>c'],
    label: m.workspace_key_go_customers,
    group: 'anywhere',
    run: (it) => it.showPage(listPath),
  },
  {
    keys: ['g', 'o'],
    bindings: ['g>o'],
    label: m.workspace_key_go_orders,
    group: 'anywhere',
    run: (it) => it.showPage('/orders'),
  },
  // After `g c`, which ends with the same key.
  { keys: ['c'], bindings: ['c'], label: m.account_key_add, group: 'anywhere', run: (it) => it.add() },
  { keys: ['n'], bindings: ['n'], label: m.workspace_key_next_record, group: 'anywhere', run: (it) => step(it, 1) },
  {
    keys: ['p'],
    bindings: ['p'],
    label: m.workspace_key_previous_record,
    group: 'anywhere',
    run: (it) => step(it, -1),
  },
  {
    keys: ['s'],
    bindings: ['s'],
    label: m.workspace_key_next_section,
    group: 'record',
    run: (it) => stepSection(it, 1),
  },
  {
    keys: ['a'],
    bindings: ['a'],
    label: m.workspace_key_previous_section,
    group: 'record',
    run: (it) => stepSection(it, -1),
  },
  { keys: ['e'], bindings: ['e'], label: m.workspace_key_edit, group: 'record', run: (it) => it.edit() },
  { keys: ['x'], bindings: ['x'], label: m.workspace_key_close, group: 'record', run: closeActive },
  { keys: ['z'], bindings: ['z'], label: m.workspace_key_reopen, group: 'anywhere', run: (it) => it.reopen() },
  { keys: ['Shift+P'], bindings: ['shift+p'], label: m.workspace_key_pin, group: 'record', run: pinActive },
  {
    keys: ['u'],
    bindings: ['u'],
    label: m.workspace_key_undo,
    group: 'anywhere',
    run: (_workspace, _key, notices) => notices.undo(),
  },
  {
    keys: ['?'],
    bindings: ['?', 'shift+?'],
    label: m.workspace_key_help,
    group: 'anywhere',
    run: (it) => it.showKeys(),
  },
]

/** Keys with Ctrl or Command; they work while typing too. */
export const chords: readonly Shortcut[] = [
  { keys: ['Mod+K'], bindings: ['mod+k'], label: m.workspace_key_search, group: 'anywhere', run: (it) => it.search() },
]

/** Keys that forms and the strip listen to themselves. */
export const localKeys: readonly Shortcut[] = [
  { keys: ['Mod+Enter'], bindings: [], label: m.workspace_key_save, group: 'record' },
  { keys: ['Esc'], bindings: [], label: m.workspace_key_cancel, group: 'record' },
  { keys: ['←', '→', 'Home', 'End'], bindings: [], label: m.workspace_key_tab_focus, group: 'tabs' },
  { keys: ['Enter', 'Space'], bindings: [], label: m.workspace_key_tab_open, group: 'tabs' },
  { keys: ['Ctrl+Shift+←', 'Ctrl+Shift+→'], bindings: [], label: m.workspace_key_tab_move, group: 'tabs' },
  { keys: ['Delete'], bindings: [], label: m.workspace_key_tab_close, group: 'tabs' },
]
