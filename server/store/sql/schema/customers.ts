import type { Actor } from '#/contract/common.ts'
import type { StatusChange } from '#/contract/customer-status.ts'
import type { Customer } from '#/contract/customers.ts'
import { sql } from 'drizzle-orm'
import { index, pgTable, type ExtraConfigColumn } from 'drizzle-orm/pg-core'
import type { CustomerAttributesRow, CustomerRow } from '#server/store/rows.ts'
import {
  code,
  columns,
  dayOrNull,
  decimalOrNull,
  flag,
  instant,
  instantOrNull,
  json,
  jsonOrNull,
  key,
  list,
  whole,
  words,
  wordsOrNull,
} from '#server/store/sql/column-kinds.ts'
import { entityColumns, lastChangeColumns } from '#server/store/sql/schema/entity-columns.ts'
import {
  coveringIndex,
  generatedIndex,
  listIndex,
  searchIndex,
  sortedIndex,
  uniqueIndexes,
} from '#server/store/sql/schema/indexes.ts'
import { scopeKeyColumn } from '#server/store/sql/schema/scope-key-column.ts'
import { signPattern } from '#server/store/sql/schema/word-signs.ts'

/** What the list of customers is filtered by, apart from its search; of the scopes there is a key. */
const filters = [
  'status',
  'tier',
  'accountType',
  'preferredLanguage',
  'countryCode',
  'openCaseCount',
  'registeredAt',
  'lastLoginAt',
  'lastActivityAt',
] as const
const filtered = (table: Record<(typeof filters)[number], ExtraConfigColumn>) => filters.map((name) => table[name])

export const customers = pgTable(
  'customers',
  columns({
    ...entityColumns,
    customerNumber: words,
    firstName: wordsOrNull,
    middleName: wordsOrNull,
    lastName: wordsOrNull,
    title: wordsOrNull,
    salutation: wordsOrNull,
    displayName: wordsOrNull,
    companyName: wordsOrNull,
    email: wordsOrNull,
    username: wordsOrNull,
    phone: wordsOrNull,
    phoneExt: wordsOrNull,
    mobile: wordsOrNull,
    workPhone: wordsOrNull,
    workPhoneExt: wordsOrNull,
    fax: wordsOrNull,
    faxExt: wordsOrNull,
    accountType: code<Customer['accountType']>(),
    tier: code<Customer['tier']>(),
    status: code<Customer['status']>(),
    lockedUntil: instantOrNull,
    accessBlocked: flag,
    processingBlocked: flag,
    anonymizedAt: instantOrNull,
    preferredLanguage: wordsOrNull,
    birthday: dayOrNull,
    referralCode: wordsOrNull,
    pin: wordsOrNull,
    registeredAt: instantOrNull,
    registrationSource: wordsOrNull,
    lastLoginAt: instantOrNull,
    lastActivityAt: instantOrNull,
    lastPasswordChangeAt: instantOrNull,
    isRecurringBuyer: flag,
    preferredStoreId: wordsOrNull,
    preferredStoreVersion: whole,
    preferredStoreChange: jsonOrNull<NonNullable<CustomerRow['preferredStoreChange']>>(),
    scopeIds: list(),
    marketingConsents: json<Customer['marketingConsents']>(),
    lastOrderId: wordsOrNull,
    lastOrderAt: instantOrNull,
    openCaseCount: whole,
    city: wordsOrNull,
    countryCode: wordsOrNull,
    cityFolded: wordsOrNull,
    nameSort: words,
    emailSort: wordsOrNull,
    lastNameFolded: wordsOrNull,
    searchText: words,
    phoneDigits: words,
  }),
  (table) => [
    ...uniqueIndexes('customers', table),
    coveringIndex('customers', [table.nameSort, table.id], filtered(table), [scopeKeyColumn]),
    coveringIndex('customers', [table.emailSort, table.id], filtered(table), [scopeKeyColumn]),
    coveringIndex('customers', [table.registeredAt, table.id], filtered(table), [scopeKeyColumn]),
    coveringIndex('customers', [table.lastLoginAt, table.id], filtered(table), [scopeKeyColumn]),
    coveringIndex('customers', [table.lastActivityAt, table.id], filtered(table), [scopeKeyColumn]),
    coveringIndex('customers', [table.lastOrderAt, table.id], filtered(table), [scopeKeyColumn]),
    sortedIndex('customers', table.lastNameFolded),
    // By name within each value, which is how the list is read with one filter.
    sortedIndex('customers', table.cityFolded, table.nameSort, table.id),
    ...[table.status, table.tier, table.accountType, table.preferredLanguage, table.countryCode].map((value) =>
      coveringIndex(
        'customers',
        [value, table.nameSort, table.id],
        [...filtered(table), table.lastOrderAt],
        [scopeKeyColumn],
      ),
    ),
    generatedIndex(
      'customers',
      scopeKeyColumn,
      [table.nameSort, table.id],
      [...filtered(table), table.lastOrderAt, table.customerNumber],
    ),
    // Hardly any of those without an account has ever signed in or done anything; the index of all would be followed to its
    // end to find that out.
    ...[table.lastLoginAt, table.lastActivityAt].map((at) =>
      coveringIndex('customers', [at, table.id], filtered(table), [scopeKeyColumn], '_without_account').where(
        sql`"account_type" <> 'registered' and ${sql.identifier(at.name)} is not null`,
      ),
    ),
    sortedIndex('customers', table.openCaseCount),
    sortedIndex('customers', table.preferredStoreId),
    listIndex('customers', table.scopeIds),
    searchIndex('customers', table.searchText),
    index('customers_words_of_signs')
      .on(table.nameSort, table.id)
      .where(sql.raw(`"search_text" ~ ${signPattern}`)),
    searchIndex('customers', table.phoneDigits),
  ],
)

export const statusChanges = pgTable(
  'status_changes',
  columns({
    id: key,
    customerId: words,
    from: code<StatusChange['from']>(),
    to: code<StatusChange['to']>(),
    reason: wordsOrNull,
    comment: wordsOrNull,
    at: instant,
    actor: json<Actor>(),
    customerVersion: whole,
  }),
  (table) => [sortedIndex('statusChanges', table.customerId, table.at)],
)

export const customerAttributes = pgTable(
  'customer_attributes',
  columns({ id: key, version: whole, values: json<CustomerAttributesRow['values']>(), ...lastChangeColumns }),
)

export const addresses = pgTable(
  'addresses',
  columns({
    ...entityColumns,
    customerId: words,
    name: wordsOrNull,
    nameFolded: wordsOrNull,
    firstName: wordsOrNull,
    lastName: wordsOrNull,
    companyName: wordsOrNull,
    line1: wordsOrNull,
    line2: wordsOrNull,
    postbox: wordsOrNull,
    city: wordsOrNull,
    regionCode: wordsOrNull,
    countryCode: wordsOrNull,
    postalCode: wordsOrNull,
    postalCodeFolded: wordsOrNull,
    phone: wordsOrNull,
    phoneExt: wordsOrNull,
    email: wordsOrNull,
    notes: wordsOrNull,
    latitude: decimalOrNull,
    longitude: decimalOrNull,
    isBusiness: flag,
    vatNumber: wordsOrNull,
    isPreferredBilling: flag,
    isPreferredShipping: flag,
    deletedAt: instantOrNull,
  }),
  (table) => [
    ...uniqueIndexes('addresses', table),
    coveringIndex(
      'addresses',
      [table.customerId, table.createdAt, table.id],
      [table.postalCodeFolded, table.deletedAt],
    ),
    sortedIndex('addresses', table.postalCodeFolded, table.deletedAt, table.customerId),
    sortedIndex('addresses', table.deletedAt),
  ],
)
