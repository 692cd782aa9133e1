import * as z from 'zod/mini'
import { orderKinds } from '#/contract/order-codes.ts'

const codes = z.optional(z.array(z.string()))

const orderListViewSchema = z.object({
  sort: z.string(),
  kind: z.optional(z.array(z.enum(orderKinds))),
  status: codes,
  scopeId: codes,
  number: z.optional(z.string()),
  createdFrom: z.optional(z.string()),
  createdTo: z.optional(z.string()),
  currency: z.optional(z.string()),
  totalMin: z.optional(z.number()),
  totalMax: z.optional(z.number()),
})

/** Sort and filters of a customer's orders. */
export type OrderListView = z.output<typeof orderListViewSchema>

export const plainView: OrderListView = { sort: '-createdAt' }

/** The view as the workspace kept it; the plain one when it kept none, or one of another version. */
export const keptView = (kept: unknown): OrderListView => orderListViewSchema.safeParse(kept).data ?? plainView

/** True when rows are left out on purpose. */
export const isFiltered = (view: OrderListView) =>
  Object.entries(view).some(([name, value]) => name !== 'sort' && value !== undefined)
