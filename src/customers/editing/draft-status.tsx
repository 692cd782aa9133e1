import { styled } from '@mui/material/styles'
import { useDraftSlot, type FormDraft } from '#/customers/editing/use-form-draft.ts'
import { formatMoment } from '#/shared/format/format-time.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color } from '#/shared/theme/color.ts'
import { Button } from '#/shared/ui/button.tsx'
import { DestructiveButton } from '#/shared/ui/destructive-button.tsx'
import { Icon } from '#/shared/ui/icon.tsx'
import { VisuallyHidden } from '#/shared/ui/visually-hidden.tsx'
import { isStored, type DraftSlot, type DraftTrouble } from '#/workspace/drafts/draft-slot.ts'

const Trouble = styled('span')({
  display: 'inline-flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 6,
  color: color.caution,
})

const troubles: Record<Exclude<DraftTrouble, 'newer'>, () => string> = {
  offline: m.drafts_offline,
  failing: m.drafts_failing,
  'signed-out': m.drafts_signed_out,
  'card-number': m.drafts_card_number,
  'too-large': m.drafts_too_large,
  refused: m.drafts_refused,
  gone: m.drafts_gone,
}

function troubleText({ trouble, rival }: DraftSlot): string {
  if (trouble === 'newer') return m.drafts_newer({ when: formatMoment(rival?.at ?? new Date().toISOString()) })
  return trouble === null ? '' : troubles[trouble]()
}

interface Props {
  draft: FormDraft
  /** The form cannot be saved any more, and says so itself. */
  isLost?: boolean
  onDiscard?: (() => void) | undefined
}

/** What becomes of what was typed: stored, on its way, or why not; where two drafts exist, which one counts. */
export function DraftStatus({ draft, isLost = false, onDiscard }: Props) {
  const slot = useDraftSlot(draft)
  const { place, engine } = draft
  const trouble = slot ? troubleText(slot) : ''
  const asks = slot?.trouble === 'newer' || slot?.trouble === 'gone'
  const wasStored = slot?.stored != null
  if (isLost && trouble !== '') return null
  return (
    <>
      {slot && trouble === '' ? (
        <span>
          {isStored(slot) && slot.stored ? m.drafts_saved({ when: formatMoment(slot.stored.at) }) : m.drafts_saving()}
        </span>
      ) : null}
      {trouble === '' ? null : (
        <Trouble>
          <Icon name="alert" size={14} />
          {trouble}
        </Trouble>
      )}
      {asks ? (
        <>
          <Button onClick={() => engine.choose(place, 'mine')}>{m.drafts_keep_mine()}</Button>
          <Button onClick={() => engine.choose(place, 'other')}>
            {slot.trouble === 'newer' ? m.drafts_use_other() : m.drafts_let_go()}
          </Button>
        </>
      ) : null}
      {slot && !asks && onDiscard ? (
        <DestructiveButton variant="text" onClick={onDiscard}>
          {m.drafts_discard()}
        </DestructiveButton>
      ) : null}
      {/* Said once, not with every key: the words stay the same while typing goes on. */}
      <VisuallyHidden as="output">{trouble || (wasStored ? m.drafts_saved_once() : '')}</VisuallyHidden>
    </>
  )
}
