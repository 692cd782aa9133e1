import * as z from 'zod/mini'
import { instantSchema } from '#/contract/common.ts'

/** The largest attachment, in bytes (800 kB). */
export const attachmentBytes = 800_000

/** What may be attached, by what the content is; the name must end accordingly. */
export const attachmentTypes = {
  'application/pdf': { kind: 'pdf', extensions: ['pdf'] },
  'image/png': { kind: 'image', extensions: ['png'] },
  'image/jpeg': { kind: 'image', extensions: ['jpg', 'jpeg'] },
  'image/gif': { kind: 'image', extensions: ['gif'] },
  'image/webp': { kind: 'image', extensions: ['webp'] },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { kind: 'office', extensions: ['docx'] },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { kind: 'office', extensions: ['xlsx'] },
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': {
    kind: 'office',
    extensions: ['pptx'],
  },
  'application/vnd.oasis.opendocument.text': { kind: 'office', extensions: ['odt'] },
  'application/vnd.oasis.opendocument.spreadsheet': { kind: 'office', extensions: ['ods'] },
  'application/vnd.oasis.opendocument.presentation': { kind: 'office', extensions: ['odp'] },
  'application/msword': { kind: 'office', extensions: ['doc'] },
  'application/vnd.ms-excel': { kind: 'office', extensions: ['xls'] },
  'application/vnd.ms-powerpoint': { kind: 'office', extensions: ['ppt'] },
} as const satisfies Record<string, { kind: 'pdf' | 'image' | 'office'; extensions: readonly string[] }>

export type AttachmentType = keyof typeof attachmentTypes

export const attachmentSchema = z.object({
  name: z.string(),
  kind: z.enum(['pdf', 'image', 'office']),
  mediaType: z.string(),
  size: z.int(),
  addedAt: instantSchema,
})
export type Attachment = z.output<typeof attachmentSchema>
