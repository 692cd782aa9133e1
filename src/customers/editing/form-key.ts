import type { KeyboardEvent } from 'react'

/** What a key means in a form: Ctrl or Cmd with Enter saves, Escape cancels. */
export function formKey(event: KeyboardEvent<HTMLFormElement>): 'save' | 'cancel' | undefined {
  if (event.defaultPrevented || event.nativeEvent.isComposing) return undefined
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return 'save'
  return event.key === 'Escape' ? 'cancel' : undefined
}
