import Drawer from '@mui/material/Drawer'
import { styled } from '@mui/material/styles'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useRef, type KeyboardEvent } from 'react'
import type { Organization } from '#/contract/organizations.ts'
import { OrganizationFacts } from '#/customers/organizations/organization-facts.tsx'
import { OrganizationMembers } from '#/customers/organizations/organization-members.tsx'
import { organizationQuery } from '#/customers/organizations/organization.queries.ts'
import { failureText, requestIdOf } from '#/shared/api/failure-text.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { sizes } from '#/shared/theme/tokens.ts'
import { ErrorState } from '#/shared/ui/error-state.tsx'
import { IconButton } from '#/shared/ui/icon-button.tsx'
import { useWorkspaceState } from '#/workspace/workspace-context.ts'

const Aside = styled('aside')({
  position: 'sticky',
  top: 0,
  alignSelf: 'start',
  // As high as what scrolls around it, so that its own members scroll within.
  maxHeight: 'calc(100vh - 200px)',
  overflowY: 'auto',
  overscrollBehavior: 'contain',
  border: `1px solid ${color.hairline}`,
  borderRadius: sizes.radius,
  backgroundColor: color.surface,
})

const Content = styled('div')({ display: 'grid', gap: 20, padding: 16 })

const Head = styled('header')({
  display: 'flex',
  alignItems: 'flex-start',
  gap: 8,
  '& > h3': { ...type.heading, flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
})

export interface OrganizationPanelProps {
  customerId: string
  /** As it is known from the membership. */
  organization: Organization
  onClose: () => void
}

/** Room for panel and table side by side. */
const wide = '(min-width: 1100px)'

/** An organization and its members, beside the record; over it where there is no room. */
export function OrganizationPanel({ customerId, organization, onClose }: OrganizationPanelProps) {
  const headingId = useId()
  const isBeside = useMediaQuery(wide)
  const isShown = useWorkspaceState(({ active }) => active === customerId)
  const close = useRef<HTMLButtonElement>(null)
  const query = useQuery({ ...organizationQuery(organization.id), placeholderData: organization })
  const shown = query.data ?? organization

  useEffect(() => close.current?.focus(), [])

  const pressKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.stopPropagation()
    onClose()
  }

  const content = (
    <Content>
      <Head>
        <h3 id={headingId}>{shown.name}</h3>
        <IconButton ref={close} icon="close" label={m.organizations_close({ name: shown.name })} onClick={onClose} />
      </Head>
      {query.isError ? (
        <ErrorState
          title={m.organizations_panel_failed()}
          text={failureText(query.error, m.common_nothing_lost())}
          requestId={requestIdOf(query.error)}
          onRetry={() => void query.refetch()}
          isRetrying={query.isFetching}
        />
      ) : null}
      <OrganizationFacts organization={shown} />
      <OrganizationMembers organizationId={organization.id} customerId={customerId} />
    </Content>
  )

  if (isBeside) {
    return (
      // The panel hears Escape from whatever of it has the focus; it is no control itself.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
      <Aside aria-labelledby={headingId} onKeyDown={pressKey}>
        {content}
      </Aside>
    )
  }
  return (
    <Drawer
      anchor="right"
      // A member that is opened shows another record: the panel waits where it was.
      open={isShown}
      onClose={onClose}
      slotProps={{
        paper: {
          role: 'dialog',
          'aria-modal': true,
          'aria-labelledby': headingId,
          sx: { width: 'min(440px, 100vw)', backgroundColor: color.raised },
        },
      }}
    >
      {content}
    </Drawer>
  )
}
