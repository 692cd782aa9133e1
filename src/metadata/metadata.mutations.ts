import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import * as z from 'zod/mini'
import {
  attributeDefinitionSchema,
  attributeGroupSchema,
  deleteAttributeDefinition,
  deleteAttributeGroup,
  deleteLookup,
  listAttributeDefinitions,
  putAttributeDefinition,
  putAttributeGroup,
  putLookup,
  type AttributeDefinition,
  type AttributeGroup,
} from '#/contract/metadata.ts'
import type { DefinitionBody, LookupBody } from '#/contract/definition-rules.ts'
import { attributeDefinitionsQuery } from '#/customers/attributes/attribute.queries.ts'
import type { Ordered } from '#/metadata/reorder.ts'
import { api } from '#/shared/api/api.ts'
import { isApiError } from '#/shared/api/api-error.ts'

export type GroupBody = Pick<AttributeGroup, 'label' | 'displayOrder'>

/** What is to be there afterwards. Without the version that it is based on it must be new. */
export interface Put<Body> {
  key: string
  body: Body
  etag: string | undefined
}

const condition = (etag: string | undefined) => (etag === undefined ? { ifNoneMatch: '*' as const } : { ifMatch: etag })

/** Open records show what attributes are like now, too. */
const invalidates = [['metadata'], ['customers', 'attributes']] as const

const inForm = { invalidates, onFailure: 'form' } as const

export const putDefinition = async ({ key, body, etag }: Put<DefinitionBody>) =>
  api(putAttributeDefinition, { path: { name: key }, body, ...condition(etag) })
export const putGroup = async ({ key, body, etag }: Put<GroupBody>) =>
  api(putAttributeGroup, { path: { id: key }, body, ...condition(etag) })

export const saveDefinitionMutation = mutationOptions({ mutationFn: putDefinition, meta: inForm })
export const saveGroupMutation = mutationOptions({ mutationFn: putGroup, meta: inForm })
export const saveLookupMutation = mutationOptions({
  mutationFn: async ({ key, body, etag }: Put<LookupBody>) =>
    api(putLookup, { path: { name: key }, body, ...condition(etag) }),
  meta: inForm,
})

export interface Removal {
  kind: 'definition' | 'group' | 'lookup'
  key: string
  etag: string
}

export const removeMutation = mutationOptions({
  mutationFn: async ({ kind, key, etag: ifMatch }: Removal) => {
    if (kind === 'definition') return api(deleteAttributeDefinition, { path: { name: key }, ifMatch })
    if (kind === 'group') return api(deleteAttributeGroup, { path: { id: key }, ifMatch })
    return api(deleteLookup, { path: { name: key }, ifMatch })
  },
  meta: inForm,
})

/** A definition without what the API adds by itself. */
export function definitionBody(definition: AttributeDefinition): DefinitionBody {
  const { name: _name, etag: _etag, updatedAt: _updatedAt, updatedBy: _updatedBy, ...body } = definition
  return body
}

type Read<T> = T & { etag: string }

/** Puts over the version that is there: only the place is meant, whatever else somebody changed meanwhile. */
async function putPlace<T extends { displayOrder: number }>(
  item: Read<T>,
  schema: z.ZodMiniType<Read<T>>,
  displayOrder: number,
  put: (item: Read<T>) => Promise<unknown>,
): Promise<void> {
  try {
    await put({ ...item, displayOrder })
  } catch (error) {
    const current = z.safeParse(schema, isApiError(error, 'stale') ? error.problem?.current : undefined)
    if (!current.success) throw error
    await put({ ...current.data, displayOrder })
  }
}

const placed = <T extends { displayOrder: number }>(item: T, displayOrder: number | undefined): T =>
  displayOrder === undefined ? item : { ...item, displayOrder }

export interface Reordering {
  kind: 'definition' | 'group'
  places: readonly Ordered[]
}

/** Shows the new places before they are saved; without waiting, so that the next press finds them. */
export function showPlaces(client: QueryClient, { kind, places }: Reordering) {
  const { queryKey } = attributeDefinitionsQuery
  // A read that is under way would bring the old order back.
  void client.cancelQueries({ queryKey })
  const placeOf = new Map(places.map(({ key, displayOrder }) => [key, displayOrder]))
  client.setQueryData(queryKey, (data) => {
    if (!data) return data
    const { items, groups } = data
    return kind === 'definition'
      ? { groups, items: items.map((item) => placed(item, placeOf.get(item.name))) }
      : { items, groups: groups.map((item) => placed(item, placeOf.get(item.id))) }
  })
}

/** Saves the new places of definitions or groups, one after the other. */
export const reorderMutation = mutationOptions({
  mutationKey: ['reorder-metadata'],
  // One at a time: the next move is based on what the last one left.
  scope: { id: 'reorder-metadata' },
  meta: { invalidates },
  mutationFn: async ({ kind, places }: Reordering) => {
    // Not through the cache, where they stand in their new places already.
    const { items, groups } = await api(listAttributeDefinitions)
    for (const { key, displayOrder } of places) {
      const definition = items.find(({ name }) => name === key)
      const group = groups.find(({ id }) => id === key)
      if (kind === 'definition' && definition) {
        await putPlace(definition, attributeDefinitionSchema, displayOrder, async (item) =>
          putDefinition({ key, etag: item.etag, body: definitionBody(item) }),
        )
      }
      if (kind === 'group' && group) {
        await putPlace(group, attributeGroupSchema, displayOrder, async (item) =>
          putGroup({ key, etag: item.etag, body: { label: item.label, displayOrder: item.displayOrder } }),
        )
      }
    }
  },
})
