import { exitCodes, StartError } from '#server/main/start-error.ts'

/** For people, on standard error; standard output belongs to the log and to results. */
export const say = (line: string) => void process.stderr.write(`${line}\n`)

/** Runs a program and turns what goes wrong into one clear sentence and an exit code of its own. */
export async function runCommand(program: () => Promise<void>): Promise<void> {
  try {
    await program()
  } catch (error) {
    if (error instanceof StartError) say(`Cannot go on: ${error.message}`)
    else console.error('Something unexpected went wrong; this is a mistake in the program.', error)
    process.exit(error instanceof StartError ? exitCodes[error.failure] : exitCodes.unexpected)
  }
}
