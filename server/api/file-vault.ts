import { newId } from '#server/store/new-id.ts'
import type { Reader, Transaction } from '#server/store/store.ts'

export interface StoredFile {
  mediaType: string
  bytes: Uint8Array<ArrayBuffer>
}

/** Where files lie: beside the data, and changed in the transaction of what they belong to. */
export interface FileVault {
  /** Answers the id of the file. */
  put(store: Transaction, file: StoredFile, now: string): Promise<string>
  read(store: Reader, id: string): Promise<StoredFile | undefined>
  remove(store: Transaction, id: string): Promise<void>
}

/** Keeps files in the database: small ones only, so that a backup has everything. */
export const databaseFileVault: FileVault = {
  async put(store, { mediaType, bytes }, now) {
    const id = newId(Date.parse(now))
    await store.insert('files', [{ id, mediaType, size: bytes.byteLength, content: toBase64(bytes), createdAt: now }])
    return id
  },
  async read(store, id) {
    const file = await store.get('files', id)
    return file && { mediaType: file.mediaType, bytes: fromBase64(file.content) }
  },
  async remove(store, id) {
    await store.remove('files', id)
  },
}

/** So many bytes at once are arguments of a call; a multiple of 3. */
const chunkBytes = 0x6000

function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    text += btoa(String.fromCodePoint(...bytes.subarray(at, at + chunkBytes)))
  }
  return text
}

const fromBase64 = (text: string) => Uint8Array.from(atob(text), (char) => char.codePointAt(0) ?? 0)
