import { styled } from '@mui/material/styles'
import { useId, type ReactNode } from 'react'
import { type } from '#/shared/theme/color.ts'
import { FieldArea, FieldGrid } from '#/shared/ui/field-list.tsx'

/** Around the groups of a form. */
export const FieldGroups = styled(FieldArea)({ display: 'grid', gap: 16, paddingLeft: 10 })
const Group = styled('fieldset')({
  minWidth: 0,
  margin: 0,
  padding: 0,
  border: 0,
  '& > h4': { ...type.table, fontWeight: 600, marginBottom: 6 },
})

/** Fields that belong together, under a heading. */
export function FieldGroup({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <Group aria-labelledby={id}>
      <h4 id={id}>{title}</h4>
      <FieldGrid>{children}</FieldGrid>
    </Group>
  )
}
