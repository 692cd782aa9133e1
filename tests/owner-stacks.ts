import * as React from 'react'

/**
 * Keeps React's development build from taking a stack trace for each of the first ten thousand elements of a second, for
 * its warnings to say where an element was made. That is a third of the time of a test; a warning fails the test as before.
 * Without the internals that it counts by, nothing happens.
 */
export function dropOwnerStacks(): void {
  const internals: unknown = Reflect.get(React, '__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE')
  if (typeof internals !== 'object' || internals === null) return
  Object.defineProperty(internals, 'recentlyCreatedOwnerStacks', { get: () => Infinity, set: () => {} })
}
