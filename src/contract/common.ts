import * as z from 'zod/mini'

/** Opaque id: `[0-9a-z-]{1,16}`; never holds `.` or `_`, which separate open records in the address. */
export const idSchema = z.string().check(z.regex(/^[0-9a-z-]{1,16}$/))

/** RFC 3339, UTC, with Z. */
export const instantSchema = z.iso.datetime()
export const localDateSchema = z.iso.date()

export const currencySchema = z.string().check(z.regex(/^[A-Z]{3}$/))

/** Integer minor units of an ISO 4217 currency; never added up across currencies. */
export const moneySchema = z.object({ amountMinor: z.int(), currency: currencySchema })
export type Money = z.output<typeof moneySchema>

/** ISO 3166-1 alpha-2. */
export const countryCodeSchema = z.string().check(z.regex(/^[A-Z]{2}$/))
/** ISO 3166-2, e.g. `CA-QC`. */
export const regionCodeSchema = z.string().check(z.regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/))
/** BCP 47. */
export const languageSchema = z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/))

/** Open code: shown as it is when the catalogue does not know it. */
export const codeSchema = z.string().check(z.minLength(1), z.maxLength(60))

/** Culture to text, with fallback to another culture when the asked-for one is missing. */
export const localizedSchema = z.record(z.string(), z.string())
export type Localized = z.output<typeof localizedSchema>

export const actorTypes = ['customer', 'staff', 'system', 'api', 'importer'] as const
export const actorSchema = z.object({
  type: z.enum(actorTypes),
  id: z.nullable(z.string()),
  displayName: z.nullable(z.string()),
})
export type Actor = z.output<typeof actorSchema>

/** Who changed it last and when; `null` for what has not changed since before this was written down. */
export const lastChangeMembers = { updatedAt: z.nullable(instantSchema), updatedBy: z.nullable(actorSchema) }

/** Members that every stored entity carries. */
export const entityMembers = {
  id: idSchema,
  etag: z.string(),
  createdAt: instantSchema,
  createdBy: actorSchema,
  updatedAt: instantSchema,
  updatedBy: actorSchema,
  sourceSystem: z.nullable(z.string()),
  externalId: z.nullable(z.string()),
}

/** Free text of one line, trimmed; 1 to `max` characters. */
export const text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max))

/** A patchable member: absent leaves it, `null` clears it. */
export const clearable = <S extends z.ZodMiniType>(schema: S) => z.optional(z.nullable(schema))

/** `true` or `false` in a query string. */
export const flag = () => z.stringbool({ truthy: ['true'], falsy: ['false'], case: 'sensitive' })

/** `sort=-a,b` over a fixed list of fields. */
export function sortParam(fields: readonly string[]) {
  const field = `-?(${fields.join('|')})`
  return z.optional(z.string().check(z.regex(new RegExp(`^${field}(,${field})*$`))))
}

/** Paging parameters that every list has. */
export const pagingMembers = {
  limit: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(200))),
  cursor: z.optional(z.string().check(z.maxLength(2000))),
  count: z.optional(flag()),
}

export const totalSchema = z.object({ value: z.int(), relation: z.enum(['eq', 'gte']) })
export type Total = z.output<typeof totalSchema>

/** `{items, next?, total?}`: the one shape of every list. */
export const pageOf = <S extends z.ZodMiniType>(item: S) =>
  z.object({ items: z.array(item), next: z.optional(z.string()), total: z.optional(totalSchema) })

export interface Page<T> {
  items: T[]
  next?: string | undefined
  total?: Total | undefined
}
