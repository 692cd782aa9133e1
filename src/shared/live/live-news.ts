import type { ChangeEvent } from '#/contract/changes.ts'

/** `polling` and `paused` (nobody is at the window that polls) are what a person is told of. */
export type LiveMode = 'off' | 'connecting' | 'streaming' | 'polling' | 'paused'

/** What comes of reading the log; a window that reads it tells the others. */
export type LiveNews =
  /** All that happened after `from`, up to `to`. */
  | { kind: 'events'; from: number; to: number; events: readonly ChangeEvent[] }
  /** Anything may have changed. */
  | { kind: 'reset'; to: number }
  | { kind: 'signedOut' }
