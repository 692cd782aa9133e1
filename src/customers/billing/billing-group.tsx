import { styled } from '@mui/material/styles'
import { useId, type ReactNode } from 'react'
import { color, type } from '#/shared/theme/color.ts'

const Group = styled('section')({
  '& + &': { marginTop: 16 },
  '& > h4': {
    ...type.body,
    fontWeight: 600,
    paddingBottom: 4,
    marginBottom: 8,
    borderBottom: `1px solid ${color.hairline}`,
  },
})

/** Some fields under a small heading; the same in read view and form. */
export function BillingGroup({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <Group aria-labelledby={id}>
      <h4 id={id}>{title}</h4>
      {children}
    </Group>
  )
}
