import Drawer from '@mui/material/Drawer'
import { styled } from '@mui/material/styles'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { besideWidth } from '#/customers/record/beside-panel.ts'
import { color, type } from '#/shared/theme/color.ts'
import { sizes } from '#/shared/theme/tokens.ts'
import { IconButton } from '#/shared/ui/icon-button.tsx'
import { useWorkspaceState } from '#/workspace/workspace-context.ts'

const Aside = styled('aside')({
  position: 'sticky',
  top: 0,
  alignSelf: 'start',
  // As high as what scrolls around it, so that its own content scrolls within.
  maxHeight: 'calc(100vh - 200px)',
  overflowY: 'auto',
  overscrollBehavior: 'contain',
  border: `1px solid ${color.hairline}`,
  borderRadius: sizes.radius,
  backgroundColor: color.surface,
})

const Content = styled('div')({ display: 'grid', gap: 20, padding: 16, gridTemplateColumns: 'minmax(0, 1fr)' })

const Head = styled('header')({
  display: 'flex',
  alignItems: 'flex-start',
  gap: 8,
  '& > h3': { ...type.heading, flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
})

interface Props {
  /** The record in which it is shown. */
  customerId: string
  title: string
  closeLabel: string
  /** Pixels where it lies over the record. */
  width?: number
  onClose: () => void
  children: ReactNode
}

/** Details of something in a list of a record, beside the list; over it where there is no room. */
export function SidePanel({ customerId, title, closeLabel, width = 440, onClose, children }: Props) {
  const headingId = useId()
  const isBeside = useMediaQuery(besideWidth)
  const isShown = useWorkspaceState(({ active }) => active === customerId)
  const root = useRef<HTMLDivElement>(null)
  const close = useRef<HTMLButtonElement>(null)

  useEffect(() => {
    // A form in it may have taken the focus already.
    if (root.current?.contains(document.activeElement) !== true) close.current?.focus()
  }, [])

  const pressKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.stopPropagation()
    onClose()
  }

  const content = (
    <Content ref={root}>
      <Head>
        <h3 id={headingId} dir="auto">
          {title}
        </h3>
        <IconButton ref={close} icon="close" label={closeLabel} onClick={onClose} />
      </Head>
      {children}
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
      // Something opened from here shows another record: the panel waits where it was.
      open={isShown}
      // A form in it hears Escape first.
      onClose={(event: Partial<KeyboardEvent>) => (event.defaultPrevented === true ? undefined : onClose())}
      slotProps={{
        paper: {
          role: 'dialog',
          'aria-modal': true,
          'aria-labelledby': headingId,
          sx: { width: `min(${width}px, 100vw)`, backgroundColor: color.raised },
        },
      }}
    >
      {content}
    </Drawer>
  )
}
