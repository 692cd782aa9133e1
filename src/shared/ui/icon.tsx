import { styled } from '@mui/material/styles'

/** Outlines on a 16 px grid, drawn with round strokes of 1.5. */
const paths = {
  alert: 'M8 2 1.5 13.5h13zM8 6.5v3M8 11.75v.01',
  attachment:
    'm13.5 7.5-5.75 5.75a3.25 3.25 0 0 1-4.6-4.6l6-6a2.15 2.15 0 0 1 3.05 3.05l-6 6a1.05 1.05 0 0 1-1.5-1.5L9.75 5',
  ban: 'M14.25 8a6.25 6.25 0 1 1-12.5 0 6.25 6.25 0 0 1 12.5 0ZM3.75 3.75l8.5 8.5',
  check: 'm3 8.5 3.25 3.25L13 5',
  checkCircle: 'M14.25 8a6.25 6.25 0 1 1-12.5 0 6.25 6.25 0 0 1 12.5 0ZM5.25 8.25 7.25 10.25l3.75-4',
  chevronDown: 'm4 6 4 4 4-4',
  chevronLeft: 'm10 4-4 4 4 4',
  chevronRight: 'm6 4 4 4-4 4',
  chevronUp: 'm4 10 4-4 4 4',
  close: 'm4 4 8 8m0-8-8 8',
  copy: 'M5.5 5.5V3A1.25 1.25 0 0 1 6.75 1.75H13A1.25 1.25 0 0 1 14.25 3v6.25A1.25 1.25 0 0 1 13 10.5h-2.5M3 5.5h6.25a1.25 1.25 0 0 1 1.25 1.25V13a1.25 1.25 0 0 1-1.25 1.25H3A1.25 1.25 0 0 1 1.75 13V6.75A1.25 1.25 0 0 1 3 5.5Z',
  edit: 'M10.5 3.5 2.75 11.25 2 14l2.75-.75L12.5 5.5zM9 5l2 2M10.5 3.5l1-1a1.4 1.4 0 0 1 2 2l-1 1',
  error: 'M14.25 8a6.25 6.25 0 1 1-12.5 0 6.25 6.25 0 0 1 12.5 0ZM8 5v3.5M8 11v.01',
  external: 'M9.5 2.5h4v4M13.5 2.5 7.5 8.5M12 9.5v3a1 1 0 0 1-1 1H3.5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1h3',
  filter: 'M2 4h12M4.5 8h7M6.5 12h3',
  home: 'M2.5 7 8 2.5 13.5 7v6.5h-4v-4h-3v4h-4z',
  info: 'M14.25 8a6.25 6.25 0 1 1-12.5 0 6.25 6.25 0 0 1 12.5 0ZM8 7.5V11M8 5v.01',
  lock: 'M4.5 7V5a3.5 3.5 0 0 1 7 0v2M3.5 7h9v6.5h-9z',
  mask: 'M1.75 6.25 8 4.5l6.25 1.75v2a3 3 0 0 1-3 3c-1.75 0-2-1.25-3.25-1.25s-1.5 1.25-3.25 1.25a3 3 0 0 1-3-3zM5 7.75h.01M11 7.75h.01',
  menu: 'M2 4h12M2 8h12M2 12h12',
  more: 'M3.5 8v.01M8 8v.01M12.5 8v.01',
  orders: 'M3 5.5 8 2.5l5 3v5.5l-5 3-5-3zM3 5.5l5 3 5-3M8 8.5V14',
  pin: 'M6 2h4l-.5 4.5L12 9H4l2.5-2.5zM8 9v5',
  plus: 'M8 3v10M3 8h10',
  search: 'M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0ZM10.25 10.25 13.5 13.5',
  sortAscending: 'm4.5 7 3.5-3.5L11.5 7M8 3.5v9',
  sortDescending: 'm4.5 9 3.5 3.5L11.5 9M8 12.5v-9',
  star: 'm8 1.75 1.9 3.9 4.35.6-3.15 3 .75 4.25L8 11.5l-3.85 2 .75-4.25-3.15-3 4.35-.6z',
  tag: 'M2.5 2.5H8L13.5 8 8 13.5 2.5 8zM5.5 5.5v.01',
  trash: 'M2.5 4h11M6 4V2.5h4V4M4 4l.6 9.5h6.8L12 4M6.75 7v3.5M9.25 7v3.5',
  undo: 'M5.5 3 2.5 6l3 3M2.5 6h7a4 4 0 0 1 0 8H6',
  user: 'M10.75 5a2.75 2.75 0 1 1-5.5 0 2.75 2.75 0 0 1 5.5 0ZM2.5 14a5.5 5.5 0 0 1 11 0',
  users:
    'M8.5 5A2.25 2.25 0 1 1 4 5a2.25 2.25 0 0 1 4.5 0ZM1.5 13.5a4.75 4.75 0 0 1 9.5 0M10.5 2.9a2.25 2.25 0 0 1 0 4.2M12.25 9.6a4.75 4.75 0 0 1 2.25 3.9',
} as const

export type IconName = keyof typeof paths

const Svg = styled('svg')({
  flex: 'none',
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.5,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
})

interface Props {
  name: IconName
  /** Pixels; 16 by default. */
  size?: number
  /** Fill the shape, for stars and pins that are on. */
  filled?: boolean
}

/** Decoration only: whatever an icon says must also be said in words. */
export function Icon({ name, size = 16, filled = false }: Props) {
  return (
    <Svg viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" focusable="false">
      <path d={paths[name]} fill={filled ? 'currentColor' : 'none'} strokeWidth={name === 'more' ? 2.25 : undefined} />
    </Svg>
  )
}
