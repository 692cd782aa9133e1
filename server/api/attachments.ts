import { attachmentTypes } from '#/contract/attachment.ts'
import type { Attachment, AttachmentType } from '#/contract/attachment.ts'
import { holdsCardNumber } from '#/contract/card-number.ts'
import type { WriteCall } from '#server/api/call.ts'
import { invalid } from '#server/api/refusal.ts'

const nameLength = 200

const refuse = (code: string, detail: string) => invalid({ parameter: 'file', code, detail })

/** A file that came as the body of a request: neither empty nor of a type that is not taken, under a harmless name. */
export async function checkedAttachment({ bytes, deps, request, now }: WriteCall): Promise<Attachment> {
  const name = fileNameOf(request.headers.get('content-disposition'))
  if (bytes.byteLength === 0) throw refuse('empty-file', 'The file is empty')
  const mediaType = await deps.sniff(bytes)
  if (mediaType === undefined || !isTaken(mediaType)) {
    throw refuse('file-type', 'Only PDF, images (PNG, JPEG, GIF, WebP) and Office documents without macros are taken')
  }
  const { kind, extensions } = attachmentTypes[mediaType]
  if (!extensions.some((extension) => name.toLowerCase().endsWith(`.${extension}`))) {
    throw refuse('file-extension', `By its content this is a file that ends in .${extensions[0]}`)
  }
  return { name, kind, mediaType, size: bytes.byteLength, addedAt: now }
}

const isTaken = (mediaType: string): mediaType is AttachmentType => Object.hasOwn(attachmentTypes, mediaType)

/** The `filename*` or `filename` of a disposition (RFC 6266); 422 when it could lead anywhere or looks like another. */
function fileNameOf(disposition: string | null): string {
  const name = givenName(disposition ?? '')?.normalize('NFC')
  if (name === undefined || name === '') {
    throw refuse('file-name', 'The name of the file is missing: send it as Content-Disposition')
  }
  if (name.length > nameLength) throw refuse('file-name', `The name has more than ${nameLength} characters`)
  // Paths, controls and marks of direction, and what some systems read otherwise than it looks.
  if (/[/\\<>:"|?*]|\p{C}|^[.\s]|[.\s]$/u.test(name) || !name.isWellFormed()) {
    throw refuse('file-name', 'The name holds a path or characters that no name of a file may have')
  }
  if (holdsCardNumber(name)) throw refuse('card-number', 'Looks like the number of a payment card')
  return name
}

function givenName(disposition: string): string | undefined {
  const encoded = /filename\*\s*=\s*utf-8''([^;\s]*)/i.exec(disposition)?.[1]
  if (encoded === undefined) return /filename\s*=\s*"([^"]*)"/i.exec(disposition)?.[1]
  try {
    return decodeURIComponent(encoded)
  } catch {
    return undefined
  }
}

/** Headers under which a browser saves a file and never runs what is in it. */
export function downloadHeaders(name: string, mediaType: string): Record<string, string> {
  const plain = name.normalize('NFKD').replaceAll(/[^\x20-\x7E]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return {
    'Content-Type': mediaType,
    'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
  }
}
