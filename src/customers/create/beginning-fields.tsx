import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { initialStatuses } from '#/contract/create-customer.ts'
import { AccountGroup } from '#/customers/account/account-view.tsx'
import { FieldFrame } from '#/shared/form/field-frame.tsx'
import { customerCodeLabel } from '#/shared/format/customer-code-label.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { scopesQuery } from '#/shared/session/scopes.queries.ts'
import { color, type } from '#/shared/theme/color.ts'
import { sizes, touch } from '#/shared/theme/tokens.ts'
import { SelectInput } from '#/shared/ui/control.ts'
import { FieldArea, FieldGrid } from '#/shared/ui/field-list.tsx'

/** How a new customer begins; later these change in other ways than by typing. */
export interface Beginning {
  status: (typeof initialStatuses)[number]
  scopeIds: string[]
}

const Scopes = styled('fieldset')({
  border: 0,
  margin: 0,
  padding: 0,
  minWidth: 0,
  '& > legend': { ...type.table, padding: 0, color: color.secondary },
  '& > div': { display: 'flex', flexWrap: 'wrap', gap: '0 16px' },
  '& label': {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 8,
    minHeight: sizes.control,
    cursor: 'pointer',
    [touch]: { minHeight: sizes.controlTouch },
  },
  '& input': { width: 16, height: 16, margin: 0 },
})

interface Props {
  value: Beginning
  onChange: (value: Beginning) => void
}

/** Status and scopes of a new customer. */
export function BeginningFields({ value, onChange }: Props) {
  const id = useId()
  const { data: scopes = [] } = useQuery(scopesQuery)
  const choose = (scopeId: string, isChosen: boolean) =>
    onChange({
      ...value,
      scopeIds: isChosen ? [...value.scopeIds, scopeId] : value.scopeIds.filter((each) => each !== scopeId),
    })
  return (
    <FieldArea>
      <AccountGroup title={m.account_group_beginning()}>
        <FieldGrid>
          <FieldFrame id={id} label={m.record_field_status()}>
            <SelectInput
              id={id}
              value={value.status}
              onChange={({ target }) =>
                onChange({ ...value, status: initialStatuses.find((each) => each === target.value) ?? 'active' })
              }
            >
              {initialStatuses.map((status) => (
                <option key={status} value={status}>
                  {customerCodeLabel('customerStatus', status)}
                </option>
              ))}
            </SelectInput>
          </FieldFrame>
          <Scopes>
            <legend>{m.record_field_scopes()}</legend>
            <div>
              {scopes.map((scope) => (
                <label key={scope.id}>
                  <input
                    type="checkbox"
                    checked={value.scopeIds.includes(scope.id)}
                    onChange={({ target }) => choose(scope.id, target.checked)}
                  />
                  {scope.name}
                </label>
              ))}
            </div>
          </Scopes>
        </FieldGrid>
      </AccountGroup>
    </FieldArea>
  )
}
