import type { Actor } from '#/contract/common.ts'
import { codeLabel } from '#/shared/format/code-label.ts'

/** Who did something: staff by name, everybody else by what they are: the customer, the system, an API, an import. */
export function actorName({ type, displayName }: Pick<Actor, 'type' | 'displayName'>): string {
  return (type === 'staff' && displayName) || codeLabel('actorType', type)
}
