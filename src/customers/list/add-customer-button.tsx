import { useEffect } from 'react'
import { m } from '#/shared/i18n/generated/messages.js'
import { useMay } from '#/shared/session/me.queries.ts'
import { Button } from '#/shared/ui/button.tsx'
import { Tooltip } from '#/shared/ui/tooltip.tsx'
import { newRecordId } from '#/workspace/open-records.ts'
import { addOwner } from '#/workspace/edit-starts.ts'
import { useWorkspace } from '#/workspace/workspace-context.ts'

/** Opens a new customer as a record of its own; the shortcut does the same while this is shown. */
export function AddCustomerButton() {
  const workspace = useWorkspace()
  const mayAdd = useMay('customer:create')

  useEffect(
    () => (mayAdd ? workspace.onEdit(addOwner, () => workspace.show(newRecordId())) : undefined),
    [workspace, mayAdd],
  )

  return (
    <Tooltip text={mayAdd ? undefined : m.account_add_forbidden()}>
      <Button
        variant="contained"
        onClick={() => mayAdd && workspace.show(newRecordId())}
        aria-disabled={!mayAdd}
        aria-keyshortcuts="c"
      >
        {m.account_add()}
      </Button>
    </Tooltip>
  )
}
