import { styled } from '@mui/material/styles'
import { useRouter } from '@tanstack/react-router'
import { sectionName } from '#/customers/record/section-names.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import type { MenuAction } from '#/shared/ui/menu-action.ts'
import { MenuButton } from '#/shared/ui/menu-button.tsx'
import { draftMarkIcon, draftMarkText, useSectionMarks } from '#/workspace/drafts/draft-mark.tsx'
import { besideSections, tabSections, type Section } from '#/workspace/open-records.ts'

const Place = styled('div')({ padding: '6px 16px' })

interface Props {
  customerId: string
  section: Section
  /** Why there is no other section yet. */
  lockedReason?: string
}

/** All sections in the room of one button. */
export function SectionMenu({ customerId, section, lockedReason }: Props) {
  const router = useRouter()
  const marks = useSectionMarks(customerId)
  const actionOf = (each: Section): MenuAction => {
    const target = { to: '/customers/$customerId/$section', params: { customerId, section: each } } as const
    const isLocked = lockedReason !== undefined && each !== section
    const mark = marks[each]
    return {
      label: sectionName(each),
      ...(isLocked ? { disabledReason: lockedReason } : { href: router.buildLocation(target).href }),
      isChecked: each === section,
      ...(mark ? { icon: draftMarkIcon(mark), note: draftMarkText(mark) } : {}),
      onSelect: () => void router.navigate(target),
    }
  }
  const label = m.record_section_choice({ name: sectionName(section) })
  return (
    <Place>
      <MenuButton label={label} groups={[tabSections, besideSections].map((group) => group.map(actionOf))}>
        {label}
      </MenuButton>
    </Place>
  )
}
