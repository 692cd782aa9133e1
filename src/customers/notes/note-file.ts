import { attachmentBytes, attachmentTypes, type Attachment } from '#/contract/attachment.ts'
import { isApiError } from '#/shared/api/api-error.ts'
import { failureText } from '#/shared/api/failure-text.ts'
import { formatBytes } from '#/shared/format/format-bytes.ts'
import { m } from '#/shared/i18n/generated/messages.js'

const endings: readonly string[] = Object.values(attachmentTypes).flatMap(({ extensions }) => extensions)

/** What a file dialog offers. */
export const acceptedFiles = endings.map((ending) => `.${ending}`).join(',')

const kindLabels: Record<Attachment['kind'], () => string> = {
  pdf: m.notes_kind_pdf,
  image: m.notes_kind_image,
  office: m.notes_kind_office,
}

const kindOfName = (name: string) =>
  Object.values(attachmentTypes).find(({ extensions }) =>
    extensions.some((ending: string) => name.toLowerCase().endsWith(`.${ending}`)),
  )?.kind

/** Kind and size of a file: "PDF, 12 kB". */
export function fileFacts({
  name,
  size,
  kind = kindOfName(name),
}: Pick<Attachment, 'name' | 'size'> & Partial<Pick<Attachment, 'kind'>>) {
  const bytes = formatBytes(size)
  return kind ? m.notes_file_facts({ kind: kindLabels[kind](), size: bytes }) : bytes
}

/** Why a file cannot be attached, as far as that can be seen before it is sent. */
export function fileProblem({ name, size }: Pick<File, 'name' | 'size'>): string | undefined {
  if (kindOfName(name) === undefined) return m.notes_file_type()
  if (size === 0) return m.notes_file_empty()
  if (size > attachmentBytes) {
    return m.notes_file_too_large({ size: formatBytes(size), most: formatBytes(attachmentBytes) })
  }
  return undefined
}

/** A file that was not even sent. */
export class FileRefused extends Error {}

const refusals: Record<string, () => string> = {
  'empty-file': m.notes_file_empty,
  'file-type': m.notes_file_type,
  'file-extension': m.notes_file_extension,
  'file-name': m.notes_file_name,
  'card-number': m.notes_file_card_number,
}

/** What a refused or failed upload says, and whether sending the same file again may help. */
export function uploadProblem(error: unknown): { text: string; mayRetry: boolean } {
  if (error instanceof FileRefused) return { text: error.message, mayRetry: false }
  const [refused] = isApiError(error, 'validation') ? error.errors : []
  if (refused) return { text: refusals[refused.code]?.() ?? refused.detail, mayRetry: false }
  if (isApiError(error, 'too-large')) {
    return { text: m.notes_file_too_large_plain({ most: formatBytes(attachmentBytes) }), mayRetry: false }
  }
  if (isApiError(error, 'stale')) return { text: m.notes_file_stale(), mayRetry: true }
  if (isApiError(error, 'not-found')) return { text: m.notes_file_note_gone(), mayRetry: false }
  return { text: failureText(error, m.notes_file_failed()), mayRetry: true }
}
