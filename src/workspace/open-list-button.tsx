import { Button } from '#/shared/ui/button.tsx'
import { lazy, Suspense, useRef, type ReactNode } from 'react'
import { Icon } from '#/shared/ui/icon.tsx'
import { useWorkspace, useWorkspaceState } from '#/workspace/workspace-context.ts'

const loadView = () => import('#/workspace/open-list-view.tsx')
const OpenListView = lazy(async () => ({ default: (await loadView()).OpenListView }))

interface Props {
  onClose: (ids: readonly string[]) => void
  children: ReactNode
}

/** A button with the list of all open records and those closed lately; the list is loaded on first use. */
export function OpenListButton({ onClose, children }: Props) {
  const anchor = useRef<HTMLButtonElement>(null)
  const workspace = useWorkspace()
  const isOpen = useWorkspaceState((state) => state.showsList)
  return (
    <>
      <Button
        ref={anchor}
        variant="text"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        endIcon={<Icon name="chevronDown" size={12} />}
        style={{ alignSelf: 'center' }}
        onClick={() => workspace.showList()}
        onPointerEnter={() => void loadView()}
      >
        {children}
      </Button>
      {isOpen ? (
        <Suspense fallback={null}>
          <OpenListView anchor={anchor} onClose={onClose} onDone={() => workspace.showList(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
