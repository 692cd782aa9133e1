import type { AttachmentType } from '#/contract/attachment.ts'
import { compoundStreams } from '#server/api/compound-file.ts'

/** Main streams of the Office formats before 2007, which share one container with installers and mails. */
const legacyOffice: readonly (readonly [stream: string, type: AttachmentType])[] = [
  ['WordDocument', 'application/msword'],
  ['Workbook', 'application/vnd.ms-excel'],
  ['Book', 'application/vnd.ms-excel'],
  ['PowerPoint Document', 'application/vnd.ms-powerpoint'],
]

/** Media type of a file by its content; nothing when it is none that can be told. */
export async function sniffFile(bytes: Uint8Array): Promise<string | undefined> {
  // Loaded when a file comes: most people never attach one.
  const { fileTypeFromBuffer } = await import('file-type')
  const found = await fileTypeFromBuffer(bytes)
  if (found?.mime !== 'application/x-cfb') return found?.mime
  const streams = compoundStreams(bytes)
  return legacyOffice.find(([stream]) => streams.has(stream))?.[1] ?? found.mime
}
