import { styled } from '@mui/material/styles'
import { addressSorts, type AddressSort } from '#/customers/addresses/address-order.ts'
import { FilterBox } from '#/shared/filter/filter-box.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { SelectInput } from '#/shared/ui/control.ts'

const Root = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 8,
  minWidth: 0,
  flex: '0 1 auto',
  '& > input': { width: 220, flex: '1 1 160px' },
  '& > select': { width: 'auto' },
  '& > output': { ...type.table, color: color.secondary, whiteSpace: 'nowrap' },
})

const sortLabels: Record<AddressSort, () => string> = {
  preferred: m.addresses_sort_preferred,
  name: m.addresses_sort_name,
  newest: m.addresses_sort_newest,
  oldest: m.addresses_sort_oldest,
}

interface Props {
  filter: string
  onFilter: (filter: string) => void
  sort: AddressSort
  onSort: (sort: AddressSort) => void
  shown: number
  total: number
}

/** Filter and order of the cards. */
export function AddressToolbar({ filter, onFilter, sort, onSort, shown, total }: Props) {
  return (
    <Root>
      <FilterBox label={m.addresses_filter()} filter={filter} onFilter={onFilter} />
      <SelectInput
        aria-label={m.addresses_sort()}
        value={sort}
        onChange={({ target }) => onSort(addressSorts.find((known) => known === target.value) ?? 'preferred')}
      >
        {addressSorts.map((value) => (
          <option key={value} value={value}>
            {sortLabels[value]()}
          </option>
        ))}
      </SelectInput>
      <output>{filter.trim() === '' ? '' : m.addresses_shown({ shown, total })}</output>
    </Root>
  )
}
