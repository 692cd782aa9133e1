import { readConfiguration } from '#server/main/configuration.ts'
import { quickenLoading } from '#server/main/quicken-loading.ts'
import { runCommand, say } from '#server/main/run-command.ts'
import { addStaff, disableStaff, listStaff, roleNamed, usernamePattern } from '#server/main/staff-accounts.ts'
import { StartError } from '#server/main/start-error.ts'
import type { Store } from '#server/store/store.ts'

const usage = `npm run staff -- add <name> <administrator|service|sales|finance>
npm run staff -- disable <name>
npm run staff -- list`

const print = (line: string) => void process.stdout.write(`${line}\n`)

const misuse = (sentence: string) => new StartError('accounts', `${sentence}\n\n${usage}`)

type Command = (store: Store) => Promise<void>

function add(name: string | undefined, roleName: string | undefined): Command {
  if (name === undefined || !usernamePattern.test(name))
    throw misuse('Give a name of letters, digits, ".", "_", "@", "-".')
  const role = roleNamed(roleName ?? '')
  if (!role) throw misuse(roleName === undefined ? 'Give a role.' : `There is no role ${roleName}.`)
  return async (store) => {
    const password = await addStaff(store, name, role, Date.now())
    say(`Added ${name} as ${role}. The password is shown only now:`)
    print(password)
  }
}

function disable(name: string | undefined): Command {
  if (name === undefined) throw misuse('Give the name of an account.')
  return async (store) => {
    await disableStaff(store, name, Date.now())
    say(`${name} is disabled and signed out everywhere.`)
  }
}

const list: Command = async (store) => {
  for (const { username, roles, disabledAt } of await listStaff(store)) {
    print([username, roles.join(', '), disabledAt === null ? 'active' : `disabled since ${disabledAt}`].join('\t'))
  }
}

function readCommand([verb, ...rest]: string[]): Command {
  if (verb === 'add' && rest.length <= 2) return add(rest[0], rest[1])
  if (verb === 'disable' && rest.length <= 1) return disable(rest[0])
  if (verb === 'list' && rest.length === 0) return list
  throw misuse('Say what to do.')
}

await runCommand(async () => {
  const run = readCommand(process.argv.slice(2))
  const configuration = readConfiguration(process.env)
  quickenLoading()
  const { openConfiguredDatabase } = await import('#server/main/open-configured-database.ts')
  const database = await openConfiguredDatabase(configuration)
  try {
    await run(database.store)
  } finally {
    await database.close()
  }
})
