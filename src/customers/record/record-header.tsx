import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import { customerQuery } from '#/customers/customer.queries.ts'
import { ManageMenu } from '#/customers/manage/manage-menu.tsx'
import { Colleagues } from '#/customers/presence/colleagues.tsx'
import { EmailLink, PhoneLink } from '#/customers/record/contact-links.tsx'
import type { CustomerFacts } from '#/customers/record/customer-facts.ts'
import { HeaderFacts, HeaderRoot } from '#/customers/record/header-frame.ts'
import { LockFlag } from '#/customers/record/lock-flag.tsx'
import { RecordFlag } from '#/customers/record/record-flag.tsx'
import { codeLabel } from '#/shared/format/code-label.ts'
import { phoneText } from '#/shared/format/phone-text.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color } from '#/shared/theme/color.ts'
import { narrow } from '#/shared/theme/tokens.ts'
import { ColourMark } from '#/shared/ui/colour-mark.tsx'
import { CopyButton } from '#/shared/ui/copy-button.tsx'
import { MenuButton } from '#/shared/ui/menu-button.tsx'
import { Bone, SkeletonRegion } from '#/shared/ui/skeletons.tsx'
import { StatusBadge } from '#/shared/ui/status-badge.tsx'
import { customerStatusTones } from '#/shared/ui/status-tones.ts'
import { TierBadge } from '#/shared/ui/tier-badge.tsx'

const Spring = styled('span')({ flex: 1, [narrow]: { display: 'none' } })

const Fact = styled('span')({
  display: 'inline-flex',
  alignItems: 'center',
  minWidth: 72,
  color: color.secondary,
  '& > a, & > span:first-of-type': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '& > button': { opacity: 0 },
  '&:hover > button, & > button:focus-visible': { opacity: 1 },
  '@media (hover: none)': { '& > button': { opacity: 1 } },
})

/** While not even the name is known. */
function UnknownFacts() {
  return (
    <SkeletonRegion>
      <Bone style={{ width: 200, height: 16, margin: '12px 0' }} />
    </SkeletonRegion>
  )
}

function KnownFacts({ facts }: { facts: CustomerFacts }) {
  const { email, phone, phoneExt } = facts
  const telephone = phone === null ? null : { number: phone, extension: phoneExt }
  return (
    <HeaderFacts>
      <h1 title={facts.name}>
        <bdi>{facts.name}</bdi>
      </h1>
      <Fact style={{ flex: 'none', maxWidth: 'min(100%, 240px)' }}>
        <span>{facts.number}</span>
        <CopyButton text={facts.number} what={m.record_number()} />
      </Fact>
      <TierBadge tier={facts.tier} />
      <StatusBadge tone={customerStatusTones[facts.status]}>{codeLabel('customerStatus', facts.status)}</StatusBadge>
      {facts.lockedUntil === null ? null : <LockFlag until={facts.lockedUntil} />}
      {facts.accessBlocked ? (
        <RecordFlag icon="ban" tone="critical">
          {m.record_access_blocked()}
        </RecordFlag>
      ) : null}
      {facts.anonymizedAt === null ? null : (
        <RecordFlag icon="mask" tone="neutral" title={m.record_anonymised_text()}>
          {m.record_anonymised()}
        </RecordFlag>
      )}
      <Spring />
      {email === null ? null : (
        <Fact>
          <EmailLink email={email} />
          <CopyButton text={email} what={m.record_email()} />
        </Fact>
      )}
      {telephone === null ? null : (
        <Fact>
          <PhoneLink {...telephone} />
          <CopyButton text={phoneText(telephone.number, telephone.extension)} what={m.record_phone()} />
        </Fact>
      )}
    </HeaderFacts>
  )
}

/** Its place is there before it is known what can be done. */
function Manage({ customerId }: { customerId: string }) {
  const { data: customer } = useQuery(customerQuery(customerId))
  if (customer) return <ManageMenu customer={customer} />
  return (
    <MenuButton label={m.account_manage()} groups={[]} disabled>
      {m.account_manage()}
    </MenuButton>
  )
}

/** Who this is, always in sight. */
export function RecordHeader({ customerId, facts }: { customerId: string; facts: CustomerFacts | undefined }) {
  return (
    <HeaderRoot>
      <ColourMark id={customerId} />
      {facts ? <KnownFacts facts={facts} /> : <UnknownFacts />}
      <Colleagues />
      <Manage customerId={customerId} />
    </HeaderRoot>
  )
}
