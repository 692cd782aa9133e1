import { Button } from '#/shared/ui/button.tsx'
import { styled } from '@mui/material/styles'
import { RecordRemains } from '#/customers/record/record-remains.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import { color } from '#/shared/theme/color.ts'
import { EmptyState } from '#/shared/ui/empty-state.tsx'
import { Icon } from '#/shared/ui/icon.tsx'
import { useWorkspace } from '#/workspace/workspace-context.ts'

const Banner = styled('div')({
  flex: 'none',
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 8,
  padding: '8px 24px',
  color: color.caution,
  backgroundColor: color.cautionSoft,
  '& > span': { flex: 1, minWidth: 200 },
})

function CloseRecord({ customerId }: { customerId: string }) {
  const workspace = useWorkspace()
  return <Button onClick={() => workspace.close([customerId])}>{m.record_close()}</Button>
}

/** There is no such customer, or not for this person. */
export function GoneRecord({ customerId }: { customerId: string }) {
  return (
    <>
      <RecordRemains customerId={customerId} isGone />
      <EmptyState
        title={m.record_gone_title()}
        text={m.record_gone_text()}
        action={<CloseRecord customerId={customerId} />}
      />
    </>
  )
}

/** The customer went while it was open: what was read stays, so that nothing typed is lost. */
export function GoneBanner({ customerId }: { customerId: string }) {
  return (
    <Banner role="alert">
      <Icon name="alert" />
      <span>{m.record_gone_kept()}</span>
      <CloseRecord customerId={customerId} />
    </Banner>
  )
}
