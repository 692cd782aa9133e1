import { styled } from '@mui/material/styles'
import type { OrderMonth } from '#/customers/orders/order-months.ts'
import { displayLocale } from '#/shared/format/display-locale.ts'
import { color } from '#/shared/theme/color.ts'

const height = 72
const labelHeight = 18

const Chart = styled('svg')({
  display: 'block',
  width: '100%',
  height: height + labelHeight,
  overflow: 'visible',
  '& line': { stroke: color.controlBorder, shapeRendering: 'crispEdges' },
  '& text': { fill: color.secondary, fontSize: '0.6875rem', textAnchor: 'middle' },
  '& [data-bar]': { fill: color.accent, opacity: 0.75 },
  '& g:hover [data-bar]': { opacity: 1 },
  '& [data-hit]': { fill: 'transparent' },
})

/** "Mar", and with the year where one begins. */
function monthLabel(month: string): string {
  const isJanuary = month.endsWith('-01')
  return new Intl.DateTimeFormat(displayLocale(), {
    month: 'short',
    ...(isJanuary ? { year: '2-digit' } : {}),
    timeZone: 'UTC',
  }).format(new Date(`${month}-01T00:00:00Z`))
}

interface Props {
  months: readonly OrderMonth[]
  /** What a bar says when it is pointed at. */
  describe: (month: OrderMonth) => string
}

/** Bars of one currency; decoration for the eye, the table beside it says the same. */
export function OrderMonthBars({ months, describe }: Props) {
  const most = Math.max(0, ...months.map(({ total }) => total))
  const least = Math.min(0, ...months.map(({ total }) => total))
  const scale = height / (most - least || 1)
  const base = most * scale
  const step = 100 / months.length
  const everyNth = months.length > 12 ? 3 : 1
  return (
    <Chart aria-hidden="true" focusable="false">
      {months.map((month, index) => {
        const size = Math.abs(month.total) * scale
        // A month with next to nothing differs from one with nothing.
        const shown = month.total === 0 ? 0 : Math.max(2, size)
        return (
          <g key={month.month}>
            <title>{describe(month)}</title>
            <rect data-hit="" x={`${index * step}%`} width={`${step}%`} y={0} height={height} />
            <rect
              data-bar=""
              x={`${(index + 0.2) * step}%`}
              width={`${0.6 * step}%`}
              y={month.total < 0 ? base : base - shown}
              height={shown}
              rx={2}
            />
            {(months.length - 1 - index) % everyNth === 0 && (
              <text x={`${(index + 0.5) * step}%`} y={height + 13}>
                {monthLabel(month.month)}
              </text>
            )}
          </g>
        )
      })}
      <line x1="0" x2="100%" y1={base} y2={base} />
    </Chart>
  )
}
