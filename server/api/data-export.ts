import type { WriteCall } from '#server/api/call.ts'
import { customerCollections, rowsOfCustomer } from '#server/api/customer-records.ts'
import type { CustomerRow } from '#server/store/rows.ts'

/** Members that say nothing about the customer: what makes rows easy to find, and secrets. */
const left = new Set([
  'importHash',
  'searchText',
  'phoneDigits',
  'nameSort',
  'emailSort',
  'nameFolded',
  'numberFolded',
  'lastNameFolded',
  'cityFolded',
  'postalCodeFolded',
  'pin',
])

/** Everything about a customer as NDJSON, one record a line, and how many records of what there are. */
export async function exportedCustomer(
  { store, deps }: WriteCall,
  customer: CustomerRow,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; rows: Record<string, number> }> {
  const lines: string[] = []
  const rows: Record<string, number> = {}
  const add = (resource: string, record: object) => {
    const members = Object.entries(record).filter(([name]) => !left.has(name))
    lines.push(JSON.stringify({ resource, record: Object.fromEntries(members) }))
    rows[resource] = (rows[resource] ?? 0) + 1
  }

  add('customers', customer)
  for (const collection of ['customerAttributes', 'billingInfos'] as const) {
    const row = await store.get(collection, customer.id)
    if (row) add(collection, row)
  }
  for (const collection of customerCollections) {
    for (const row of await rowsOfCustomer(store, collection, customer.id)) add(collection, row)
  }
  const orders = await rowsOfCustomer(store, 'orders', customer.id)
  const ids = orders.map(({ id }) => id)
  for (const detail of await store.getMany('orderDetails', ids)) add('orderDetails', detail)
  for (const { fileId, attachment } of await rowsOfCustomer(store, 'notes', customer.id)) {
    const file = fileId === null ? undefined : await deps.files.read(store, fileId)
    if (file) add('files', { fileId, name: attachment?.name, mediaType: file.mediaType, base64: base64Of(file.bytes) })
  }
  const where = { op: 'in', field: 'memberId', values: [customer.id] } as const
  for (const { id, customerId, createdAt } of (await store.find('alternativeContacts', { where })).rows) {
    add('actsFor', { id, customerId, createdAt })
  }
  return { bytes: new TextEncoder().encode(`${lines.join('\n')}\n`), rows }
}

function base64Of(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCodePoint(byte)
  return btoa(text)
}
