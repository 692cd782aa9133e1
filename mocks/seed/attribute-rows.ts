import type { Localized } from '#/contract/common.ts'
import { systemActor } from '#mocks/seed/actors.ts'
import { daysAgo } from '#mocks/seed/clock.ts'
import type { AttributeDefinitionRow, AttributeGroupRow, LookupRow } from '#server/store/rows.ts'

type DefinitionSpec = Pick<AttributeDefinitionRow, 'id' | 'dataType' | 'label'> & Partial<AttributeDefinitionRow>

/** Set up with the system, and not changed since. */
const lastChange = { updatedAt: daysAgo(400), updatedBy: systemActor }

let displayOrder = 0

function aDefinition(spec: DefinitionSpec): AttributeDefinitionRow {
  displayOrder += 10
  return {
    version: 1,
    ...lastChange,
    description: null,
    groupId: null,
    displayOrder,
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
    ...spec,
  }
}

const aGroup = (id: string, order: number, label: Localized): AttributeGroupRow => ({
  id,
  version: 1,
  ...lastChange,
  displayOrder: order,
  label,
})

export const attributeGroupRows: readonly AttributeGroupRow[] = [
  aGroup('loyalty', 10, { en: 'Loyalty', de: 'Treueprogramm', fr: 'Fidélité' }),
  aGroup('tastes', 20, { en: 'Tastes', de: 'Vorlieben' }),
  aGroup('tax', 30, { en: 'Tax and terms' }),
]

/** Every kind of attribute, with and without group, limits, default and translation. */
export const attributeDefinitionRows: readonly AttributeDefinitionRow[] = [
  aDefinition({
    id: 'loyaltyTier',
    groupId: 'loyalty',
    dataType: 'lookup',
    lookupName: 'loyaltyTier',
    label: { en: 'Loyalty tier', de: 'Treuestufe', fr: 'Niveau de fidélité' },
    description: { en: 'Counted anew every January.' },
    searchable: true,
    default: 'bronze',
  }),
  aDefinition({
    id: 'loyaltyPoints',
    groupId: 'loyalty',
    dataType: 'integer',
    label: { en: 'Loyalty points', de: 'Treuepunkte' },
    min: 0,
    max: 1_000_000,
    readOnly: true,
  }),
  aDefinition({
    id: 'memberSince',
    groupId: 'loyalty',
    dataType: 'dateTime',
    label: { en: 'Member since' },
    min: '2005-01-01T00:00:00.000Z',
  }),
  aDefinition({
    id: 'welcomeText',
    groupId: 'loyalty',
    dataType: 'text',
    multilingual: true,
    maxLength: 200,
    label: { en: 'Welcome text' },
  }),
  aDefinition({
    id: 'favouriteRoasts',
    groupId: 'tastes',
    dataType: 'lookup',
    lookupName: 'roasts',
    multiple: true,
    label: { en: 'Favourite roasts', de: 'Lieblingsröstungen' },
  }),
  aDefinition({
    id: 'allergies',
    groupId: 'tastes',
    dataType: 'text',
    multiple: true,
    maxLength: 60,
    label: { en: 'Allergies' },
  }),
  aDefinition({
    id: 'cupsPerDay',
    groupId: 'tastes',
    dataType: 'decimal',
    min: 0,
    max: 20,
    label: { en: 'Cups per day' },
  }),
  aDefinition({
    id: 'remarks',
    groupId: 'tastes',
    dataType: 'text',
    maxLength: 4000,
    label: { en: 'Remarks' },
  }),
  aDefinition({
    id: 'taxExempt',
    groupId: 'tax',
    dataType: 'boolean',
    required: true,
    default: false,
    label: { en: 'Tax exempt', de: 'Steuerbefreit' },
  }),
  aDefinition({
    id: 'contractNumber',
    groupId: 'tax',
    dataType: 'text',
    required: true,
    maxLength: 20,
    label: { en: 'Contract number' },
    description: { en: 'Asked for since 2024; older customers may lack it.' },
  }),
  aDefinition({
    id: 'creditRating',
    groupId: 'tax',
    dataType: 'decimal',
    readOnly: true,
    label: { en: 'Credit rating' },
  }),
  aDefinition({
    id: 'ledgerId',
    groupId: 'tax',
    dataType: 'integer',
    label: { en: 'Ledger id' },
    description: { en: 'May be larger than a browser can count.' },
  }),
  aDefinition({
    id: 'accountManager',
    dataType: 'entityReference',
    referenceEntity: 'customer',
    label: { en: 'Recommended by' },
  }),
  aDefinition({
    id: 'household',
    dataType: 'entityReference',
    referenceEntity: 'customer',
    multiple: true,
    label: { en: 'Household', fr: 'Foyer' },
  }),
  aDefinition({
    id: 'newsletterTopic',
    dataType: 'lookup',
    lookupName: 'closedTopics',
    label: { en: 'Newsletter topic' },
  }),
  aDefinition({
    id: 'faxConsent',
    dataType: 'boolean',
    retiredAt: daysAgo(200),
    label: { en: 'Consent to fax' },
  }),
]

function values(texts: Record<string, Localized | string>, inactive: readonly string[] = []): LookupRow['values'] {
  return Object.entries(texts).map(([value, label], index) => ({
    value,
    label: typeof label === 'string' ? { en: label } : label,
    sortOrder: index + 1,
    active: !inactive.includes(value),
  }))
}

const countriesOfOrigin = Array.from({ length: 50 }, (_, index) => [`origin-${index + 1}`, `Origin ${index + 1}`])

export const lookupRows: readonly LookupRow[] = [
  {
    id: 'loyaltyTier',
    version: 1,
    ...lastChange,
    label: { en: 'Loyalty tier' },
    active: true,
    values: values(
      {
        bronze: { en: 'Bronze', fr: 'Bronze' },
        silver: { en: 'Silver', de: 'Silber', fr: 'Argent' },
        gold: { en: 'Gold', fr: 'Or' },
        platinum: 'Platinum',
      },
      ['platinum'],
    ),
  },
  {
    id: 'roasts',
    version: 1,
    ...lastChange,
    label: { en: 'Roasts' },
    active: true,
    values: values({
      light: { en: 'Light', de: 'Hell' },
      medium: { en: 'Medium', de: 'Mittel' },
      dark: { en: 'Dark', de: 'Dunkel' },
      ...Object.fromEntries(countriesOfOrigin),
    }),
  },
  {
    id: 'closedTopics',
    version: 1,
    ...lastChange,
    label: { en: 'Newsletter topics' },
    active: false,
    values: values({ recipes: 'Recipes', events: 'Events' }),
  },
]

/** Values without definition, as an old system left them: 200 of them make the largest record. */
export function legacyValues(count: number): Record<string, string | number | boolean> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const value = [`Old value ${index + 1}`, index * 7, index % 2 === 0][index % 3] ?? null
      return [`legacy${String(index + 1).padStart(3, '0')}`, value ?? '']
    }),
  )
}
