import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AttributeDefinition } from '#/contract/metadata.ts'
import { definitionBody, removeMutation, saveDefinitionMutation, type Removal } from '#/metadata/metadata.mutations.ts'
import { usedByText } from '#/metadata/used-by-text.ts'
import { isApiError } from '#/shared/api/api-error.ts'
import { failureText } from '#/shared/api/failure-text.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { Button } from '#/shared/ui/button.tsx'
import { ConfirmDialog } from '#/shared/ui/confirm-dialog.tsx'
import { useNotices } from '#/shared/ui/notice-region.tsx'

export interface RemoveDialogProps {
  removal: Removal
  /** As people know it. */
  label: string
  /** Offered in place of deleting while it is in use. */
  retires?: AttributeDefinition | undefined
  onClose: () => void
}

const consequences: Record<Removal['kind'], () => string> = {
  definition: m.metadata_delete_attribute_text,
  group: m.metadata_delete_group_text,
  lookup: m.metadata_delete_lookup_text,
}

/** Asks before something of the metadata is deleted; says who uses it when that is refused. */
export function RemoveDialog({ removal, label, retires, onClose }: RemoveDialogProps) {
  const remove = useMutation(removeMutation)
  const save = useMutation(saveDefinitionMutation)
  const client = useQueryClient()
  const notices = useNotices()
  const [isInUse, setInUse] = useState(false)
  const [failure, setFailure] = useState<string>()

  const textOf = (error: unknown): string => {
    if (isApiError(error, 'in-use')) return m.metadata_in_use({ who: usedByText(error) })
    if (isApiError(error, 'stale')) return m.metadata_delete_stale()
    return failureText(error, m.errors_action_failed())
  }
  const confirm = async () => {
    setFailure(undefined)
    try {
      await remove.mutateAsync(removal)
    } catch (error) {
      setInUse(isApiError(error, 'in-use'))
      if (isApiError(error, 'stale')) await client.invalidateQueries({ queryKey: ['metadata'] })
      throw error
    }
    notices.show({ kind: 'success', text: m.metadata_deleted({ label }) })
    onClose()
  }
  const retire = async (definition: AttributeDefinition) => {
    const body = { ...definitionBody(definition), retiredAt: new Date().toISOString() }
    try {
      await save.mutateAsync({ key: definition.name, etag: definition.etag, body })
    } catch (error) {
      setFailure(textOf(error))
      return
    }
    notices.show({ kind: 'success', text: m.metadata_retired({ label }) })
    onClose()
  }

  return (
    <ConfirmDialog
      isOpen
      title={m.metadata_delete_title({ label })}
      confirmLabel={m.metadata_delete()}
      isDestructive
      onConfirm={confirm}
      onCancel={onClose}
      errorText={textOf}
      extraActions={
        isInUse && retires && retires.retiredAt === null ? (
          <Button onClick={() => void retire(retires)}>{m.metadata_retire_instead()}</Button>
        ) : null
      }
    >
      <p>{consequences[removal.kind]()}</p>
      {isInUse && retires ? <p>{m.metadata_retire_text()}</p> : null}
      {failure ? <p role="alert">{failure}</p> : null}
    </ConfirmDialog>
  )
}
