import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto'

interface Cost {
  /** Binary logarithm of N. */
  ln: number
  r: number
  p: number
}

/** About 32 MiB and a tenth of a second for each guess. */
const cost: Cost = { ln: 15, r: 8, p: 3 }
const saltBytes = 16
const keyBytes = 32

const derive = (password: string, salt: Buffer, { ln, r, p }: Cost) =>
  new Promise<Buffer>((resolve, reject) => {
    const options = { N: 2 ** ln, r, p, maxmem: 256 * 2 ** ln * r }
    // The same letters typed on another keyboard may arrive composed differently.
    scrypt(password.normalize('NFKC'), salt, keyBytes, options, (error, key) => (error ? reject(error) : resolve(key)))
  })

const printHash = (salt: Buffer, key: Buffer) =>
  `$scrypt$ln=${cost.ln},r=${cost.r},p=${cost.p}$${salt.toString('base64url')}$${key.toString('base64url')}`

const hashPattern = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([\w-]+)\$([\w-]+)$/

/** Salted hash with its parameters, so that they can be raised later without losing old passwords. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes)
  return printHash(salt, await derive(password, salt, cost))
}

/** Nobody's password: guesses at unknown accounts take as long as others. */
const nobodysHash = printHash(randomBytes(saltBytes), randomBytes(keyBytes))

/** False for a wrong password and for somebody who has none, after the same work. */
export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
  const [, ln, r, p, salt = '', key = ''] = hashPattern.exec(hash ?? nobodysHash) ?? []
  if (key === '') throw new Error('a stored password hash has an unknown form')
  const parameters = { ln: Number(ln), r: Number(r), p: Number(p) }
  const derived = await derive(password, Buffer.from(salt, 'base64url'), parameters)
  return timingSafeEqual(derived, Buffer.from(key, 'base64url')) && hash !== null
}

/** Without letters and digits that look alike. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Twenty characters in groups of five (99 bits), to be read out and typed. */
export function randomPassword(): string {
  const group = () => Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}
