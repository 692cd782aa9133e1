import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

/** Has 10,000 orders in the demo data. */
export const heavyId = 'heavy'
export const addressCount = 1000
export const activityCount = 50_000
const attributeCount = 200

const root = resolve(import.meta.dirname, '..', '..')
const sourceSystem = 'bench'
const groupCount = 10

const indexes = (count: number) => Array.from({ length: count }, (_, index) => index)

const groups = indexes(groupCount).map((index) => ({
  id: `bench-${index}`,
  label: { en: `Group ${index + 1}` },
  displayOrder: 100 + index,
}))

/** What an attribute of a kind looks like, and the value of one of them. */
const kinds = [
  { members: { dataType: 'text' }, valueOf: (index: number) => `Remark ${index} that somebody typed` },
  { members: { dataType: 'integer' }, valueOf: (index: number) => index * 1000 },
  { members: { dataType: 'decimal' }, valueOf: (index: number) => index + 0.25 },
  { members: { dataType: 'boolean' }, valueOf: (index: number) => index % 2 === 0 },
  {
    members: { dataType: 'text', multilingual: true },
    valueOf: (index: number) => ({ en: `Welcome ${index}`, de: `Willkommen ${index}` }),
  },
]

const attributes = indexes(attributeCount).flatMap((index) => {
  const kind = kinds[index % kinds.length]
  if (!kind) return []
  const name = `bench${index}`
  const groupId = `bench-${index % groupCount}`
  const definition = { name, label: { en: `Attribute ${index + 1}` }, groupId, displayOrder: index, ...kind.members }
  return [{ definition, value: kind.valueOf(index) }]
})

const addresses = indexes(addressCount).map((index) => ({
  sourceSystem,
  externalId: `door-${index}`,
  customer: { id: heavyId },
  name: `Door ${index + 1}`,
  firstName: 'Hedda',
  lastName: 'Heavy',
  line1: `${index + 1} Door Street`,
  city: 'Denver',
  regionCode: 'US-CO',
  postalCode: String(80_201 + (index % 90)),
  countryCode: 'US',
}))

/** What happens to customers: kind and group. */
const happenings = [
  ['detailsChanged', 'account'],
  ['addressChanged', 'addresses'],
  ['orderPlaced', 'orders'],
  ['noteAdded', 'notes'],
  ['subscriptionCharged', 'subscriptions'],
  ['paymentReceived', 'payments'],
] as const
const actors = ['customer', 'system', 'api'] as const
/** The newest of the entries; the others are ten minutes apart. */
const newest = Date.parse('2026-11-15T09:00:00.000Z')
const tenMinutes = 600_000

const activities = indexes(activityCount).map((index) => {
  const [kind, group] = happenings[index % happenings.length] ?? happenings[0]
  return {
    sourceSystem,
    externalId: `event-${index}`,
    customer: { id: heavyId },
    kind,
    group,
    at: new Date(newest - index * tenMinutes).toISOString(),
    actor: { type: actors[index % actors.length] },
    changes: [{ field: 'displayName', from: `Name ${index}`, to: `Name ${index + 1}` }],
  }
})

const files: Record<string, readonly unknown[]> = {
  'attribute-groups.ndjson': groups,
  'attribute-definitions.ndjson': attributes.map(({ definition }) => definition),
  'addresses.ndjson': addresses,
  'activities.ndjson': activities,
  'attributes.ndjson': [
    {
      customer: { id: heavyId },
      values: Object.fromEntries(attributes.map(({ definition, value }) => [definition.name, value])),
    },
  ],
}

/** Gives the customer with many orders as many addresses, attributes and activities, by an import into the demo data. */
export async function burdenCustomer(folder: string, dataFolder: string): Promise<void> {
  const source = join(folder, 'heavy')
  await mkdir(source)
  for (const [name, lines] of Object.entries(files)) {
    await writeFile(join(source, name), lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  }
  const rejected = join(folder, 'rejected.ndjson')
  await promisify(execFile)(
    process.execPath,
    ['--experimental-strip-types', 'server/import/main.ts', 'ndjson', source, '--rejected', rejected],
    { cwd: root, env: { ...process.env, DATA_DIR: dataFolder } },
  )
}
