import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import { useController } from 'react-hook-form'
import { initialStatuses } from '#/contract/create-customer.ts'
import { AccountGroup } from '#/customers/account/account-view.tsx'
import type { NewAccountControl } from '#/customers/create/create-editable.ts'
import { FieldRoot } from '#/shared/form/field-frame.tsx'
import { SelectField } from '#/shared/form/select-field.tsx'
import { customerCodeLabel } from '#/shared/format/customer-code-label.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { scopesQuery } from '#/shared/session/scopes.queries.ts'
import { color, type } from '#/shared/theme/color.ts'
import { sizes, touch } from '#/shared/theme/tokens.ts'
import { FieldArea, FieldGrid } from '#/shared/ui/field-list.tsx'

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

/** Status and scopes of a new customer. */
export function BeginningFields({ control }: { control: NewAccountControl }) {
  const { data: scopes = [] } = useQuery(scopesQuery)
  const {
    field: { value: chosen, onChange, onBlur },
    fieldState: { isDirty },
  } = useController({ control, name: 'scopeIds' })
  const choose = (scopeId: string, isChosen: boolean) =>
    onChange(isChosen ? [...chosen, scopeId] : chosen.filter((each) => each !== scopeId))
  const statuses = initialStatuses.map((value) => ({ value, label: customerCodeLabel('customerStatus', value) }))
  return (
    <FieldArea>
      <AccountGroup title={m.account_group_beginning()}>
        <FieldGrid>
          <SelectField control={control} name="status" label={m.record_field_status()} options={statuses} />
          <FieldRoot data-changed={isDirty}>
            <Scopes>
              <legend>{m.record_field_scopes()}</legend>
              <div>
                {scopes.map((scope) => (
                  <label key={scope.id}>
                    <input
                      type="checkbox"
                      checked={chosen.includes(scope.id)}
                      onChange={({ target }) => choose(scope.id, target.checked)}
                      onBlur={onBlur}
                    />
                    {scope.name}
                  </label>
                ))}
              </div>
            </Scopes>
          </FieldRoot>
        </FieldGrid>
      </AccountGroup>
    </FieldArea>
  )
}
