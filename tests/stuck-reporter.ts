import { readFileSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'

/** Longer than any test may take. */
const patience = 16 * 60_000
const checkEvery = 30_000

/**
 * Ends the run when a file takes longer than any test may, and names it. A test that never gives its worker back, as an
 * endless loop does, cannot be timed out: the run would go on for ever and show nothing of it.
 */
export class StuckReporter implements Reporter {
  readonly #begun = new Map<string, number>()
  readonly #end: () => void
  #check: NodeJS.Timeout | undefined

  constructor(end: () => void = endRun) {
    this.#end = end
  }

  onTestRunStart(): void {
    this.#check = setInterval(() => {
      for (const [file, since] of this.#begun) {
        if (performance.now() - since < patience) continue
        process.stderr.write(`${file} has run for ${patience / 60_000} minutes and is stuck\n`)
        this.#end()
      }
    }, checkEvery)
  }

  onTestModuleQueued({ moduleId }: TestModule): void {
    this.#begun.set(moduleId, performance.now())
  }

  onTestModuleEnd({ moduleId }: TestModule): void {
    this.#begun.delete(moduleId)
  }

  onTestRunEnd(): void {
    clearInterval(this.#check)
  }
}

/** A worker in an endless loop would outlive the run; where the system does not tell of children, it does. */
function endRun(): void {
  try {
    const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8')
    for (const child of children.trim().split(' ')) if (child !== '') process.kill(Number(child), 'SIGKILL')
  } catch {
    // Gone already, or not on Linux.
  }
  process.exit(1)
}
