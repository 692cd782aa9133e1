import * as z from 'zod/mini'
import { currencySchema, languageSchema, text } from '#/contract/common.ts'
import { referenceSchema } from '#server/import/references.ts'
import { resolved, type Resource } from '#server/import/resource.ts'
import { sourceMembers } from '#server/import/resources/members.ts'
import { stableId } from '#server/import/stable-id.ts'
import { upsert } from '#server/import/upsert.ts'

const schema = z.strictObject({
  ...sourceMembers,
  name: text(100),
  parent: z.optional(z.nullable(referenceSchema)),
  currency: currencySchema,
  languages: z.optional(z.array(languageSchema)),
})
export type ScopeInput = z.output<typeof schema>

/** Scopes one by one, since one may be the parent of the next. */
export const scopes: Resource<ScopeInput> = {
  schema,
  keyOf: ({ sourceSystem, externalId }) => `${sourceSystem}\n${externalId}`,
  async write(context, entries) {
    for (const entry of entries) {
      const [found] = await resolved(
        context,
        [entry],
        [{ collection: 'scopes', member: 'parent', of: ({ parent }) => [parent] }],
      )
      if (!found) continue
      await upsert(context, 'scopes', [found], ({ input, hash }, before) => ({
        id: before?.id ?? stableId('scopes', input.sourceSystem, input.externalId),
        name: input.name,
        parentId: input.parent ? (context.references.idOf('scopes', input.parent) ?? null) : null,
        currency: input.currency,
        languages: input.languages ?? [],
        sourceSystem: input.sourceSystem,
        externalId: input.externalId,
        importHash: hash,
      }))
    }
  },
}
