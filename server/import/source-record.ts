/** Everything that can be imported, in the order in which it must be: what is referred to comes first. */
export const resourceNames = [
  'scopes',
  'attribute-groups',
  'lookups',
  'attribute-definitions',
  'organizations',
  'stores',
  'customers',
  'addresses',
  'memberships',
  'customer-stores',
  'attributes',
  'saved-payments',
  'orders',
  'carts',
  'subscriptions',
  'invoices',
  'payments',
  'instalment-purchases',
  'billing-info',
  'alerts',
  'contacts',
  'alternative-contacts',
  'cases',
  'notes',
  'activities',
] as const
export type ResourceName = (typeof resourceNames)[number]

/** A row of an input file; lines are counted from 1. */
export interface Origin {
  file: string
  line: number
}

/** A record as a source hands it over; the value is checked later. */
export interface SourceRecord {
  resource: ResourceName
  value: unknown
  /** Absent when the record was drawn from rows that are accounted for elsewhere. */
  origin?: Origin | undefined
  /** Rows that went into this record besides its own. */
  merged?: readonly Origin[]
}

/** What a record became. */
export type Outcome = 'created' | 'updated' | 'unchanged' | 'failed'

/** Something wrong with one place of a record. */
export interface Fault {
  pointer: string
  code: string
  detail: string
}

/** Where records come from. */
export interface ImportSource {
  name: string
  /** In the order of `resourceNames`. */
  records(): AsyncIterable<SourceRecord>
}
