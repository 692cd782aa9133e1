import { describe, expect, it } from 'vitest'
import { claimWindowId } from '#/workspace/window-id.ts'

function storageWith(kept: string | null = null) {
  let value = kept
  return { getItem: () => value, setItem: (_: string, next: string) => void (value = next) }
}

/** Locks that some other windows hold. */
function locksWithout(...taken: string[]) {
  const held: string[] = []
  const request = (name: string, { signal }: LockOptions, callback: () => Promise<never>) => {
    if (!taken.includes(name)) {
      held.push(name)
      return callback()
    }
    return new Promise<never>((_, reject) => {
      signal?.addEventListener('abort', () => reject(new Error('aborted')))
    })
  }
  return { held, locks: { request } as unknown as LockManager }
}

describe('the id of a window', () => {
  it('is made once and kept over a reload', async () => {
    const storage = storageWith()
    const id = await claimWindowId({ storage, locks: locksWithout().locks })
    expect(id).toMatch(/^[0-9a-z]{10}$/)
    expect(await claimWindowId({ storage, locks: locksWithout().locks })).toBe(id)
  })

  it('is held for as long as the window lives', async () => {
    const { held, locks } = locksWithout()
    const id = await claimWindowId({ storage: storageWith(), locks })
    expect(held).toEqual([`window-${id}`])
  })

  it('is another one in a window that was duplicated', async () => {
    const storage = storageWith('k7f2m9x1ab')
    const id = await claimWindowId({ storage, locks: locksWithout('window-k7f2m9x1ab').locks })
    expect(id).toMatch(/^[0-9a-z]{10}$/)
    expect(id).not.toBe('k7f2m9x1ab')
    expect(storage.getItem()).toBe(id)
  })

  it('replaces what it cannot read', async () => {
    expect(await claimWindowId({ storage: storageWith('Not an id'), locks: locksWithout().locks })).toMatch(
      /^[0-9a-z]{10}$/,
    )
  })
})
