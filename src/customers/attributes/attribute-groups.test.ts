import { describe, expect, it } from 'vitest'
import type { AttributeDefinition } from '#/contract/metadata.ts'
import { groupAttributes } from '#/customers/attributes/attribute-groups.ts'
import { localized } from '#/customers/attributes/localized.ts'

const unchanged = { updatedAt: null, updatedBy: null }

const aDefinition = (over: Partial<AttributeDefinition> & { name: string }): AttributeDefinition => ({
  etag: '"1"',
  ...unchanged,
  label: { en: over.name },
  description: null,
  groupId: null,
  displayOrder: 0,
  dataType: 'text',
  required: false,
  multiple: false,
  multilingual: false,
  searchable: false,
  readOnly: false,
  retiredAt: null,
  min: null,
  max: null,
  maxLength: null,
  default: null,
  lookupName: null,
  referenceEntity: null,
  ...over,
})
const groups = [
  { id: 'late', etag: '"1"', ...unchanged, label: { en: 'Late' }, displayOrder: 2 },
  { id: 'early', etag: '"1"', ...unchanged, label: { en: 'Early' }, displayOrder: 1 },
]

describe('groupAttributes', () => {
  it('orders groups, and attributes within them', () => {
    const shown = groupAttributes(
      [
        aDefinition({ name: 'b', groupId: 'early', displayOrder: 2 }),
        aDefinition({ name: 'a', groupId: 'early', displayOrder: 1 }),
        aDefinition({ name: 'c', groupId: 'late' }),
      ],
      groups,
      {},
    )
    expect(shown.map(({ id, attributes }) => [id, attributes.map(({ name }) => name)])).toEqual([
      ['early', ['a', 'b']],
      ['late', ['c']],
    ])
  })

  it('puts attributes without a group, or whose group is gone, together', () => {
    const shown = groupAttributes([aDefinition({ name: 'a' }), aDefinition({ name: 'b', groupId: 'gone' })], groups, {})
    expect(shown.map(({ kind, attributes }) => [kind, attributes.length])).toEqual([['ungrouped', 2]])
  })

  it('shows values whose definition is gone, and retired definitions only with a value', () => {
    const retiredAt = '2026-01-01T00:00:00.000Z'
    const shown = groupAttributes(
      [aDefinition({ name: 'empty', retiredAt }), aDefinition({ name: 'kept', retiredAt })],
      [],
      { kept: 'x', orphan: 7, cleared: null },
    )
    expect(shown.map(({ kind, attributes }) => [kind, attributes.map(({ name }) => name)])).toEqual([
      ['ungrouped', ['kept']],
      ['undefined', ['orphan']],
    ])
  })
})

describe('localized', () => {
  it('falls back from culture to language to English to any, and says which one it took', () => {
    const texts = { en: 'colour', 'fr-CA': 'couleur', de: 'Farbe' }
    expect(localized(texts, 'de')).toEqual({ text: 'Farbe', culture: 'de' })
    expect(localized(texts, 'fr-FR')).toEqual({ text: 'couleur', culture: 'fr-CA' })
    expect(localized(texts, 'ja')).toEqual({ text: 'colour', culture: 'en' })
    expect(localized({ de: 'Farbe' }, 'ja')).toEqual({ text: 'Farbe', culture: 'de' })
    expect(localized({}, 'ja')).toBeUndefined()
  })
})
