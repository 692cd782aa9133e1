import { styled } from '@mui/material/styles'
import { useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useRef, type ReactNode } from 'react'
import { m } from '#/shared/i18n/generated/messages.js'
import { LiveStatus } from '#/shared/live/live-status.tsx'
import { useAppliedPreferences } from '#/shared/session/preferences.ts'
import { SessionStatus } from '#/shared/session/session-status.tsx'
import { color } from '#/shared/theme/color.ts'
import { narrow } from '#/shared/theme/tokens.ts'
import { NoticeRegion } from '#/shared/ui/notice-region.tsx'
import { DocumentTitle } from '#/workspace/document-title.tsx'
import { ClosedDrafts } from '#/workspace/drafts/closed-drafts.tsx'
import { LateParts } from '#/workspace/late-parts.tsx'
import { NavRail } from '#/workspace/nav-rail.tsx'
import { contentId } from '#/workspace/record-ids.ts'
import type { RecordKind } from '#/workspace/record-kind.ts'
import { RecordPanels } from '#/workspace/record-panels.tsx'
import { StatusBar } from '#/workspace/status-bar.tsx'
import { TitlesProvider } from '#/workspace/record-titles.tsx'
import { ShownRecordTeller } from '#/workspace/shown-record.tsx'
import { TopBar } from '#/workspace/top-bar.tsx'
import { useSearchFocus } from '#/workspace/use-search-focus.ts'
import { useWindowDuties } from '#/workspace/use-window-duties.ts'
import { WindowDialogs } from '#/workspace/window-dialogs.tsx'
import { listPath } from '#/workspace/workspace-address.ts'
import { useWorkspaceState } from '#/workspace/workspace-context.ts'

const Frame = styled('div')({
  display: 'grid',
  gridTemplate: '40px minmax(0, 1fr) 24px / 56px minmax(0, 1fr)',
  height: '100dvh',
  overflow: 'hidden',
  [narrow]: { gridTemplate: '40px minmax(0, 1fr) auto auto / minmax(0, 1fr)' },
})

const SkipLink = styled('a')({
  position: 'absolute',
  zIndex: 10,
  left: 8,
  top: 4,
  padding: '4px 12px',
  borderRadius: 6,
  color: color.onAccent,
  backgroundColor: color.accent,
  '&:not(:focus)': { clipPath: 'inset(50%)' },
})

const Content = styled('div')({ minWidth: 0, minHeight: 0, outline: 'none' })
const Page = styled('div')({
  height: '100%',
  minHeight: 0,
  overflow: 'auto',
  '&:has(> section)': { display: 'flex', flexDirection: 'column' },
  '&[hidden]': { display: 'none' },
})

const ContinueBar = lazy(async () => ({
  default: (await import('#/workspace/stored/continue-bar.tsx')).ContinueBar,
}))

/** What the address shows when no record is active; it is gone at once when one is, before the router has followed. */
function ShownPage({ children }: { children: ReactNode }) {
  const isHidden = useWorkspaceState((state) => state.active !== null)
  const page = useRef<HTMLDivElement>(null)
  useSearchFocus(page)
  const offer = useWorkspaceState((state) => state.offer)
  const isList = useLocation({ select: ({ pathname }) => pathname === listPath })
  return (
    <Page ref={page} hidden={isHidden} data-page>
      {offer && isList ? (
        <Suspense fallback={null}>
          <ContinueBar offer={offer} />
        </Suspense>
      ) : null}
      {children}
    </Page>
  )
}

/** Short words in the status bar; nothing while all is well. */
function HowThingsStand() {
  const hasUnsaved = useWorkspaceState((state) => Object.keys(state.unsaved).length > 0)
  return (
    <>
      <SessionStatus hasUnsaved={hasUnsaved} />
      <LiveStatus />
    </>
  )
}

interface Props {
  records: RecordKind
  /** What the address shows when no record is active: a list, another module. */
  children: ReactNode
}

/** The frame of the signed-in app: navigation, strip of open records, and the record or page that is shown. */
export function WorkspaceFrame({ records, children }: Props) {
  useWindowDuties()
  useAppliedPreferences()
  return (
    <Frame>
      <SkipLink
        href={`#${contentId}`}
        data-screen
        onClick={(event) => {
          event.preventDefault()
          document.getElementById(contentId)?.focus()
        }}
      >
        {m.shell_skip()}
      </SkipLink>
      <NavRail />
      <TitlesProvider kind={records}>
        <ShownRecordTeller>
          <TopBar />
          <WindowDialogs />
          <DocumentTitle />
          <LateParts />
          <Content id={contentId} tabIndex={-1}>
            <RecordPanels kind={records} />
            <ShownPage>{children}</ShownPage>
          </Content>
        </ShownRecordTeller>
      </TitlesProvider>
      <StatusBar>
        <ClosedDrafts kind={records} />
        <HowThingsStand />
      </StatusBar>
      <NoticeRegion />
    </Frame>
  )
}
