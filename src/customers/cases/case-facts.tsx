import { styled } from '@mui/material/styles'
import { useState } from 'react'
import type { CaseListItem } from '#/contract/cases.ts'
import { caseFieldLabel } from '#/customers/cases/case-editable.ts'
import { CaseStatus, Deadline } from '#/customers/cases/case-marks.tsx'
import { caseName } from '#/customers/cases/case-text.ts'
import { actorName } from '#/shared/format/actor-name.ts'
import { codeLabel, type CodeKind } from '#/shared/format/code-label.ts'
import { formatList } from '#/shared/format/format-list.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { Field, FieldList } from '#/shared/ui/field-list.tsx'
import { FoldedText } from '#/shared/ui/folded-text.tsx'
import { Time } from '#/shared/ui/time.tsx'

const Tags = styled('ul')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 4,
  margin: 0,
  padding: 0,
  listStyle: 'none',
  '& > li': {
    ...type.meta,
    padding: '1px 7px',
    borderRadius: 10,
    color: color.accent,
    backgroundColor: color.accentSoft,
    overflowWrap: 'anywhere',
  },
})
const By = styled('span')({ color: color.secondary })

/** Everything that is known of a case itself. */
export function CaseFacts({ item }: { item: CaseListItem }) {
  const [isUnfolded, setUnfolded] = useState(false)
  const code = (kind: CodeKind, value: string | null) => (value === null ? null : codeLabel(kind, value))
  const { description, tags, assignee, relatedProduct, closedAt, createdAt, updatedAt } = item
  return (
    <FieldList label={m.cases_facts()}>
      <Field label={m.cases_column_number()} copy={item.number}>
        {item.number}
      </Field>
      <Field label={m.cases_field_status()}>
        <CaseStatus status={item.status} />
      </Field>
      <Field label={caseFieldLabel('description')} isWide>
        {description ? (
          <FoldedText name={caseName(item)} text={description} isUnfolded={isUnfolded} onFold={setUnfolded} />
        ) : null}
      </Field>
      <Field label={caseFieldLabel('type')}>{code('caseType', item.type)}</Field>
      <Field label={caseFieldLabel('priority')}>{code('casePriority', item.priority)}</Field>
      <Field label={caseFieldLabel('deadline')}>{item.deadline ? <Deadline item={item} /> : null}</Field>
      <Field label={caseFieldLabel('contactMethod')}>{code('contactMethod', item.contactMethod)}</Field>
      <Field label={caseFieldLabel('assigneeId')}>
        {assignee ? <bdi>{assignee.displayName ?? assignee.id}</bdi> : null}
      </Field>
      <Field label={caseFieldLabel('relatedProductId')}>{relatedProduct?.name}</Field>
      <Field label={m.cases_column_opened()}>
        <Time at={item.openedAt} never="" /> <By>{m.cases_by({ who: actorName(item.openedBy) })}</By>
      </Field>
      {closedAt === null ? null : (
        <Field label={m.cases_field_closed()}>
          <Time at={closedAt} never="" />
        </Field>
      )}
      {updatedAt === createdAt ? null : (
        <Field label={m.cases_field_changed()}>
          <Time at={updatedAt} never="" /> <By>{m.cases_by({ who: actorName(item.updatedBy) })}</By>
        </Field>
      )}
      <Field label={caseFieldLabel('tags')} isWide>
        {tags.length > 0 ? (
          <Tags>
            {tags.map((tag) => (
              <li key={tag}>{tag}</li>
            ))}
          </Tags>
        ) : null}
      </Field>
      {item.sourceSystem === null ? null : (
        <Field label={m.cases_field_source()}>
          {formatList([item.sourceSystem, ...(item.externalId === null ? [] : [item.externalId])])}
        </Field>
      )}
    </FieldList>
  )
}
