import { useState } from 'react'
import { CaseEditor } from '#/customers/cases/case-editor.tsx'
import { blankCase } from '#/customers/cases/case-values.ts'
import { SidePanel } from '#/customers/record/side-panel.tsx'
import { m } from '#/shared/i18n/generated/messages.js'

export interface NewCasePanelProps {
  customerId: string
  /** Names the form. */
  formKey: string
  reason: string | undefined
  onClose: () => void
  /** The case that was added. */
  onAdded: (caseId: string) => void
}

/** The form of a new case, on behalf of the customer. */
export function NewCasePanel({ customerId, formKey, reason, onClose, onAdded }: NewCasePanelProps) {
  const [blank] = useState(blankCase)
  return (
    <SidePanel
      customerId={customerId}
      title={m.cases_new()}
      closeLabel={m.cases_close({ name: m.cases_new() })}
      width={560}
      onClose={onClose}
    >
      <CaseEditor
        customerId={customerId}
        formKey={formKey}
        version={blank}
        reason={reason}
        onDone={(_, savedId) => (savedId === undefined ? onClose() : onAdded(savedId))}
      />
    </SidePanel>
  )
}
