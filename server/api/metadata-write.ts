import type { Schema } from '#/contract/endpoint.ts'
import { changesOf, recordActivity } from '#server/api/activity.ts'
import { created, done, ok } from '#server/api/answer.ts'
import type { Answer } from '#server/api/answer.ts'
import type { WriteCall } from '#server/api/call.ts'
import { touched } from '#server/api/entity-row.ts'
import { notFound } from '#server/api/refusal.ts'
import type { Rows } from '#server/store/rows.ts'

type Collection = 'attributeDefinitions' | 'lookups' | 'attributeGroups'

/** What is no news in an activity. */
const bookkeeping = new Set(['id', 'version', 'updatedAt', 'updatedBy'])

/** A row without what every write sets by itself. */
type Members<C extends Collection> = Omit<Rows[C], 'version' | 'updatedAt' | 'updatedBy'>

interface Kind<C extends Collection, Wire> {
  collection: C
  /** As activities name it. */
  subject: string
  path: string
  schema: Schema
  wireOf: (row: Rows[C]) => Wire
}

/** Creates, changes and deletes rows of metadata, each of which is found by the name that its path gives. */
export function metadataWriter<C extends Collection, Wire extends { etag: string }>(kind: Kind<C, Wire>) {
  const record = async (call: WriteCall, id: string, verb: string, before: object, after: object) => {
    const { changes } = changesOf<object>(before, after)
    await recordActivity(call, {
      customerId: null,
      kind: `${kind.subject}${verb}`,
      group: 'attributes',
      subject: { type: kind.subject, id, label: id },
      changes: changes.filter(({ field }) => !bookkeeping.has(field)),
    })
  }

  return {
    /** The row as it is, if it is there and the conditions of the request hold. */
    async match(call: WriteCall, id: string): Promise<{ id: string; before: Rows[C] | undefined }> {
      const before = await call.store.lock(kind.collection, id)
      const current = before && kind.wireOf(before)
      if (call.endpoint.method === 'PUT') {
        call.preconditions.requireMatchOrAbsence(current, kind.schema)
      } else {
        if (!current) throw notFound()
        call.preconditions.requireMatch(current, kind.schema)
      }
      return { id, before }
    },

    /** 201 when it was not there; a change that changes nothing leaves the version alone. */
    async put(call: WriteCall, before: Rows[C] | undefined, members: Members<C>): Promise<Answer<Wire>> {
      if (!before) {
        const row = { ...members, ...touched(call, { version: 0 }) } as Rows[C]
        await call.store.insert(kind.collection, [row])
        const nothing = Object.fromEntries(Object.keys(row).map((member) => [member, null]))
        await record(call, row.id, 'Created', nothing, row)
        return created(kind.wireOf(row), `${kind.path}/${row.id}`)
      }
      if (changesOf<object>(before, members).changes.length === 0) return ok(kind.wireOf(before))
      const next = { ...before, ...members, ...touched(call, before) }
      await call.store.update(kind.collection, next.id, next)
      await record(call, next.id, 'Changed', before, next)
      return ok(kind.wireOf(next))
    },

    async remove(call: WriteCall, before: Rows[C] | undefined): Promise<Answer<null>> {
      if (!before) throw notFound()
      await call.store.remove(kind.collection, before.id)
      await record(call, before.id, 'Deleted', {}, {})
      return done()
    },
  }
}
