import type { PgColumn } from 'drizzle-orm/pg-core'
import { storableText } from '#server/store/storable.ts'
import type { Scalar } from '#server/store/store.ts'

/** The type that a value compared with the column is sent as. */
export function parameterType(column: PgColumn): string {
  const type = column.getSQLType()
  if (isText(column)) return 'text'
  return type === 'integer' ? 'bigint' : type
}

/** Whether the column holds one text. */
export const isText = (column: PgColumn) => column.getSQLType().startsWith('text collate')

const isInstant = (column: PgColumn) => column.getSQLType().startsWith('timestamptz')

/** The value as the column could hold it; nothing when it never equals one of its values. */
export function comparable(column: PgColumn, value: Scalar): string | number | boolean | undefined {
  switch (parameterType(column)) {
    case 'text':
      return typeof value === 'string' ? storableText(value) : undefined
    case 'bigint':
      return Number.isSafeInteger(value) ? (value ?? undefined) : undefined
    case 'double precision':
      return Number.isFinite(value) ? (value ?? undefined) : undefined
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined
    default:
      if (typeof value !== 'string') return undefined
      return isInstant(column) ? instantOf(value) : value
  }
}

/** Also takes days, which begin at midnight UTC. */
function instantOf(value: string): string | undefined {
  const time = Date.parse(value)
  return Number.isNaN(time) ? undefined : new Date(time).toISOString()
}
