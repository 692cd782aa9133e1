import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'

/** Any PostgreSQL that drizzle talks to, embedded or a server, also within a transaction. */
export type Database = PgDatabase<PgQueryResultHKT>
