import { Button } from '#/shared/ui/button.tsx'
import { styled } from '@mui/material/styles'
import {
  createContext,
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type FocusEvent,
} from 'react'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, shadow } from '#/shared/theme/color.ts'
import { narrow, sizes } from '#/shared/theme/tokens.ts'
import { CustomerSubject } from '#/shared/ui/customer-subject.tsx'
import { Icon, type IconName } from '#/shared/ui/icon.tsx'
import { IconButton } from '#/shared/ui/icon-button.tsx'
import { noticeDuration, type Notice, type NoticeContent, type Notices } from '#/shared/ui/notices.ts'

const NoticesContext = createContext<Notices | undefined>(undefined)
export const NoticesProvider = NoticesContext.Provider

export function useNotices(): Notices {
  const notices = useContext(NoticesContext)
  if (!notices) throw new Error('NoticesProvider is missing')
  return notices
}

const icons: Record<NoticeContent['kind'], IconName> = { success: 'checkCircle', info: 'info', error: 'error' }
const inks: Record<NoticeContent['kind'], string> = {
  success: color.positive,
  info: color.accent,
  error: color.critical,
}

const Region = styled('output')({
  position: 'fixed',
  zIndex: 1400,
  left: 16,
  bottom: 32,
  maxWidth: 'min(480px, calc(100vw - 32px))',
  [narrow]: { left: 8, right: 8, bottom: 8, maxWidth: 'none' },
})

const Card = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  padding: '6px 6px 6px 12px',
  backgroundColor: color.raised,
  border: `1px solid ${color.hairline}`,
  borderRadius: sizes.radius,
  boxShadow: shadow.menu,
  '& > p': { flex: 1, display: 'flex', flexWrap: 'wrap', gap: '0 8px', overflowWrap: 'anywhere', minWidth: 0 },
})

function returnFocus(origin: EventTarget | null) {
  if (origin instanceof HTMLElement) origin.focus({ preventScroll: true })
}

function NoticeCard({ notice, notices }: { notice: Notice; notices: Notices }) {
  const [isHeld, setHeld] = useState(false)
  const { id, kind, text, subject, action, undo } = notice
  /** Where the focus came from; it goes back there with the notice. */
  const origin = useRef<EventTarget | null>(null)
  const card = useRef<HTMLDivElement>(null)

  const focus = ({ currentTarget, relatedTarget }: FocusEvent) => {
    setHeld(true)
    if (!currentTarget.contains(relatedTarget)) origin.current = relatedTarget
  }
  const act = (run: () => void) => {
    returnFocus(origin.current)
    run()
  }
  const dismiss = () => {
    returnFocus(origin.current)
    notices.dismiss(id)
  }

  // Gone by a key, it may still hold the focus.
  useLayoutEffect(() => {
    const element = card.current
    return () => {
      if (element?.contains(document.activeElement)) returnFocus(origin.current)
    }
  }, [])

  useEffect(() => {
    if (kind === 'error' || isHeld) return undefined
    const timer = setTimeout(() => notices.expire(id), noticeDuration)
    return () => clearTimeout(timer)
  }, [id, kind, isHeld, notices])

  return (
    <Card
      ref={card}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={focus}
      onBlur={() => setHeld(false)}
    >
      <span style={{ display: 'flex', color: inks[kind] }}>
        <Icon name={icons[kind]} />
      </span>
      <p>
        {subject ? <CustomerSubject subject={subject} /> : null}
        <span>{text}</span>
      </p>
      {action ? (
        <Button variant="text" onClick={() => act(notices.runAction)}>
          {action.label}
        </Button>
      ) : null}
      {undo ? (
        <Button variant="text" aria-keyshortcuts="u" onClick={() => act(() => notices.undo(id))}>
          {m.common_undo()}
        </Button>
      ) : null}
      <IconButton label={m.common_dismiss()} icon="close" size="small" onClick={dismiss} />
    </Card>
  )
}

/** Where notices appear: bottom left, one at a time, said politely. Render it once, in the shell. */
export function NoticeRegion() {
  const notices = useNotices()
  const notice = useSyncExternalStore(notices.subscribe, notices.current)
  return (
    <Region data-screen aria-live="polite" aria-label={m.common_status_messages()}>
      {notice ? <NoticeCard key={notice.id} notice={notice} notices={notices} /> : null}
    </Region>
  )
}
