import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CustomerAttributes } from '#/contract/attributes.ts'
import type { AttributeDefinition, AttributeGroup, Lookup } from '#/contract/metadata.ts'
import type { Problem } from '#/contract/problem.ts'
import { aCustomer, aDefinition, aLookup, anAttributeGroup } from '#tests/builders.ts'
import { refusal } from '#tests/contract/client.ts'
import type { Client } from '#tests/contract/client.ts'
import type { Target } from '#tests/contract/target.ts'
import { targets } from '#tests/contract/targets.ts'

const value = (name: string, active = true) => ({ value: name, label: { en: name }, sortOrder: 1, active })
const group = anAttributeGroup({ id: 'service' })
const definitions = [
  aDefinition({ id: 'nickname', maxLength: 10, groupId: group.id }),
  aDefinition({ id: 'tagline', multilingual: true }),
  aDefinition({ id: 'children', dataType: 'integer', min: 0, max: 20 }),
  aDefinition({ id: 'barcode', dataType: 'integer' }),
  aDefinition({ id: 'rating', dataType: 'decimal', min: 0.5 }),
  aDefinition({ id: 'newsletter', dataType: 'boolean', required: true }),
  aDefinition({ id: 'contractEnd', dataType: 'dateTime', min: '2026-01-01T00:00:00Z' }),
  aDefinition({ id: 'loyalty', dataType: 'lookup', lookupName: 'tiers' }),
  aDefinition({ id: 'hobbies', dataType: 'lookup', lookupName: 'tiers', multiple: true }),
  aDefinition({ id: 'twin', dataType: 'entityReference', referenceEntity: 'customer' }),
  aDefinition({ id: 'imported', readOnly: true }),
  aDefinition({ id: 'former', retiredAt: '2026-01-01T00:00:00.000Z' }),
]

describe.each(targets)('custom attributes on $name', ({ open }) => {
  let target: Target
  let admin: Client
  beforeAll(async () => {
    target = await open()
    admin = target.as('systemAdministrator')
    await target.insert({
      attributeGroups: [group],
      lookups: [aLookup({ id: 'tiers', values: [value('gold'), value('silver'), value('bronze', false)] })],
      attributeDefinitions: definitions,
    })
  })
  afterAll(async () => target.close())

  async function owner(values: CustomerAttributes['values'] = {}) {
    const customer = aCustomer()
    const hasValues = Object.keys(values).length > 0
    await target.insert({
      customers: [customer],
      customerAttributes: hasValues ? [{ id: customer.id, version: 1, updatedAt: null, updatedBy: null, values }] : [],
    })
    const at = `/customers/${customer.id}/attributes`
    const patch = async (changed: object, ifMatch = '*') =>
      admin.patch<CustomerAttributes>(at, { values: changed }, { ifMatch })
    return { customer, at, patch }
  }

  it('begins without values, keeps what is set and forgets what is cleared', async () => {
    const { customer, at, patch } = await owner()
    expect((await admin.get(at)).body).toMatchObject({ etag: '"0"', values: {}, updatedBy: customer.createdBy })
    const valid = {
      nickname: 'Ady',
      tagline: { en: 'Hello', 'fr-CA': 'Allô' },
      children: '9',
      barcode: '9007199254740993',
      rating: 4.5,
      newsletter: false,
      contractEnd: '2027-01-01T00:00:00Z',
      loyalty: 'gold',
      hobbies: ['silver', 'gold'],
      twin: { entityType: 'customer', id: customer.id, label: 'Ada' },
    }
    expect((await patch(valid, '"0"')).body).toMatchObject({ etag: '"1"', values: valid, updatedBy: { type: 'staff' } })
    expect((await patch({ nickname: null, former: null }, '"1"')).body.values).not.toHaveProperty('nickname')
    expect((await patch({ rating: 4.5, hobbies: ['silver', 'gold'] }, '"2"')).body.etag).toBe('"2"')
    expect((await patch({ rating: 5 }, '"1"')).status).toBe(412)
    const { rows } = await target.store.find('activities', {
      where: { op: 'in', field: 'customerId', values: [customer.id] },
    })
    expect(rows.map(({ kind, changes }) => `${kind} ${changes.length}`).toSorted()).toEqual([
      'attributesChanged 1',
      'attributesChanged 10',
    ])
  })

  it.each<[object, string]>([
    [{ shoeSize: 4 }, '/values/shoeSize: unrecognized'],
    [{ imported: 'x' }, '/values/imported: read-only'],
    [{ former: 'x' }, '/values/former: retired'],
    [{ nickname: 'Adalberta the First' }, '/values/nickname: too-long'],
    [{ nickname: '' }, '/values/nickname: too-short'],
    [{ nickname: ['Ady'] }, '/values/nickname: wrong-type'],
    [{ nickname: '4111111111111111' }, '/values/nickname: card-number'],
    [{ tagline: 'Hello' }, '/values/tagline: wrong-type'],
    [{ tagline: { English: 'Hello' } }, '/values/tagline/English: not-allowed'],
    [{ children: 1.5 }, '/values/children: wrong-type'],
    [{ children: 21 }, '/values/children: too-big'],
    [{ rating: 0.25 }, '/values/rating: too-small'],
    [{ newsletter: 'yes' }, '/values/newsletter: wrong-type'],
    [{ contractEnd: '2025-12-31T23:59:59Z' }, '/values/contractEnd: too-small'],
    [{ contractEnd: 'soon' }, '/values/contractEnd: wrong-type'],
    [{ loyalty: 'platinum' }, '/values/loyalty: not-allowed'],
    [{ loyalty: 'bronze' }, '/values/loyalty: inactive'],
    [{ hobbies: 'gold' }, '/values/hobbies: wrong-type'],
    [{ hobbies: ['gold', 'platinum'] }, '/values/hobbies/1: not-allowed'],
    [{ twin: { entityType: 'store', id: 's1', label: 'x' } }, '/values/twin/entityType: not-allowed'],
  ])('refuses %j', async (values, error) => {
    const { patch } = await owner()
    expect(refusal(await patch(values))).toEqual({ status: 422, type: 'validation', errors: [error] })
  })

  it('keeps what can no longer be chosen, and asks for required values only when they are touched', async () => {
    const { patch } = await owner({ loyalty: 'bronze', hobbies: ['bronze'], newsletter: true, orphan: 'x' })
    expect((await patch({ loyalty: 'bronze', hobbies: ['gold', 'bronze'], orphan: 'x' })).status).toBe(200)
    expect(refusal(await patch({ newsletter: null })).errors).toEqual(['/values/newsletter: required'])
  })

  describe('and their metadata', () => {
    const body = (over: object = {}) => {
      const { id: _id, version: _version, updatedAt: _at, updatedBy: _by, ...members } = aDefinition({ id: 'any' })
      return { ...members, ...over }
    }
    const at = '/metadata/customer-attributes'

    it('creates only what is not there, changes only what is', async () => {
      const path = `${at}/colour`
      expect((await admin.put(path, body())).status).toBe(428)
      expect((await admin.put(path, body(), { ifMatch: '"1"' })).status).toBe(412)
      const { status, headers, body: made } = await admin.put<AttributeDefinition>(path, body(), { ifNoneMatch: '*' })
      expect([status, headers.get('location'), made]).toMatchObject([
        201,
        `/api/v1${path}`,
        { name: 'colour', etag: '"1"' },
      ])
      expect((await admin.put<Problem>(path, body(), { ifNoneMatch: '*' })).body.current).toEqual(made)
      expect((await admin.put<AttributeDefinition>(path, body(), { ifMatch: '"1"' })).body.etag).toBe('"1"')
      expect(
        (await admin.put<AttributeDefinition>(path, body({ displayOrder: 3 }), { ifMatch: '"1"' })).body.etag,
      ).toBe('"2"')
      expect((await admin.remove(path, { ifMatch: '"2"' })).status).toBe(204)
      expect((await admin.remove(path, { ifMatch: '*' })).status).toBe(404)
    })

    it.each<[object, string[]]>([
      [{ dataType: 'lookup' }, ['/lookupName: required']],
      [{ lookupName: 'tiers' }, ['/lookupName: not-allowed']],
      [{ dataType: 'lookup', lookupName: 'gone' }, ['/lookupName: not-found']],
      [{ groupId: 'gone' }, ['/groupId: not-found']],
      [{ dataType: 'integer', min: 5, max: 1 }, ['/max: too-small']],
      [{ min: 5 }, ['/min: not-allowed']],
      [{ dataType: 'boolean', default: 'yes' }, ['/default: wrong-type']],
      [{ multilingual: true, multiple: true }, ['/multiple: not-allowed']],
      [{ label: {} }, ['/label: required']],
    ])('refuses a definition with %j', async (over, errors) => {
      expect(refusal(await admin.put(`${at}/never`, body(over), { ifNoneMatch: '*' })).errors).toEqual(errors)
    })

    it('changes no type and deletes nothing that is in use', async () => {
      await owner({ rating: 3, loyalty: 'gold' })
      const used = { status: 409, type: 'in-use' }
      expect(refusal(await admin.put(`${at}/rating`, body(), { ifMatch: '*' }))).toEqual(used)
      expect(refusal(await admin.remove(`${at}/rating`, { ifMatch: '*' }))).toEqual(used)
      expect(refusal(await admin.remove('/metadata/lookups/tiers', { ifMatch: '*' }))).toEqual(used)
      expect(refusal(await admin.remove(`/metadata/attribute-groups/${group.id}`, { ifMatch: '*' }))).toEqual(used)
      const without = { label: { en: 'Tiers' }, active: true, values: [value('silver'), value('bronze')] }
      expect(refusal(await admin.put('/metadata/lookups/tiers', without, { ifMatch: '*' }))).toEqual(used)
      const off = { ...without, values: [value('gold', false), ...without.values] }
      expect((await admin.put<Lookup>('/metadata/lookups/tiers', off, { ifMatch: '*' })).body.etag).toBe('"2"')
      const twice = { ...off, values: [...off.values, value('silver')] }
      expect(refusal(await admin.put('/metadata/lookups/tiers', twice, { ifMatch: '*' })).errors).toEqual([
        '/values/3/value: duplicate',
      ])
    })

    it('lists definitions with their groups in order', async () => {
      await admin.put(
        '/metadata/attribute-groups/first',
        { label: { en: 'First' }, displayOrder: 0 },
        { ifNoneMatch: '*' },
      )
      const { body: all } = await admin.get<{ items: AttributeDefinition[]; groups: AttributeGroup[] }>(at)
      expect(all.groups.map(({ id }) => id)).toEqual(['first', 'service'])
      expect(all.items.map(({ name }) => name)).toEqual(expect.arrayContaining(definitions.map(({ id }) => id)))
    })
  })
})
