const storageKey = 'window'

/** After a reload the lock of the page before is free within this time, in milliseconds; a copy waits for it in vain. */
const patience = 500

interface Parts {
  storage?: Pick<Storage, 'getItem' | 'setItem'> | undefined
  locks?: Pick<LockManager, 'request'> | undefined
}

/** Ten letters and digits, unlike those of any other window. */
function newWindowId(): string {
  const signs = Array.from(crypto.getRandomValues(new Uint8Array(10)), (value) => (value % 36).toString(36))
  return signs.join('')
}

/** True when no other window holds this id; from then on this one does, until it goes. */
function hold(locks: NonNullable<Parts['locks']>, id: string): Promise<boolean> {
  return new Promise((resolve) => {
    const held = () => {
      resolve(true)
      return new Promise<never>(() => undefined)
    }
    locks.request(`window-${id}`, { signal: AbortSignal.timeout(patience) }, held).catch(() => resolve(false))
  })
}

/** The storage of a window may be switched off; then every load is a new window. */
function storageOfWindow(): Parts['storage'] {
  try {
    return window.sessionStorage
  } catch {
    return undefined
  }
}

/**
 * The id of this window: opaque, the same for its lifetime, also over a reload. A window that was duplicated starts with
 * a copy of its storage; it finds the id taken and gets one of its own.
 */
export async function claimWindowId({
  storage = storageOfWindow(),
  locks = navigator.locks,
}: Parts = {}): Promise<string> {
  const kept = storage?.getItem(storageKey) ?? ''
  if (/^[0-9a-z]{10}$/.test(kept) && (!locks || (await hold(locks, kept)))) return kept
  const id = newWindowId()
  storage?.setItem(storageKey, id)
  if (locks) await hold(locks, id)
  return id
}
