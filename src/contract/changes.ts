import * as z from 'zod/mini'
import { actorSchema, idSchema, instantSchema } from '#/contract/common.ts'
import { endpoint } from '#/contract/endpoint.ts'

/**
 * One thing that happened: ids only, never a name, email or telephone number. Who wants to know more reads the resource.
 * `type` is `<resource>.created`, `.updated` or `.deleted`, `customer.statusChanged`, `presence.changed`, or `reset`
 * (everything may have changed).
 */
export const changeEventSchema = z.object({
  /** Position in the log; grows by every event that can be read. */
  seq: z.int(),
  type: z.string(),
  resource: z.object({ type: z.string(), id: z.string() }),
  customerId: z.nullable(idSchema),
  /** Version that came of it, where the resource carries one. */
  etag: z.nullable(z.string()),
  at: instantSchema,
  /** Type and id only. */
  actor: z.pick(actorSchema, { type: true, id: true }),
  activityId: z.nullable(z.string()),
})
export type ChangeEvent = z.output<typeof changeEventSchema>

const positionSchema = z.coerce.number().check(z.int(), z.gte(0), z.lte(Number.MAX_SAFE_INTEGER))

/**
 * Without `after` no events, and as `next` the position of now. A position that the log no longer reaches back to (or never
 * had) is refused with 410.
 *
 * With `Accept: text/event-stream` the same events come as a stream: `id` is `seq`, `event` is `type`, a comment line
 * every 20 seconds; it goes on after `Last-Event-ID` (or `after`), without either it starts now. It begins with an event
 * `ready` whose `id` is the position that it starts from, or with `reset` where JSON would be refused; an event
 * `signedOut` is the last one when the session ends.
 */
export const listChanges = endpoint({
  name: 'listChanges',
  method: 'GET',
  path: '/changes',
  summary: 'The log of changes, in order; as JSON pages or as an event stream',
  tag: 'Changes',
  access: 'customer:read',
  query: z.strictObject({
    after: z.optional(positionSchema),
    limit: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(200))),
    customerId: z.optional(z.array(idSchema)),
    resourceType: z.optional(z.array(z.string())),
  }),
  responses: {
    200: z.object({
      items: z.array(changeEventSchema),
      /** Position to go on from; also when there was nothing new. */
      next: z.int(),
      hasMore: z.boolean(),
    }),
  },
  streams: changeEventSchema,
  background: true,
})
