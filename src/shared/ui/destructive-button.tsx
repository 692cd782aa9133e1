import type { ComponentProps } from 'react'
import { Button } from '#/shared/ui/button.tsx'
import { FormAlert } from '#/shared/ui/form-alert.tsx'
import { useRecordAround } from '#/shared/ui/record-around.ts'
import { useSwitchGuard } from '#/shared/ui/switch-guard.ts'

type Props = Omit<ComponentProps<typeof Button>, 'onClick'> & { onClick: () => void }

/** A button that destroys at once: described by the record it belongs to, and held back right after a switch. */
export function DestructiveButton({ onClick, ...rest }: Props) {
  const recordAround = useRecordAround()
  const { holdsBack, warning } = useSwitchGuard()
  return (
    <>
      <Button aria-describedby={recordAround} {...rest} onClick={(event) => holdsBack(event) || onClick()} />
      {warning ? <FormAlert>{warning}</FormAlert> : null}
    </>
  )
}
