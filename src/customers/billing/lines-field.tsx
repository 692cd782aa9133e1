import { styled } from '@mui/material/styles'
import { useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useController, useWatch } from 'react-hook-form'
import { lineIssues, linesAtMost } from '#/customers/billing/check-invoice.ts'
import type { InvoiceControl } from '#/customers/billing/invoice-editable.ts'
import { blankLine, readLine, sumOf, type LineValue } from '#/customers/billing/invoice-values.ts'
import { GroupFrame } from '#/shared/form/field-frame.tsx'
import { formatMoney } from '#/shared/format/format-money.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { Button } from '#/shared/ui/button.tsx'
import { TextInput } from '#/shared/ui/control.ts'
import { Icon } from '#/shared/ui/icon.tsx'
import { IconButton } from '#/shared/ui/icon-button.tsx'

const columns = 'minmax(0, 1fr) 88px 128px 136px 32px'
const isTight = '@container (max-width: 620px)'

const Heads = styled('div')({
  ...type.meta,
  display: 'grid',
  gridTemplateColumns: columns,
  gap: 8,
  marginBottom: 2,
  color: color.secondary,
  '& > [data-end]': { textAlign: 'end' },
  [isTight]: { display: 'none' },
})

const Line = styled('div')({
  display: 'grid',
  gridTemplateColumns: columns,
  alignItems: 'center',
  gap: 8,
  marginBottom: 6,
  '& > [data-number]': { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
  [isTight]: {
    gridTemplateColumns: '72px minmax(0, 1fr) auto 32px',
    paddingBottom: 8,
    borderBottom: `1px solid ${color.hairline}`,
    '& > [data-description]': { gridColumn: '1 / -1' },
  },
})

const Sum = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: '8px 16px',
  paddingTop: 4,
  '& > output': {
    ...type.body,
    textAlign: 'end',
    fontWeight: 600,
    fontVariantNumeric: 'tabular-nums',
    paddingRight: 40,
  },
  '& small': { ...type.meta, display: 'block', fontWeight: 400, color: color.secondary },
})

/** Names the inputs of lines: which of them is which must not change when another goes. */
function useKeys(count: number) {
  const [keys, setKeys] = useState<readonly number[]>(() => Array.from({ length: count }, (_, index) => index))
  // Lines that came or went by another hand.
  const fitting = keys.length === count ? keys : Array.from({ length: count }, (_, index) => index)
  if (fitting !== keys) setKeys(fitting)
  return [fitting, setKeys] as const
}

/** The lines of an invoice, each with its total, and their sum while they are typed. */
export function LinesField({ control }: { control: InvoiceControl }) {
  const id = useId()
  const root = useRef<HTMLDivElement>(null)
  const [currency, invoiceType] = useWatch({ control, name: ['currency', 'type'] })
  const {
    field: { ref, value: lines, onChange, onBlur },
    fieldState: { error, isDirty },
  } = useController({ control, name: 'lines' })
  const [keys, setKeys] = useKeys(lines.length)
  const money = (amountMinor: number) => (currency === '' ? '' : formatMoney({ amountMinor, currency }))
  const isUnread = lines.some((line) => readLine(line, currency).totalMinor === undefined)

  const change = (index: number, part: Partial<LineValue>) =>
    onChange(lines.map((line, at) => (at === index ? { ...line, ...part } : line)))
  const focusLine = (index: number) =>
    root.current?.querySelectorAll<HTMLInputElement>('[data-description]')[index]?.focus()
  const add = () => {
    flushSync(() => {
      setKeys([...keys, Math.max(-1, ...keys) + 1])
      onChange([...lines, blankLine])
    })
    focusLine(lines.length)
  }
  const remove = (index: number) => {
    flushSync(() => {
      setKeys(keys.filter((_, at) => at !== index))
      onChange(lines.filter((_, at) => at !== index))
    })
    focusLine(Math.max(0, index - 1))
  }

  return (
    <GroupFrame id={id} name="lines" label={m.billing_lines()} isRequired error={error} isChanged={isDirty} isWide>
      <div ref={root}>
        <Heads aria-hidden="true">
          <span>{m.billing_line_description()}</span>
          <span data-end="">{m.billing_line_quantity()}</span>
          <span data-end="">{m.billing_line_unit_price()}</span>
          <span data-end="">{m.billing_line_total()}</span>
        </Heads>
        {lines.map((line, index) => {
          const issues = error ? lineIssues(line, { currency, type: invoiceType }) : {}
          const inputOf = (part: keyof LineValue, label: string) => ({
            'aria-label': m.billing_line_control({ what: label, number: index + 1 }),
            'aria-invalid': issues[part] !== undefined,
            autoComplete: 'off',
            // Where it is narrow nothing stands above.
            placeholder: label,
            value: line[part],
            onBlur,
            onChange: ({ target }: { target: HTMLInputElement }) => change(index, { [part]: target.value }),
          })
          const { totalMinor } = readLine(line, currency)
          return (
            <Line key={keys[index]}>
              <TextInput
                {...inputOf('description', m.billing_line_description())}
                ref={index === 0 ? ref : undefined}
                data-description=""
              />
              <TextInput {...inputOf('quantity', m.billing_line_quantity())} inputMode="decimal" data-number="" />
              <TextInput {...inputOf('unitPrice', m.billing_line_unit_price())} inputMode="decimal" data-number="" />
              <span data-number="">{totalMinor === undefined ? '–' : money(totalMinor)}</span>
              {lines.length > 1 ? (
                <IconButton
                  icon="close"
                  label={m.billing_remove_line({ number: index + 1 })}
                  onClick={() => remove(index)}
                />
              ) : (
                <span />
              )}
            </Line>
          )
        })}
        <Sum>
          <Button
            size="small"
            startIcon={<Icon name="plus" size={12} />}
            disabled={lines.length >= linesAtMost}
            onClick={add}
          >
            {m.billing_add_line()}
          </Button>
          <output aria-label={m.billing_invoice_total()}>
            {m.billing_sum({ amount: money(sumOf(lines, currency)) || '–' })}
            {isUnread ? <small>{m.billing_sum_incomplete()}</small> : null}
          </output>
        </Sum>
      </div>
    </GroupFrame>
  )
}
