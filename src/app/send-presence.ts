import type { BodyOf } from '#/contract/endpoint.ts'
import { presenceBeatMs, type putPresence } from '#/contract/presence.ts'
import type { Attention } from '#/shared/live/attention.ts'
import { isNewId } from '#/workspace/open-records.ts'
import type { Workspace } from '#/workspace/workspace.ts'

export type SentPresence = BodyOf<typeof putPresence>

/** Places that are passed through faster than this are not told, in milliseconds. */
const settledMs = 300

interface Parts {
  workspace: Pick<Workspace, 'store' | 'editing'>
  attention: Attention
  send: (presence: SentPresence, isLast: boolean) => void
}

/**
 * Tells the server which record is on the screen, again and again: at once when that changes, else every five seconds.
 * Nobody is told of while nobody is at the window. Gives the way to stop, which takes leave.
 */
export function sendPresence({ workspace, attention, send }: Parts): () => void {
  let told: string | undefined
  let toldAt = Number.NEGATIVE_INFINITY
  let timer: ReturnType<typeof setTimeout> | undefined

  const present = (): SentPresence => {
    const { active, records } = workspace.store.getState()
    const record = records.find(({ id }) => id === active)
    if (!record || isNewId(record.id) || !attention.isGiven()) return { customerId: null }
    const { id: customerId, section } = record
    const form = workspace.editing
      .getState()
      .forms.findLast((each) => each.recordId === customerId && each.form.split('/')[0] === section)?.form
    return { customerId, section, editing: form !== undefined, itemId: form?.split('/')[1] ?? null }
  }
  const tell = () => {
    clearTimeout(timer)
    const presence = present()
    const text = JSON.stringify(presence)
    const isHere = presence.customerId !== null
    // Who is nowhere says so once.
    if (isHere || (told !== undefined && told !== text)) send(presence, false)
    told = text
    toldAt = performance.now()
    if (isHere) timer = setTimeout(tell, presenceBeatMs)
  }
  const look = () => {
    if (JSON.stringify(present()) === told) return
    clearTimeout(timer)
    timer = setTimeout(tell, Math.max(0, toldAt + settledMs - performance.now()))
  }
  const leave = () => {
    clearTimeout(timer)
    if (told !== undefined && present().customerId !== null) send({ customerId: null }, true)
    told = undefined
  }

  window.addEventListener('pagehide', leave)
  const endings = [workspace.store.subscribe(look), workspace.editing.subscribe(look), attention.subscribe(look)]
  look()
  return () => {
    window.removeEventListener('pagehide', leave)
    for (const end of endings) end()
    leave()
  }
}
