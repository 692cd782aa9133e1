import { styled } from '@mui/material/styles'
import { Avatar } from '#/customers/presence/avatar.tsx'
import { useColleagues, useEditors, type Colleague } from '#/customers/presence/colleagues-context.tsx'
import { sectionName } from '#/customers/record/section-names.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { sizes, touch } from '#/shared/theme/tokens.ts'
import { Icon } from '#/shared/ui/icon.tsx'
import { Tooltip } from '#/shared/ui/tooltip.tsx'
import { sections } from '#/workspace/open-records.ts'

const Group = styled('button')({
  flex: 'none',
  display: 'flex',
  alignItems: 'center',
  minHeight: sizes.control,
  padding: '0 4px',
  border: 0,
  borderRadius: sizes.radius,
  background: 'none',
  cursor: 'default',
  gap: 4,
  '& > small': { ...type.meta, color: color.secondary },
  [touch]: { minHeight: sizes.controlTouch },
})

const Note = styled('output')({
  ...type.meta,
  display: 'inline-flex',
  alignItems: 'center',
  gap: 4,
  color: color.secondary,
})

/** So many are drawn; the others are counted. */
const drawn = 3

function doing({ displayName: name, section, editing }: Colleague): string {
  const place = sections.find((each) => each === section)
  if (!editing || place === undefined) return m.record_colleague_viewing({ name })
  return m.record_colleague_editing({ name, section: sectionName(place) })
}

/** Who else has the customer on the screen, and who of them is editing what. */
export function Colleagues() {
  const colleagues = useColleagues()
  if (colleagues.length === 0) return null
  const byWork = colleagues.toSorted((a, b) => Number(b.editing) - Number(a.editing))
  const said = byWork.map(doing)
  return (
    <Tooltip text={said.join('\n')} isPressable>
      <Group type="button" aria-label={said.join(', ')}>
        {byWork.slice(0, drawn).map((colleague) => (
          <Avatar key={colleague.staffId} colleague={colleague} />
        ))}
        {byWork.length > drawn ? (
          <small aria-hidden="true">{m.record_colleagues_more({ count: byWork.length - drawn })}</small>
        ) : null}
      </Group>
    </Tooltip>
  )
}

const OnTab = styled('span')({ position: 'absolute', top: 0, right: -4, lineHeight: 0 })

/** Who is editing a section, on its tab: takes no room, and is said in its description. */
export function TabEditor({ id, colleague }: { id: string; colleague: Colleague }) {
  return (
    <OnTab>
      <Avatar colleague={colleague} size="small" />
      <span hidden id={id}>
        {m.record_colleagues_editing({ names: colleague.displayName, count: 1 })}
      </span>
    </OnTab>
  )
}

/** Says who is editing the section, or the thing in it. */
export function EditingNote({ section, itemId }: { section: string; itemId?: string }) {
  const editors = useEditors(section, itemId)
  if (editors.length === 0) return null
  const names = editors.map(({ displayName }) => displayName).join(', ')
  return (
    <Note>
      <Icon name="edit" size={14} />
      {m.record_colleagues_editing({ names, count: editors.length })}
    </Note>
  )
}
