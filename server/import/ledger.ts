/** What became of a row of an input file. */
export const fates = ['imported', 'merged', 'reference', 'skipped', 'rejected'] as const
export type Fate = (typeof fates)[number]

export interface FileAccount extends Record<Fate, number> {
  file: string
  rows: number
  /** How often which reason was given, most frequent first. */
  reasons: { fate: Fate; reason: string; rows: number }[]
}

interface Account {
  rows: number
  reasons: Map<string, { fate: Fate; reason: string; rows: number }>
}

/** Accounts for every row of every input file: each is counted once and meets one fate. */
export class Ledger {
  readonly #accounts = new Map<string, Account>()
  readonly #findings = new Map<string, number>()

  #accountOf(file: string): Account {
    const known = this.#accounts.get(file)
    if (known) return known
    const account: Account = { rows: 0, reasons: new Map() }
    this.#accounts.set(file, account)
    return account
  }

  /** A file was opened, even if it has no rows. */
  open(file: string): void {
    this.#accountOf(file)
  }

  /** A row was read. */
  count(file: string): void {
    this.#accountOf(file).rows += 1
  }

  settle(file: string, fate: Fate, reason: string, rows = 1): void {
    if (rows === 0) return
    const { reasons } = this.#accountOf(file)
    const key = `${fate} ${reason}`
    const entry = reasons.get(key) ?? { fate, reason, rows: 0 }
    entry.rows += rows
    reasons.set(key, entry)
  }

  /** Something worth telling that is no row's fate: text repaired, a currency assumed. */
  find(finding: string, times = 1): void {
    if (times > 0) this.#findings.set(finding, (this.#findings.get(finding) ?? 0) + times)
  }

  findings(): { finding: string; times: number }[] {
    return [...this.#findings].map(([finding, times]) => ({ finding, times }))
  }

  accounts(): FileAccount[] {
    return [...this.#accounts].map(([file, { rows, reasons }]) => {
      const entries = [...reasons.values()].toSorted((a, b) => b.rows - a.rows)
      const sum = (fate: Fate) =>
        entries.filter((entry) => entry.fate === fate).reduce((all, { rows }) => all + rows, 0)
      return {
        file,
        rows,
        imported: sum('imported'),
        merged: sum('merged'),
        reference: sum('reference'),
        skipped: sum('skipped'),
        rejected: sum('rejected'),
        reasons: entries,
      }
    })
  }
}
