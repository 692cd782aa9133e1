import * as z from 'zod/mini'
import { currencySchema, idSchema, localDateSchema } from '#/contract/common.ts'

const list = (keep: (value: string) => boolean) => z.transform((raw: unknown) => [raw].flat().map(String).filter(keep))

/** One value or several of a repeated search parameter; junk is dropped. */
export const choiceParam = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.catch(
    z.optional(
      z.pipe(
        list((value) => values.includes(value)),
        z.array(z.enum(values)).check(z.minLength(1)),
      ),
    ),
    undefined,
  )

/** Ids or open codes, one or several. */
export const codesParam = z.catch(
  z.optional(
    z.pipe(
      list((value) => value.length <= 60),
      z.array(z.string()).check(z.minLength(1)),
    ),
  ),
  undefined,
)

export const dayParam = z.catch(z.optional(localDateSchema), undefined)

export const currencyParam = z.catch(z.optional(currencySchema), undefined)

/** The id of something. */
export const idParam = z.catch(z.optional(idSchema), undefined)

/** A whole number. */
export const wholeParam = z.catch(z.optional(z.coerce.number().check(z.int())), undefined)

const words = new Map([
  ['true', true],
  ['false', false],
])
/** `true` or `false`; anything else is no filter. */
export const yesParam = z.optional(
  z.pipe(
    z.transform((raw: unknown) => words.get(String(raw))),
    z.optional(z.boolean()),
  ),
)

/** `-a` over a fixed list of fields; anything else is the default sort. */
export const sortSearchParam = (fields: readonly string[]) =>
  z.catch(z.optional(z.string().check(z.regex(new RegExp(`^-?(${fields.join('|')})$`)))), undefined)
