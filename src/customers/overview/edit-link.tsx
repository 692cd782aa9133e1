import { styled } from '@mui/material/styles'
import type { MouseEvent } from 'react'
import { askEdit } from '#/customers/editing/asked-edit.ts'
import { color } from '#/shared/theme/color.ts'
import { sizes, touch } from '#/shared/theme/tokens.ts'
import { Icon } from '#/shared/ui/icon.tsx'
import type { Section } from '#/workspace/open-records.ts'
import { RecordLink } from '#/workspace/record-link.tsx'
import { useWorkspace } from '#/workspace/workspace-context.ts'

const Pen = styled(RecordLink)({
  display: 'inline-flex',
  alignItems: 'center',
  justifyContent: 'center',
  width: 28,
  height: 28,
  borderRadius: sizes.radius,
  color: color.secondary,
  '&:hover': { backgroundColor: color.hover, color: color.text },
  [touch]: { width: sizes.controlTouch, height: sizes.controlTouch },
})

interface Props {
  customerId: string
  /** The section with the form. */
  section: Section
  /** Which of its things, where it has several. */
  itemId?: string | undefined
  label: string
}

/** The pen of what is edited in another section: leads there and opens the form. */
export function EditLink({ customerId, section, itemId, label }: Props) {
  const workspace = useWorkspace()
  const ask = (event: MouseEvent) => {
    const staysHere = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey
    if (!staysHere) askEdit(workspace, { recordId: customerId, form: section, itemId })
  }
  return (
    <Pen id={customerId} section={section} aria-label={label} title={label} onClickCapture={ask}>
      <Icon name="edit" />
    </Pen>
  )
}
