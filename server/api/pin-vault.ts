import { fromBase64Url, toBase64Url } from '#server/api/digest.ts'

/** Keeps PINs of customers unreadable wherever they are stored. */
export interface PinVault {
  /** What is stored instead of the PIN; different each time. */
  seal(pin: string): Promise<string>
  /** The PIN again. Throws when it was sealed with another key or has been changed. */
  open(sealed: string): Promise<string>
  /** Tells whether a PIN is the same as before, and nothing else to anybody without the key. */
  fingerprint(pin: string): Promise<string>
}

const version = 'v1.'
const nonceBytes = 12
/** Every PIN is sealed at one length, so that it does not show. */
const paddedLength = 32

/** A vault with a key of 32 bytes: AES-256-GCM, with a key of its own for fingerprints. */
export async function createPinVault(secret: Uint8Array<ArrayBuffer>): Promise<PinVault> {
  if (secret.length !== 32) throw new RangeError('The key of PINs has 32 bytes')
  const root = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  const from = (purpose: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: new TextEncoder().encode(purpose),
  })
  const aes = { name: 'AES-GCM', length: 256 }
  const hmac = { name: 'HMAC', hash: 'SHA-256' }
  const sealing = await crypto.subtle.deriveKey(from('pin seal'), root, aes, false, ['encrypt', 'decrypt'])
  const marking = await crypto.subtle.deriveKey(from('pin fingerprint'), root, hmac, false, ['sign'])
  return {
    async seal(pin) {
      const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes))
      const text = new TextEncoder().encode(pin.padEnd(paddedLength))
      const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, sealing, text))
      return version + toBase64Url(Uint8Array.from([...nonce, ...sealed]))
    },
    async open(sealed) {
      const bytes = sealed.startsWith(version) ? fromBase64Url(sealed.slice(version.length)) : undefined
      if (!bytes) throw new TypeError('Not a sealed PIN')
      const nonce = Uint8Array.from(bytes.subarray(0, nonceBytes))
      const text = Uint8Array.from(bytes.subarray(nonceBytes))
      const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce }, sealing, text)
      return new TextDecoder().decode(opened).trimEnd()
    },
    async fingerprint(pin) {
      const sum = await crypto.subtle.sign('HMAC', marking, new TextEncoder().encode(pin))
      return toBase64Url(new Uint8Array(sum))
    },
  }
}
