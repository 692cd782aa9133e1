import type { Organization } from '#/contract/organizations.ts'
import type { StoreLocation } from '#/contract/stores.ts'
import { pgTable } from 'drizzle-orm/pg-core'
import {
  code,
  columns,
  flag,
  instantOrNull,
  json,
  jsonOrNull,
  key,
  list,
  whole,
  words,
  wordsOrNull,
} from '#server/store/sql/column-kinds.ts'
import { entityColumns, sourceColumns } from '#server/store/sql/schema/entity-columns.ts'
import { searchIndex, sortedIndex, uniqueIndexes } from '#server/store/sql/schema/indexes.ts'

export const organizations = pgTable(
  'organizations',
  columns({
    ...entityColumns,
    number: wordsOrNull,
    name: words,
    managerName: wordsOrNull,
    phone: wordsOrNull,
    phoneExt: wordsOrNull,
    email: wordsOrNull,
    fax: wordsOrNull,
    description: wordsOrNull,
    active: flag,
    addresses: json<Organization['addresses']>(),
    nameSort: words,
    searchText: words,
  }),
  (table) => [
    ...uniqueIndexes('organizations', table),
    sortedIndex('organizations', table.nameSort, table.id),
    searchIndex('organizations', table.searchText),
  ],
)

export const memberships = pgTable(
  'memberships',
  columns({
    id: key,
    customerId: words,
    organizationId: words,
    organizationName: words,
    organizationNumber: wordsOrNull,
    memberSince: instantOrNull,
  }),
  (table) => [
    sortedIndex('memberships', table.customerId, table.organizationId),
    sortedIndex('memberships', table.organizationId, table.customerId),
  ],
)

export const storeLocations = pgTable(
  'store_locations',
  columns({
    ...entityColumns,
    number: words,
    name: words,
    kind: code<StoreLocation['kind']>(),
    address: jsonOrNull<StoreLocation['address']>(),
    phone: wordsOrNull,
    phoneExt: wordsOrNull,
    email: wordsOrNull,
    managerName: wordsOrNull,
    active: flag,
    operating: json<StoreLocation['operating']>(),
    supports: list<StoreLocation['supports'][number]>(),
    nameSort: words,
    searchText: words,
  }),
  (table) => [
    ...uniqueIndexes('storeLocations', table),
    sortedIndex('storeLocations', table.nameSort, table.id),
    searchIndex('storeLocations', table.searchText),
  ],
)

export const customerStores = pgTable(
  'customer_stores',
  columns({ id: key, customerId: words, storeId: words, orderCount: whole, lastUsedAt: instantOrNull }),
  (table) => [
    sortedIndex('customerStores', table.customerId, table.storeId),
    sortedIndex('customerStores', table.storeId, table.customerId),
  ],
)

export const scopes = pgTable(
  'scopes',
  columns({ id: key, name: words, parentId: wordsOrNull, currency: words, languages: list(), ...sourceColumns }),
  (table) => uniqueIndexes('scopes', table),
)
