import { styled } from '@mui/material/styles'
import { Suspense, useEffect, useState } from 'react'
import type { Customer } from '#/contract/customers.ts'
import { pinShownSeconds } from '#/contract/privacy.ts'
import type { RevealPinProps } from '#/customers/overview/reveal-pin-dialog.tsx'
import { useWriteReason } from '#/customers/record/edit-reason.ts'
import { ReasonButton } from '#/customers/record/reason-button.tsx'
import { useSubject } from '#/customers/record/use-subject.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { Field } from '#/shared/ui/field-list.tsx'
import { lazyPart } from '#/shared/ui/lazy-part.tsx'
import { VisuallyHidden } from '#/shared/ui/visually-hidden.tsx'
import { useWorkspaceState } from '#/workspace/workspace-context.ts'

const dialog = lazyPart<RevealPinProps>(
  async () => (await import('#/customers/overview/reveal-pin-dialog.tsx')).RevealPinDialog,
)

const Line = styled('span')({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' })
const Left = styled('small')({ ...type.meta, color: color.secondary, fontVariantNumeric: 'tabular-nums' })

/** A PIN that is in sight for a while: it is nowhere but in here. */
function useShownPin(customerId: string) {
  const [shown, setShown] = useState<{ pin: string; left: number }>()
  const isHere = useWorkspaceState(({ active }) => active === customerId)
  if (shown && !isHere) setShown(undefined)
  const isShown = shown !== undefined
  useEffect(() => {
    if (!isShown) return undefined
    const began = Date.now()
    const tick = setInterval(() => {
      const left = pinShownSeconds - Math.floor((Date.now() - began) / 1000)
      setShown((before) => (before && left > 0 ? { ...before, left } : undefined))
    }, 1000)
    return () => {
      // Another section or record is shown: nobody watches the clock any more.
      clearInterval(tick)
      setShown(undefined)
    }
  }, [isShown])
  return {
    shown,
    show: (pin: string) => setShown({ pin, left: pinShownSeconds }),
    hide: () => setShown(undefined),
  }
}

/** The PIN, masked; who may see it says why, and sees it for a while. */
export function PinField({ customer }: { customer: Customer }) {
  const { id } = customer
  const [isAsking, setAsking] = useState(false)
  const { shown, show, hide } = useShownPin(id)
  const subject = useSubject(id)
  const reason = useWriteReason(id, 'pii:reveal', m.overview_pin_forbidden())
  if (!customer.hasPin) return <Field label={m.record_field_pin()} />
  return (
    <Field label={m.record_field_pin()}>
      <Line>
        <output>
          {shown ? (
            <bdi>{shown.pin}</bdi>
          ) : (
            <>
              <span aria-hidden="true">••••</span>
              <VisuallyHidden>{m.record_pin_set()}</VisuallyHidden>
            </>
          )}
        </output>
        {/* One button for both: it keeps the focus. */}
        <ReasonButton
          label={shown ? m.overview_pin_hide() : m.overview_pin_reveal()}
          icon="mask"
          reason={shown ? undefined : reason}
          onPress={() => (shown ? hide() : setAsking(true))}
          onIntent={dialog.preload}
        />
        {shown ? <Left>{m.overview_pin_left({ seconds: shown.left })}</Left> : null}
      </Line>
      <Suspense fallback={null}>
        {isAsking ? (
          <dialog.Body customerId={id} subject={subject} onRevealed={show} onClose={() => setAsking(false)} />
        ) : null}
      </Suspense>
    </Field>
  )
}
