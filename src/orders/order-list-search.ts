import * as z from 'zod/mini'

/** Filters and sort of the orders list as they stand in the address. */
export const orderListSearchSchema = z.object({
  sort: z.catch(z.optional(z.string()), undefined),
})
