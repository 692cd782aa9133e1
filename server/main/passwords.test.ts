import { describe, expect, it } from 'vitest'
import { hashPassword, randomPassword, verifyPassword } from '#server/main/passwords.ts'

describe('passwords', () => {
  it('knows the right one from a wrong one', async () => {
    const hash = await hashPassword('correct horse')
    expect(await verifyPassword('correct horse', hash)).toBe(true)
    expect(await verifyPassword('correct horsf', hash)).toBe(false)
  })

  it('hashes the same password differently each time and keeps its parameters beside it', async () => {
    const [one, other] = await Promise.all([hashPassword('same'), hashPassword('same')])
    expect(one).not.toBe(other)
    expect(one).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$/)
  })

  it('still verifies a hash made with other parameters', async () => {
    const weaker = '$scrypt$ln=4,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA$i2s9243IxnpKq0tfDmLaeaf4eEO9AotxMoXMcVn29ZM'
    expect(await verifyPassword('old', weaker)).toBe(true)
  })

  it('takes composed and decomposed letters for the same', async () => {
    expect(await verifyPassword('caf\u0065\u0301', await hashPassword('caf\u00e9'))).toBe(true)
  })

  it('refuses everything for somebody without a password', async () => {
    expect(await verifyPassword('', null)).toBe(false)
  })

  it('refuses to guess at a hash that it cannot read', async () => {
    await expect(verifyPassword('x', 'md5:abc')).rejects.toThrow('unknown form')
  })
})

describe('randomPassword', () => {
  it('is long, readable and never the same', () => {
    expect(randomPassword()).toMatch(/^[a-z2-9]{5}(-[a-z2-9]{5}){3}$/)
    expect(new Set(Array.from({ length: 50 }, randomPassword)).size).toBe(50)
  })
})
