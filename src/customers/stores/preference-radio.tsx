import { styled } from '@mui/material/styles'
import { createContext, useContext, useRef, type KeyboardEvent, type ReactNode } from 'react'
import type { StoreChoice } from '#/customers/stores/use-preferred-store.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color } from '#/shared/theme/color.ts'
import { sizes, touch } from '#/shared/theme/tokens.ts'
import { Tooltip } from '#/shared/ui/tooltip.tsx'

interface Preference {
  /** Nothing while it is not known. */
  preferredId: string | null | undefined
  /** The radio that Tab comes to: the preferred store where it is shown, else none. */
  stopId: string | null
  /** Why nothing may be chosen. */
  reason: string | undefined
  choose: (choice: StoreChoice) => void
}

const PreferenceContext = createContext<Preference>({
  preferredId: undefined,
  stopId: null,
  reason: undefined,
  choose: () => {},
})

const Radio = styled('button')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 8,
  minHeight: sizes.control,
  padding: '0 6px',
  margin: '0 -6px',
  border: 0,
  borderRadius: sizes.radius,
  background: 'none',
  textAlign: 'start',
  color: 'inherit',
  cursor: 'pointer',
  [touch]: { minHeight: sizes.controlTouch },
  '&:hover:not([aria-disabled="true"])': { backgroundColor: color.hover },
  '&[aria-disabled="true"]': { cursor: 'default' },
  '&::before': {
    content: '""',
    flex: 'none',
    boxSizing: 'border-box',
    width: 16,
    height: 16,
    borderRadius: '50%',
    border: `1.5px solid ${color.controlBorder}`,
    backgroundColor: color.surface,
  },
  '&[aria-disabled="true"]::before': { opacity: 0.5 },
  '&[aria-checked="true"]::before': { borderWidth: 5, borderColor: color.accent, opacity: 1 },
})

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

/**
 * Group of radios of which one is chosen by Space, Enter or a click. Arrows only move the focus: a native radio chooses
 * what an arrow comes by, which would save every store on the way to the one that is meant.
 */
export function PreferenceGroup({ children, ...preference }: Preference & { children: ReactNode }) {
  const root = useRef<HTMLDivElement>(null)
  const pressKey = (event: KeyboardEvent) => {
    const by = steps[event.key]
    if (by === undefined || !(event.target instanceof HTMLElement) || !event.target.matches('[role="radio"]')) return
    const radios = [...(root.current?.querySelectorAll<HTMLElement>('[role="radio"]') ?? [])]
    radios.at((radios.indexOf(event.target) + by) % radios.length)?.focus()
    event.preventDefault()
  }
  return (
    <PreferenceContext value={preference}>
      <div ref={root} role="radiogroup" tabIndex={-1} aria-label={m.stores_preferred_store()} onKeyDown={pressKey}>
        {children}
      </div>
    </PreferenceContext>
  )
}

interface Props {
  /** `null` for none. */
  choice: StoreChoice
  label: string
  /** Text beside the circle; without it the name is for assistive technology only. */
  children?: ReactNode
}

/** One radio of the group; the chosen one is the tab stop. */
export function PreferenceRadio({ choice, label, children }: Props) {
  const { preferredId, stopId, reason, choose } = useContext(PreferenceContext)
  const id = choice?.id ?? null
  const isChecked = preferredId === id
  const isInactive = choice !== null && !choice.active
  const refused = reason ?? (isInactive && !isChecked ? m.stores_inactive_reason() : undefined)
  return (
    <Tooltip text={refused}>
      <Radio
        type="button"
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a native radio is chosen by arrows
        role="radio"
        aria-checked={isChecked}
        aria-label={label}
        aria-disabled={refused !== undefined}
        tabIndex={id === stopId ? 0 : -1}
        onClick={() => (refused === undefined ? choose(choice) : undefined)}
      >
        {children}
      </Radio>
    </Tooltip>
  )
}
