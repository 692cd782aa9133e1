import * as z from 'zod/mini'
import {
  clearable,
  codeSchema,
  countryCodeSchema,
  entityMembers,
  flag,
  idSchema,
  instantSchema,
  languageSchema,
  localDateSchema,
  moneySchema,
  pageOf,
  pagingMembers,
  sortParam,
  text,
} from '#/contract/common.ts'
import { endpoint } from '#/contract/endpoint.ts'

export const accountTypes = ['registered', 'unregistered', 'guest'] as const
export const tiers = ['standard', 'vip'] as const
export const customerStatuses = ['active', 'inactive', 'blocked', 'requiresApproval'] as const

export const accountTypeSchema = z.enum(accountTypes)
export const tierSchema = z.enum(tiers)
export const customerStatusSchema = z.enum(customerStatuses)
export type CustomerStatus = z.output<typeof customerStatusSchema>
export type Tier = z.output<typeof tierSchema>
export type AccountType = z.output<typeof accountTypeSchema>

export const lastOrderSchema = z.object({
  id: idSchema,
  number: z.string(),
  at: instantSchema,
  status: codeSchema,
  total: z.nullable(moneySchema),
  itemCount: z.int(),
})

const nullableText = z.nullable(z.string())

export const customerSchema = z.object({
  ...entityMembers,
  customerNumber: z.string(),
  firstName: nullableText,
  middleName: nullableText,
  lastName: nullableText,
  title: nullableText,
  salutation: nullableText,
  displayName: nullableText,
  companyName: nullableText,
  email: nullableText,
  username: nullableText,
  phone: nullableText,
  phoneExt: nullableText,
  mobile: nullableText,
  workPhone: nullableText,
  workPhoneExt: nullableText,
  fax: nullableText,
  faxExt: nullableText,
  accountType: accountTypeSchema,
  tier: tierSchema,
  status: customerStatusSchema,
  lockedUntil: z.nullable(instantSchema),
  accessBlocked: z.boolean(),
  processingBlocked: z.boolean(),
  anonymizedAt: z.nullable(instantSchema),
  preferredLanguage: z.nullable(languageSchema),
  birthday: z.nullable(localDateSchema),
  referralCode: nullableText,
  hasPin: z.boolean(),
  registeredAt: z.nullable(instantSchema),
  registrationSource: nullableText,
  lastLoginAt: z.nullable(instantSchema),
  lastActivityAt: z.nullable(instantSchema),
  lastPasswordChangeAt: z.nullable(instantSchema),
  isRecurringBuyer: z.boolean(),
  preferredStoreId: z.nullable(idSchema),
  scopeIds: z.array(idSchema),
  marketingConsents: z.array(z.object({ channel: z.string(), granted: z.boolean(), at: z.nullable(instantSchema) })),
  lastOrder: z.nullable(lastOrderSchema),
})
export type Customer = z.output<typeof customerSchema>

/** Where a search word was found. */
export const matchFields = ['name', 'email', 'phone', 'number', 'company', 'postalCode', 'order'] as const

export const customerListItemSchema = z.object({
  id: idSchema,
  etag: z.string(),
  customerNumber: z.string(),
  /** Person, else company, else email, else number. */
  name: z.string(),
  companyName: nullableText,
  email: nullableText,
  phone: nullableText,
  tier: tierSchema,
  status: customerStatusSchema,
  accountType: accountTypeSchema,
  city: nullableText,
  countryCode: z.nullable(countryCodeSchema),
  registeredAt: z.nullable(instantSchema),
  lastLoginAt: z.nullable(instantSchema),
  lastActivityAt: z.nullable(instantSchema),
  lastOrderAt: z.nullable(instantSchema),
  openCaseCount: z.int(),
  /** Only with `q`: the first field that matched and its stored value. */
  match: z.optional(z.object({ field: z.enum(matchFields), value: z.string() })),
})
export type CustomerListItem = z.output<typeof customerListItemSchema>

export const customerSorts = [
  'name',
  'email',
  'customerNumber',
  'registeredAt',
  'lastLoginAt',
  'lastActivityAt',
  'lastOrderAt',
  'relevance',
] as const

export const listCustomers = endpoint({
  name: 'listCustomers',
  method: 'GET',
  path: '/customers',
  summary: 'Find customers, or read up to 100 by id',
  tag: 'Customers',
  access: 'customer:read',
  query: z.strictObject({
    ...pagingMembers,
    sort: sortParam(customerSorts),
    q: z.optional(z.string().check(z.maxLength(200))),
    id: z.optional(z.array(idSchema).check(z.maxLength(100))),
    status: z.optional(z.array(customerStatusSchema)),
    tier: z.optional(z.array(tierSchema)),
    accountType: z.optional(z.array(accountTypeSchema)),
    language: z.optional(z.array(languageSchema)),
    scopeId: z.optional(z.array(idSchema)),
    organizationId: z.optional(z.array(idSchema)),
    storeId: z.optional(z.array(idSchema)),
    countryCode: z.optional(z.array(countryCodeSchema)),
    registeredFrom: z.optional(z.union([instantSchema, localDateSchema])),
    registeredTo: z.optional(z.union([instantSchema, localDateSchema])),
    lastLoginFrom: z.optional(z.union([instantSchema, localDateSchema])),
    lastLoginTo: z.optional(z.union([instantSchema, localDateSchema])),
    lastActivityFrom: z.optional(z.union([instantSchema, localDateSchema])),
    lastActivityTo: z.optional(z.union([instantSchema, localDateSchema])),
    hasOpenCases: z.optional(flag()),
    sourceSystem: z.optional(z.string().check(z.maxLength(60))),
    externalId: z.optional(z.string().check(z.maxLength(200))),
    email: z.optional(z.string().check(z.maxLength(320))),
    /** Digits are compared: the last nine of them with the end of every number. */
    phone: z.optional(z.string().check(z.maxLength(40))),
  }),
  responses: { 200: pageOf(customerListItemSchema) },
})

export const getCustomer = endpoint({
  name: 'getCustomer',
  method: 'GET',
  path: '/customers/{id}',
  summary: 'Account fields of one customer',
  tag: 'Customers',
  access: 'customer:read',
  responses: { 200: customerSchema },
  versioned: true,
})

const extensionSchema = z.string().check(z.trim(), z.regex(/^\d{1,10}$/, 'extension'))
const phoneSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(40))
const emailSchema = z.string().check(z.trim(), z.maxLength(320), z.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'email'))

/** Account fields that staff may change; identifiers and status are not among them. */
export const customerPatchSchema = z.strictObject({
  firstName: clearable(text(100)),
  middleName: clearable(text(100)),
  lastName: clearable(text(100)),
  title: clearable(text(60)),
  salutation: clearable(codeSchema),
  displayName: clearable(text(200)),
  companyName: clearable(text(200)),
  email: clearable(emailSchema),
  username: clearable(text(320)),
  phone: clearable(phoneSchema),
  phoneExt: clearable(extensionSchema),
  mobile: clearable(phoneSchema),
  workPhone: clearable(phoneSchema),
  workPhoneExt: clearable(extensionSchema),
  fax: clearable(phoneSchema),
  faxExt: clearable(extensionSchema),
  accountType: z.optional(accountTypeSchema),
  tier: z.optional(tierSchema),
  preferredLanguage: clearable(languageSchema),
  birthday: clearable(localDateSchema),
  accessBlocked: z.optional(z.boolean()),
  processingBlocked: z.optional(z.boolean()),
  /** The whole list; each consent that changes is given the time of the change. */
  marketingConsents: z.optional(
    z.array(z.strictObject({ channel: codeSchema, granted: z.boolean() })).check(z.maxLength(50)),
  ),
})
export type CustomerPatch = z.output<typeof customerPatchSchema>

export const patchCustomer = endpoint({
  name: 'patchCustomer',
  method: 'PATCH',
  path: '/customers/{id}',
  summary: 'Change account fields (merge patch)',
  tag: 'Customers',
  access: 'customer:write',
  body: customerPatchSchema,
  responses: { 200: customerSchema },
  ifMatch: true,
  versioned: true,
})
