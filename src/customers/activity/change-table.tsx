import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Activity } from '#/contract/activities.ts'
import type { AttributeValue } from '#/contract/attributes.ts'
import { activityFieldLabel, activityValueText } from '#/customers/activity/activity-fields.ts'
import { attributeDefinitionsQuery, lookupsQuery } from '#/customers/attributes/attribute.queries.ts'
import { attributeText } from '#/customers/attributes/attribute-text.ts'
import { localized } from '#/customers/attributes/localized.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { narrow } from '#/shared/theme/tokens.ts'
import { NotSet } from '#/shared/ui/field-list.tsx'
import { FoldedText } from '#/shared/ui/folded-text.tsx'

const Table = styled('table')({
  ...type.table,
  width: '100%',
  maxWidth: 900,
  tableLayout: 'fixed',
  borderCollapse: 'collapse',
  '& th, & td': {
    padding: '4px 12px 4px 0',
    textAlign: 'start',
    verticalAlign: 'top',
    fontWeight: 'inherit',
    overflowWrap: 'anywhere',
  },
  '& thead th, & tbody th': { color: color.secondary },
  '& p': { ...type.table },
  [narrow]: {
    '&, & tbody, & tr, & th, & td': { display: 'block' },
    '& thead': { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' },
    '& td::before': { content: 'attr(data-label)', marginInlineEnd: 6, color: color.secondary },
    '& td > *': { display: 'inline' },
  },
})

interface Texts {
  label: (field: string) => string
  text: (field: string, value: unknown) => string
}

/** How the custom attributes call themselves and their values. */
function useAttributeTexts(isWanted: boolean): Texts {
  const { data: definitions } = useQuery({ ...attributeDefinitionsQuery, enabled: isWanted })
  const { data: lookups = [] } = useQuery({ ...lookupsQuery, enabled: isWanted })
  const definitionOf = (field: string) => definitions?.items.find(({ name }) => name === field)
  return {
    label: (field) => {
      const definition = definitionOf(field)
      return (definition && localized(definition.label)?.text) ?? field
    },
    text: (field, value) => attributeText((value ?? null) as AttributeValue, definitionOf(field), lookups),
  }
}

function Value({ field, text }: { field: string; text: string }) {
  const [isUnfolded, setUnfolded] = useState(false)
  if (text === '') return <NotSet />
  return <FoldedText name={field} text={text} isUnfolded={isUnfolded} onFold={setUnfolded} />
}

/** What a field held before and after, field by field. */
export function ChangeTable({ activity: { changes, subject, group } }: { activity: Activity }) {
  const isOfAttributes = group === 'attributes'
  const attributes = useAttributeTexts(isOfAttributes)
  const texts: Texts = isOfAttributes
    ? attributes
    : {
        label: (field) => activityFieldLabel(subject.type, field),
        text: (field, value) => activityValueText(subject.type, field, value),
      }
  return (
    <Table aria-label={m.activity_changed()}>
      <thead>
        <tr>
          <th scope="col">{m.activity_field()}</th>
          <th scope="col">{m.activity_before()}</th>
          <th scope="col">{m.activity_after()}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ field, from, to }, index) => {
          const label = texts.label(field)
          return (
            // A field may be told of twice.
            // oxlint-disable-next-line react/no-array-index-key -- entries never change
            <tr key={`${field} ${index}`}>
              <th scope="row">{label}</th>
              <td data-label={m.activity_before()}>
                <Value field={label} text={texts.text(field, from)} />
              </td>
              <td data-label={m.activity_after()}>
                <Value field={label} text={texts.text(field, to)} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}
