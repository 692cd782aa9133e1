import { bigint, boolean, customType, date, doublePrecision, integer } from 'drizzle-orm/pg-core'

/** Text in byte order, so that every server and the memory store sort and compare alike. */
const bytewiseText = customType<{ data: string; driverData: string }>({ dataType: () => 'text collate "C"' })

/** `2026-01-31 09:08:07.12+00` as a server in any time zone writes it → `2026-01-31T09:08:07.120Z`. */
export function instantFromSql(value: string): string {
  const [, day, time, fraction = ''] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?\+00$/.exec(value) ?? []
  if (day && time) return `${day}T${time}.${fraction.padEnd(3, '0')}Z`
  return new Date(value.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString()
}

const preciseInstant = customType<{ data: string; driverData: string }>({
  dataType: () => 'timestamptz(3)',
  fromDriver: instantFromSql,
})

const textList = customType<{ data: string[]; driverData: string[] }>({ dataType: () => 'text[]' })

/** Both drivers parse JSON themselves; parsing a second time would turn the text "12" into a number. */
const parsedJson = customType<{ data: unknown; driverData: unknown }>({
  dataType: () => 'jsonb',
  toDriver: (value) => JSON.stringify(value),
})

/*
 * What a column can be. Each takes the name of the column; those that may be missing are `…OrNull`.
 */
export const key = (name: string) => bytewiseText(name).primaryKey()
export const words = (name: string) => bytewiseText(name).notNull()
export const wordsOrNull = (name: string) => bytewiseText(name)
export const code =
  <T extends string>() =>
  (name: string) =>
    bytewiseText(name).$type<T>().notNull()
export const instant = (name: string) => preciseInstant(name).notNull()
export const instantOrNull = (name: string) => preciseInstant(name)
export const dayOrNull = (name: string) => date(name, { mode: 'string' })
export const flag = (name: string) => boolean(name).notNull()
export const whole = (name: string) => integer(name).notNull()
export const wholeOrNull = (name: string) => integer(name)
export const position = (name: string) => bigint(name, { mode: 'number' }).notNull()
export const amount = (name: string) => bigint(name, { mode: 'number' }).notNull()
export const amountOrNull = (name: string) => bigint(name, { mode: 'number' })
export const decimal = (name: string) => doublePrecision(name).notNull()
export const decimalOrNull = (name: string) => doublePrecision(name)
export const list =
  <T extends string = string>() =>
  (name: string) =>
    textList(name).$type<T[]>().notNull()
export const json =
  <T>() =>
  (name: string) =>
    parsedJson(name).$type<T>().notNull()
export const jsonOrNull =
  <T>() =>
  (name: string) =>
    parsedJson(name).$type<T>()

type ColumnKinds = Record<string, (name: string) => unknown>
type Columns<K extends ColumnKinds> = { [N in keyof K]: ReturnType<K[N]> }

/** `storeLocations` → `store_locations` */
export const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Columns named as the members, in snake case. */
export function columns<K extends ColumnKinds>(kinds: K): Columns<K> {
  return Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [name, kind(snakeCase(name))])) as Columns<K>
}
