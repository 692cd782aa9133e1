/** One number of a run. */
export interface Measure {
  what: string
  unit: 'KiB' | 'MiB' | 'ms' | 'requests' | '%'
  value: number
  /** The most that it should be. */
  bar?: number
  note?: string
}
