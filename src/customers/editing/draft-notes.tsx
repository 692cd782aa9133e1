import { styled } from '@mui/material/styles'
import type { FieldValues } from 'react-hook-form'
import { DraftRemains } from '#/customers/editing/draft-remains.tsx'
import type { Editable, Versioned } from '#/customers/editing/editable.ts'
import { remainsOf, without } from '#/customers/editing/rebase-draft.ts'
import { useDraftSlot, type FormDraft } from '#/customers/editing/use-form-draft.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color } from '#/shared/theme/color.ts'
import { sizes } from '#/shared/theme/tokens.ts'
import { Button } from '#/shared/ui/button.tsx'
import { Icon } from '#/shared/ui/icon.tsx'

const Root = styled('span')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 8,
  padding: '8px 12px',
  marginBottom: 16,
  border: `1px solid ${color.hairline}`,
  borderRadius: sizes.radius,
  backgroundColor: color.accentSoft,
  '& > span': { flex: 1, minWidth: 160 },
})

/** The controls of a form, that can be taken out of use together. */
export const LockableFields = styled('fieldset')({
  margin: 0,
  padding: 0,
  border: 0,
  minWidth: 0,
  // What has the focus is not behind the bar with the buttons.
  '& :focus': { scrollMarginBottom: 88 },
})

interface Props<Version extends Versioned, Values extends FieldValues, Patch> {
  draft: FormDraft
  editable: Editable<Version, Values, Patch>
  base: Version
}

/** Above the fields: that another window types in this form, and what was typed into fields that are not there any more. */
export function DraftNotes<Version extends Versioned, Values extends FieldValues, Patch>({
  draft,
  editable,
  base,
}: Props<Version, Values, Patch>) {
  const slot = useDraftSlot(draft)
  const { isLocked, place, engine } = draft
  const remains = slot?.wanted ? remainsOf(editable, slot.wanted, base) : null
  return (
    <>
      <output>
        {isLocked && slot?.trouble !== 'newer' ? (
          <Root>
            <Icon name="lock" />
            <span>{m.drafts_elsewhere()}</span>
            <Button onClick={() => engine.takeOver(place)}>{m.drafts_take_over()}</Button>
          </Root>
        ) : null}
      </output>
      {slot && remains ? (
        <DraftRemains
          draft={slot}
          values={remains.values}
          label={(field) => editable.label(field)}
          onDiscard={() => engine.keep(place, slot.wanted && without(slot.wanted, Object.keys(remains.values)))}
        />
      ) : null}
    </>
  )
}
