import { Button } from '#/shared/ui/button.tsx'
import { lazy, Suspense, useRef, useState, type ReactNode } from 'react'
import { Icon } from '#/shared/ui/icon.tsx'

const loadView = () => import('#/workspace/open-list-view.tsx')
const OpenListView = lazy(async () => ({ default: (await loadView()).OpenListView }))

interface Props {
  onClose: (ids: readonly string[]) => void
  children: ReactNode
}

/** A button with the list of all open records; the list is loaded on first use. */
export function OpenListButton({ onClose, children }: Props) {
  const anchor = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        ref={anchor}
        variant="text"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        endIcon={<Icon name="chevronDown" size={12} />}
        style={{ alignSelf: 'center' }}
        onClick={() => setOpen(true)}
        onPointerEnter={() => void loadView()}
      >
        {children}
      </Button>
      {isOpen ? (
        <Suspense fallback={null}>
          <OpenListView anchor={anchor} onClose={onClose} onDone={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
