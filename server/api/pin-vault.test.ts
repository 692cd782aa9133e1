import { beforeAll, describe, expect, it } from 'vitest'
import { createPinVault, type PinVault } from '#server/api/pin-vault.ts'

const aKey = () => crypto.getRandomValues(new Uint8Array(32))

describe('a sealed PIN', () => {
  let vault: PinVault
  beforeAll(async () => {
    vault = await createPinVault(aKey())
  })

  it.each(['4711', '0000', 'ä€😀', 'x'.repeat(20)])('%s is read again with the same key', async (pin) => {
    const sealed = await vault.seal(pin)
    expect(sealed).not.toContain(pin)
    expect(await vault.open(sealed)).toBe(pin)
  })

  it('is different each time, and tells nothing by its length', async () => {
    const [first, second, longer] = await Promise.all(['4711', '4711', '471147114711'].map((pin) => vault.seal(pin)))
    expect(first).not.toBe(second)
    expect(first?.length).toBe(longer?.length)
  })

  it('is of no use with another key, or after a change', async () => {
    const sealed = await vault.seal('4711')
    const other = await createPinVault(aKey())
    await expect(other.open(sealed)).rejects.toThrow('operation')
    const last = sealed.at(-5) === 'A' ? 'B' : 'A'
    await expect(vault.open(sealed.slice(0, -5) + last + sealed.slice(-4))).rejects.toThrow('operation')
    await expect(vault.open('4711')).rejects.toThrow('Not a sealed PIN')
  })

  it('has a fingerprint that depends on the key', async () => {
    const other = await createPinVault(aKey())
    expect(await vault.fingerprint('4711')).toBe(await vault.fingerprint('4711'))
    expect(await vault.fingerprint('4711')).not.toBe(await vault.fingerprint('4712'))
    expect(await vault.fingerprint('4711')).not.toBe(await other.fingerprint('4711'))
  })
})

it('takes no short key', async () => {
  await expect(createPinVault(new Uint8Array(16))).rejects.toThrow(RangeError)
})
