import { getTableColumns, sql } from 'drizzle-orm'
import type { NewChange } from '#server/store/store.ts'
import type { Database } from '#server/store/sql/database.ts'
import { changePositions, changes } from '#server/store/sql/schema/live.ts'

/** Any number, as long as every process uses the same for the log of changes. */
const logLock = 7_301_962_119

/** What other processes listen to. */
export const changesChannel = 'customer_workspace_changes'

const { id, seq, ...others } = getTableColumns(changes)
const members = Object.entries(others)
const names = sql.join(
  members.map(([, column]) => sql.identifier(column.name)),
  sql`, `,
)

/**
 * A sequence gives numbers out before transactions commit. The lock makes it keep the order in which they do: it is held
 * until this one has ended, and taken before the first number. All in one statement, because others wait meanwhile.
 */
export async function appendChanges(database: Database, events: readonly NewChange[]): Promise<void> {
  if (events.length === 0) return
  const json = JSON.stringify(
    events.map((event: Readonly<Record<string, unknown>>) =>
      Object.fromEntries(members.map(([member, column]) => [column.name, event[member]])),
    ),
  )
  await database.execute(sql`
    with held as materialized (select pg_advisory_xact_lock(${logLock}::bigint)),
      told as materialized (select pg_notify(${changesChannel}, '')),
      placed as materialized (
        select nextval(${changePositions.seqName}) as place, event.*
        from held, told, json_populate_recordset(null::${changes}, ${json}) as event)
    insert into ${changes} (${sql.identifier(id.name)}, ${sql.identifier(seq.name)}, ${names})
    select lpad(place::text, 16, '0'), place, ${names} from placed`)
}
