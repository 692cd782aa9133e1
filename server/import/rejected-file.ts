import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import type { RejectedLine } from '#server/import/run-import.ts'

export interface RejectedFile {
  add: (line: RejectedLine) => void
  /** How many there were. */
  close: () => number
}

/** Refused lines as NDJSON: where, which member, why, never a value. Without any there is no file. */
export function openRejectedFile(path: string): RejectedFile {
  let file: number | undefined
  let lines = 0
  rmSync(path, { force: true })
  return {
    add(line) {
      file ??= openSync(path, 'w')
      writeSync(file, `${JSON.stringify(line)}\n`)
      lines += 1
    },
    close() {
      if (file !== undefined) closeSync(file)
      return lines
    },
  }
}
