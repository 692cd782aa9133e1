/** One number of a run. */
export interface Measure {
  what: string
  unit: 'KiB' | 'MiB' | 'ms' | 'requests' | 'nodes' | '%'
  value: number
  /** The most that it should be. */
  bar?: number
  note?: string
}
