import { styled } from '@mui/material/styles'
import { formatMoment } from '#/shared/format/format-time.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color } from '#/shared/theme/color.ts'
import { sizes } from '#/shared/theme/tokens.ts'
import { Button } from '#/shared/ui/button.tsx'
import { Icon } from '#/shared/ui/icon.tsx'
import { useCopyText } from '#/shared/ui/use-copy-text.ts'
import type { DraftSlot, Fields } from '#/workspace/drafts/draft-slot.ts'

const Root = styled('section')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 8,
  padding: '8px 12px',
  marginBottom: 16,
  border: `1px solid ${color.caution}`,
  borderRadius: sizes.radius,
  backgroundColor: color.cautionSoft,
  '& > svg': { color: color.caution, marginTop: 2 },
  '& > div': { flex: 1, minWidth: 200, overflowWrap: 'anywhere' },
  '& ul': { margin: '4px 0 0', padding: '0 0 0 22px', whiteSpace: 'pre-wrap' },
})

/** Any value in words, where no field says how. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(textOf).join(', ')
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? '')
  return 'label' in value ? textOf(value.label) : Object.values(value).map(textOf).join(', ')
}

interface Props {
  draft: DraftSlot
  /** What was typed, by the name of the field. */
  values: Fields
  label?: (field: string) => string
  onDiscard: () => void
}

/** What was typed once and has no field any more: it is there to be read and copied. */
export function DraftRemains({ draft, values, label = String, onDiscard }: Props) {
  const copy = useCopyText()
  const lines = Object.entries(values).map(([field, value]) => `${label(field)}: ${textOf(value)}`)
  const at = draft.stored?.at
  return (
    <Root aria-label={m.drafts_remains()}>
      <Icon name="alert" />
      <div>
        <p>{at === undefined ? m.drafts_remains_text() : m.drafts_remains_from({ when: formatMoment(at) })}</p>
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
      <Button onClick={() => void copy(lines.join('\n'), m.editing_copied())}>{m.editing_copy_typed()}</Button>
      <Button onClick={onDiscard}>{m.editing_discard()}</Button>
    </Root>
  )
}
