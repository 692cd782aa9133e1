import * as z from 'zod/mini'

const codes = z.optional(z.array(z.string()))

const cartListViewSchema = z.object({ sort: z.string(), type: codes, scopeId: codes })

/** Sort and filters of a customer's carts. */
export type CartListView = z.output<typeof cartListViewSchema>

const plainView: CartListView = { sort: '-createdAt' }

/** The view as the workspace kept it; the plain one when it kept none, or one of another version. */
export const keptView = (kept: unknown): CartListView => cartListViewSchema.safeParse(kept).data ?? plainView

/** True when rows are left out on purpose. */
export const isFiltered = ({ type, scopeId }: CartListView) => type !== undefined || scopeId !== undefined

/** Ids of the carts whose lines were open. */
export const keptIds = (kept: unknown): readonly string[] => z.array(z.string()).safeParse(kept).data ?? []
