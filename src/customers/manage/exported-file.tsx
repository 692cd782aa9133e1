import { useMutation } from '@tanstack/react-query'
import type { Job } from '#/contract/jobs.ts'
import { jobFileMutation } from '#/customers/manage/privacy-mutations.ts'
import { isApiError } from '#/shared/api/api-error.ts'
import { failureText } from '#/shared/api/failure-text.ts'
import { saveDownload } from '#/shared/api/save-download.ts'
import { formatBytes } from '#/shared/format/format-bytes.ts'
import { formatInstant } from '#/shared/format/format-time.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { Button } from '#/shared/ui/button.tsx'
import { FormAlert } from '#/shared/ui/form-alert.tsx'

interface Props {
  job: Job
  /** Names the file. */
  customerNumber: string
}

/** The file that an export made: how large, how long it is kept, and the way to have it. */
export function ExportedFile({ job: { id, progress, result }, customerNumber }: Props) {
  const { mutate, error, isPending } = useMutation({
    ...jobFileMutation(id),
    onSuccess: (file) => saveDownload(file, `${customerNumber}.ndjson`),
  })
  const { bytes = null, expiresAt = null } = result ?? {}
  return (
    <>
      <output>
        <p>{m.privacy_export_ready({ count: progress.total, size: bytes === null ? '–' : formatBytes(bytes) })}</p>
        {expiresAt === null ? null : <p>{m.privacy_export_kept({ until: formatInstant(expiresAt) })}</p>}
      </output>
      {error ? (
        <FormAlert>
          {isApiError(error, 'cursor-expired')
            ? m.privacy_export_expired()
            : failureText(error, m.privacy_export_not_downloaded())}
        </FormAlert>
      ) : null}
      <div>
        <Button
          variant="contained"
          color="primary"
          // The form is sent already: here is what it was for.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          aria-disabled={isPending}
          aria-busy={isPending}
          onClick={() => isPending || mutate()}
        >
          {m.privacy_export_download()}
        </Button>
      </div>
    </>
  )
}
