import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { NewAccount } from '#/customers/create/new-account.tsx'
import { HeaderFacts, HeaderRoot } from '#/customers/record/header-frame.ts'
import { RecordRoot } from '#/customers/record/record-root.ts'
import { sectionPanelId } from '#/customers/record/section-ids.ts'
import { SectionTabs } from '#/customers/record/section-tabs.tsx'
import { useTypedNames } from '#/customers/record/typed-name.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { meQuery, useMay } from '#/shared/session/me.queries.ts'
import { color, focusRingInset } from '#/shared/theme/color.ts'
import { narrow } from '#/shared/theme/tokens.ts'
import { Button } from '#/shared/ui/button.tsx'
import { ColourMark } from '#/shared/ui/colour-mark.tsx'
import { EmptyState } from '#/shared/ui/empty-state.tsx'
import { useWorkspace } from '#/workspace/workspace-context.ts'

const Panel = styled('div')({
  flex: 1,
  minHeight: 0,
  overflow: 'auto',
  overscrollBehavior: 'contain',
  '&:focus-visible': focusRingInset,
})

const Body = styled('section')({
  maxWidth: 1280,
  padding: '16px 24px 0',
  [narrow]: { padding: '12px 16px 0' },
  '& > h2': { display: 'flex', alignItems: 'center', minHeight: 36, marginBottom: 12 },
})

const Quiet = styled('span')({ color: color.secondary })

const noCounts = {}

/** Somebody else's link, or a right that was taken away. */
function MayNotAdd({ id }: { id: string }) {
  const workspace = useWorkspace()
  return (
    <EmptyState
      title={m.account_add_forbidden()}
      text={m.account_add_forbidden_text()}
      action={<Button onClick={() => workspace.close([id])}>{m.record_close()}</Button>}
    />
  )
}

/** A customer who is about to be added: a record like any other, of which only the account is there. */
export function NewCustomer({ id }: { id: string }) {
  const headingId = useId()
  const [name = ''] = useTypedNames([id])
  const { isSuccess: isKnown } = useQuery(meQuery)
  const mayAdd = useMay('customer:create')
  return (
    <RecordRoot>
      <HeaderRoot>
        <ColourMark id={id} />
        <HeaderFacts>
          <h1 title={name}>
            <bdi>{name}</bdi>
          </h1>
          <Quiet>{m.account_not_saved_yet()}</Quiet>
        </HeaderFacts>
      </HeaderRoot>
      <SectionTabs customerId={id} section="account" counts={noCounts} lockedReason={m.account_after_saving()} />
      <Panel role="tabpanel" tabIndex={0} id={sectionPanelId(id, 'account')} aria-label={m.record_section_account()}>
        {isKnown && !mayAdd ? <MayNotAdd id={id} /> : null}
        {mayAdd ? (
          <Body aria-labelledby={headingId}>
            <h2 id={headingId}>{m.record_section_account()}</h2>
            <NewAccount id={id} name={name} />
          </Body>
        ) : null}
      </Panel>
    </RecordRoot>
  )
}
