import { useId, useState } from 'react'
import { FilterButton } from '#/shared/filter/filter-button.tsx'
import { FilterFields, FilterHint } from '#/shared/filter/filter-fields.ts'
import { decimalText, formatMoney, minorDigits } from '#/shared/format/format-money.ts'
import { parseAmount } from '#/shared/format/parse-amount.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { SelectInput, TextInput } from '#/shared/ui/control.ts'

/** A range of amounts of one currency, in minor units; both ends count. */
export interface AmountRange {
  currency?: string | undefined
  min?: number | undefined
  max?: number | undefined
}

interface Props {
  label: string
  /** Currencies to choose from; the first one is proposed. */
  currencies: readonly string[]
  range: AmountRange
  /** Told as soon as what is written makes sense; without any amount there is no currency either. */
  onChange: (range: AmountRange) => void
}

function rangeText({ currency, min, max }: AmountRange): string {
  const text = (amountMinor: number | undefined) =>
    amountMinor === undefined || currency === undefined ? undefined : formatMoney({ amountMinor, currency })
  const [least, most] = [text(min), text(max)]
  if (least && most) return m.orders_filter_amount_range({ min: least, max: most })
  if (least) return m.orders_filter_amount_from({ min: least })
  return most ? m.orders_filter_amount_to({ max: most }) : ''
}

const written = (amount: number | undefined, currency: string) =>
  amount === undefined ? '' : decimalText(amount, minorDigits(currency))

const isWrong = (text: string, currency: string) => text.trim() !== '' && parseAmount(text, currency) === undefined

function AmountFields({ currencies, range, onChange }: Omit<Props, 'label'>) {
  const hintId = useId()
  const [currency, setCurrency] = useState(range.currency ?? currencies[0] ?? 'USD')
  const [least, setLeast] = useState(written(range.min, currency))
  const [most, setMost] = useState(written(range.max, currency))

  const apply = (next: { currency: string; least: string; most: string }) => {
    if (isWrong(next.least, next.currency) || isWrong(next.most, next.currency)) return
    const [min, max] = [parseAmount(next.least, next.currency), parseAmount(next.most, next.currency)]
    onChange(min === undefined && max === undefined ? {} : { currency: next.currency, min, max })
  }
  const field = (text: string, change: (text: string) => void) => ({
    value: text,
    inputMode: 'decimal' as const,
    'aria-invalid': isWrong(text, currency),
    'aria-describedby': isWrong(text, currency) ? hintId : undefined,
    onChange: ({ target }: { target: { value: string } }) => change(target.value),
  })
  const choices = currencies.includes(currency) ? currencies : [currency, ...currencies]
  return (
    <FilterFields>
      <label>
        {m.orders_filter_currency()}
        <SelectInput
          value={currency}
          onChange={({ target }) => {
            setCurrency(target.value)
            apply({ currency: target.value, least, most })
          }}
        >
          {choices.map((code) => (
            <option key={code}>{code}</option>
          ))}
        </SelectInput>
      </label>
      <label>
        {m.orders_filter_at_least()}
        <TextInput
          {...field(least, (text) => {
            setLeast(text)
            apply({ currency, least: text, most })
          })}
        />
      </label>
      <label>
        {m.orders_filter_at_most()}
        <TextInput
          {...field(most, (text) => {
            setMost(text)
            apply({ currency, least, most: text })
          })}
        />
      </label>
      {(isWrong(least, currency) || isWrong(most, currency)) && (
        <FilterHint id={hintId} role="alert">
          {m.orders_filter_amount_wrong({ example: decimalText(1250, minorDigits(currency)) })}
        </FilterHint>
      )}
    </FilterFields>
  )
}

/** Amounts as people write them, in a currency that they choose: 10 euros are not 10 yen. */
export function AmountFilter({ label, currencies, range, onChange }: Props) {
  return (
    <FilterButton label={label} value={rangeText(range)} onClear={() => onChange({})}>
      <AmountFields currencies={currencies} range={range} onChange={onChange} />
    </FilterButton>
  )
}
