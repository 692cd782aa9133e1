import { styled } from '@mui/material/styles'
import { useRef, type ReactNode } from 'react'
import { m } from '#/shared/i18n/generated/messages.js'
import { useAppliedPreferences } from '#/shared/session/preferences.ts'
import { color } from '#/shared/theme/color.ts'
import { narrow } from '#/shared/theme/tokens.ts'
import { NoticeRegion } from '#/shared/ui/notice-region.tsx'
import { DocumentTitle } from '#/workspace/document-title.tsx'
import { NavRail } from '#/workspace/nav-rail.tsx'
import type { RecordKind } from '#/workspace/record-kind.ts'
import { RecordPanels } from '#/workspace/record-panels.tsx'
import { TitlesProvider } from '#/workspace/record-titles.tsx'
import { ShortcutListener } from '#/workspace/shortcut-listener.tsx'
import { TopBar } from '#/workspace/top-bar.tsx'
import { useSearchFocus } from '#/workspace/use-search-focus.ts'
import { useWindowDuties } from '#/workspace/use-window-duties.ts'
import { WindowDialogs } from '#/workspace/window-dialogs.tsx'
import { useWorkspaceState } from '#/workspace/workspace-context.ts'

const Frame = styled('div')({
  display: 'grid',
  gridTemplate: '40px minmax(0, 1fr) / 56px minmax(0, 1fr)',
  height: '100dvh',
  overflow: 'hidden',
  [narrow]: { gridTemplate: '40px minmax(0, 1fr) auto / minmax(0, 1fr)' },
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
const Page = styled('div')({ height: '100%', minHeight: 0, overflow: 'auto', '&[hidden]': { display: 'none' } })

const contentId = 'content'

/** What the address shows when no record is active; it is gone at once when one is, before the router has followed. */
function ShownPage({ children }: { children: ReactNode }) {
  const isHidden = useWorkspaceState((state) => state.active !== null)
  const page = useRef<HTMLDivElement>(null)
  useSearchFocus(page)
  return (
    <Page ref={page} hidden={isHidden} data-page>
      {children}
    </Page>
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
        onClick={(event) => {
          event.preventDefault()
          document.getElementById(contentId)?.focus()
        }}
      >
        {m.shell_skip()}
      </SkipLink>
      <NavRail />
      <TitlesProvider kind={records}>
        <TopBar />
        <WindowDialogs />
        <DocumentTitle />
      </TitlesProvider>
      <Content id={contentId} tabIndex={-1}>
        <RecordPanels kind={records} />
        <ShownPage>{children}</ShownPage>
      </Content>
      <NoticeRegion />
      <ShortcutListener />
    </Frame>
  )
}
