import * as z from 'zod/mini'
import { localDateSchema } from '#/contract/common.ts'
import { accountTypes, customerSorts, customerStatuses, tiers } from '#/contract/customers.ts'

/** One value or several of a repeated parameter; junk is dropped. */
const several = <T extends readonly [string, ...string[]]>(values: T) =>
  z.catch(
    z.optional(
      z.pipe(
        z.transform((raw: unknown) => [raw].flat().filter((one) => values.includes(String(one)))),
        z.array(z.enum(values)),
      ),
    ),
    undefined,
  )

const texts = z.catch(
  z.optional(
    z.pipe(
      z.transform((raw: unknown) => [raw].flat().map(String)),
      z.array(z.string().check(z.maxLength(60))),
    ),
  ),
  undefined,
)
const day = z.catch(z.optional(localDateSchema), undefined)
const sortPattern = new RegExp(`^-?(${customerSorts.join('|')})$`)

/** Filters and sort of the list as they stand in the address; the words searched for never do. */
export const customerListSearchSchema = z.object({
  sort: z.catch(z.optional(z.string().check(z.regex(sortPattern))), undefined),
  status: several(customerStatuses),
  tier: several(tiers),
  accountType: several(accountTypes),
  language: texts,
  scopeId: texts,
  registeredFrom: day,
  registeredTo: day,
})
export type CustomerListSearch = z.output<typeof customerListSearchSchema>

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** Words searched for in a list: personal data, so they are not in the address. */
    words?: string
  }
}
