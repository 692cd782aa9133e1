import { readFile, writeFile } from 'node:fs/promises'
import { arch, cpus, loadavg, platform, totalmem } from 'node:os'
import type { Measure } from '#tests/bench/measure.ts'

export interface Run {
  at: string
  machine: {
    processor: string
    cores: number
    memoryGiB: number
    system: string
    node: string
    chromium: string
    /** Processes that wanted to run, over the last minute: at the beginning and at the end. */
    load: [number, number]
  }
  measures: Measure[]
}

export const loadNow = (): number => round(loadavg()[0] ?? 0)

const round = (value: number) => Number(value.toFixed(value < 10 ? 2 : 1))

export function describeMachine(chromium: string, loadAtStart: number): Run['machine'] {
  return {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 1024 ** 3),
    system: `${platform()} ${arch()}`,
    node: process.version,
    chromium,
    load: [loadAtStart, loadNow()],
  }
}

/** The run before this one, if there was any. */
export async function lastRun(file: string): Promise<Run | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Run
  } catch {
    return undefined
  }
}

export async function keepRun(file: string, run: Run): Promise<void> {
  const measures = run.measures.map((measure) => ({ ...measure, value: round(measure.value) }))
  await writeFile(file, `${JSON.stringify({ ...run, measures }, null, 2)}\n`)
}

export const isOver = ({ value, bar }: Measure): boolean => bar !== undefined && !(value <= bar)

function rowOf(measure: Measure, before: Run | undefined): string[] {
  const { what, unit, value, bar } = measure
  const last = before?.measures.find((other) => other.what === what)?.value
  return [
    what,
    bar === undefined ? '' : `≤ ${bar} ${unit}`,
    `${round(value)} ${unit}`,
    last === undefined ? '–' : `${round(last)} ${unit}`,
    bar === undefined ? '' : isOver(measure) ? 'over' : 'ok',
  ]
}

/** The run as a table, and in words what is over its bar. */
export function report(run: Run, before: Run | undefined): string {
  const { machine, measures } = run
  const rows = [['what', 'bar', 'measured', 'last run', ''], ...measures.map((measure) => rowOf(measure, before))]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const table = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  const over = measures.filter(isOver).map(({ what }) => what)
  return [
    `${machine.processor}, ${machine.cores} cores, load ${machine.load.join(' to ')}, Node ${machine.node}, Chromium ${machine.chromium}`,
    '',
    ...table,
    '',
    over.length === 0 ? 'Everything is within its bar.' : `Over its bar: ${over.join('; ')}.`,
    ...(Math.max(...machine.load) > machine.cores
      ? ['The machine was busy with other things: times are too high.']
      : []),
  ].join('\n')
}
