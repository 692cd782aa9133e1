import { defineConfig } from 'drizzle-kit'

/** `npm exec -- drizzle-kit generate --name <what-changes>` after a change of the schema writes the next migration. */
export default defineConfig({
  dialect: 'postgresql',
  schema: './server/store/sql/schema/*.ts',
  out: './server/store/sql/migrations',
})
