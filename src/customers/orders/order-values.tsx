import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import { memo, useState } from 'react'
import type { OrderValue } from '#/contract/orders.ts'
import { orderValuesQuery } from '#/customers/orders/customer-order.queries.ts'
import { OrderMonthBars } from '#/customers/orders/order-month-bars.tsx'
import { orderMonths, usedCurrencies, type OrderMonth } from '#/customers/orders/order-months.ts'
import { isApiError } from '#/shared/api/api-error.ts'
import { displayLocale } from '#/shared/format/display-locale.ts'
import { formatMoney } from '#/shared/format/format-money.ts'
import { formatQuantity } from '#/shared/format/format-quantity.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { narrow } from '#/shared/theme/tokens.ts'
import { Button } from '#/shared/ui/button.tsx'
import { SelectInput } from '#/shared/ui/control.ts'
import { VisuallyHidden } from '#/shared/ui/visually-hidden.tsx'

const Root = styled('div')({
  position: 'relative',
  display: 'grid',
  gridTemplateColumns: '220px minmax(0, 1fr)',
  gap: '8px 24px',
  alignItems: 'end',
  [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
})
const Legend = styled('div')({
  ...type.table,
  display: 'grid',
  gap: 4,
  alignSelf: 'start',
  '& > h3': { ...type.table, fontWeight: 600 },
  '& > p': { fontVariantNumeric: 'tabular-nums' },
  '& > small': { ...type.meta, color: color.secondary },
})
const Choices = styled('div')({ display: 'flex', gap: 8, '& > select': { width: 'auto' } })
const Said = styled('p')({ ...type.table, color: color.secondary })

const periods = [12, 24] as const

/** What a customer ordered by month, one currency at a time: amounts of several are never added up. */
export const OrderValues = memo(function OrderValues({ customerId }: { customerId: string }) {
  const query = useQuery(orderValuesQuery(customerId))
  if (query.data) return <ValueChart values={query.data} />
  if (!query.isError) return null
  if (isApiError(query.error, 'forbidden')) return <Said>{m.orders_value_forbidden()}</Said>
  return (
    <Said role="alert">
      {m.orders_value_failed()}{' '}
      <Button variant="text" disabled={query.isFetching} onClick={() => void query.refetch()}>
        {m.common_retry()}
      </Button>
    </Said>
  )
})

function ValueChart({ values }: { values: readonly OrderValue[] }) {
  const currencies = usedCurrencies(values)
  const [chosen, setCurrency] = useState<string>()
  const [period, setPeriod] = useState<number>(periods[0])
  const currency = chosen ?? currencies[0]
  if (currency === undefined) return <Said>{m.orders_value_none()}</Said>

  const months = orderMonths(values, currency, period)
  const money = (amountMinor: number) => formatMoney({ amountMinor, currency })
  const counted = (count: number) => ({ count, shown: formatQuantity(count) })
  const sum = months.reduce((all, { total }) => all + total, 0)
  const orders = months.reduce((all, { count }) => all + count, 0)
  const describe = ({ month, total, count }: OrderMonth) =>
    m.orders_value_bar({ ...counted(count), month: monthName(month), total: money(total) })
  return (
    <Root>
      <Legend>
        <h3>{m.orders_value_title()}</h3>
        <p>{m.orders_value_sum({ ...counted(orders), total: money(sum) })}</p>
        <Choices>
          {currencies.length > 1 && (
            <SelectInput
              aria-label={m.orders_filter_currency()}
              value={currency}
              onChange={({ target }) => setCurrency(target.value)}
            >
              {currencies.map((code) => (
                <option key={code}>{code}</option>
              ))}
            </SelectInput>
          )}
          <SelectInput
            aria-label={m.orders_value_period()}
            value={period}
            onChange={({ target }) => setPeriod(Number(target.value))}
          >
            {periods.map((count) => (
              <option key={count} value={count}>
                {m.orders_value_last({ count })}
              </option>
            ))}
          </SelectInput>
        </Choices>
        <small>{m.orders_value_note()}</small>
      </Legend>
      <OrderMonthBars months={months} describe={describe} />
      <VisuallyHidden as="div">
        <MonthTable months={months} money={money} />
      </VisuallyHidden>
    </Root>
  )
}

function MonthTable({ months, money }: { months: readonly OrderMonth[]; money: (amount: number) => string }) {
  return (
    <table aria-label={m.orders_value_title()}>
      <thead>
        <tr>
          <th scope="col">{m.orders_value_month()}</th>
          <th scope="col">{m.orders_value_total()}</th>
          <th scope="col">{m.orders_value_orders()}</th>
        </tr>
      </thead>
      <tbody>
        {months.map(({ month, total, count }) => (
          <tr key={month}>
            <th scope="row">{monthName(month)}</th>
            <td>{money(total)}</td>
            <td>{formatQuantity(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const monthName = (month: string) =>
  new Intl.DateTimeFormat(displayLocale(), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  )
