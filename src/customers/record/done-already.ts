import { isApiError } from '#/shared/api/api-error.ts'

/** True when it was so already, because somebody else did the same: a success, but nothing to take back. */
export async function wasDoneAlready(conditional: Promise<unknown>): Promise<boolean> {
  try {
    await conditional
    return false
  } catch (error) {
    if (isApiError(error, 'stale')) return true
    throw error
  }
}
