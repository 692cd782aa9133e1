/** What keeps the process from starting; the numbers are part of the documentation in docs/operating.md. */
export const exitCodes = {
  unexpected: 1,
  configuration: 10,
  portInUse: 11,
  dataFolderLocked: 12,
  noRights: 13,
  databaseUnreachable: 14,
  buildFailed: 15,
  seedFailed: 16,
  accounts: 17,
} as const

export type StartFailure = keyof typeof exitCodes

/** Its message is one sentence for people: what happened and what to do. */
export class StartError extends Error {
  readonly failure: StartFailure

  constructor(failure: StartFailure, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'StartError'
    this.failure = failure
  }
}
