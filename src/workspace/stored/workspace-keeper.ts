import type { SavedWorkspace, WorkspaceBody } from '#/contract/workspaces.ts'
import { isSame } from '#/contract/same-json.ts'
import { isApiError } from '#/shared/api/api-error.ts'
import { bodyOf, recovered, withLeftOpen, withoutViews } from '#/workspace/stored/stored-workspace.ts'
import type { Workspace } from '#/workspace/workspace.ts'

/** A change is stored within this time, in milliseconds: what comes in a row, as a switch and its scroll, goes together. */
const delay = 250
/** What could not be stored is tried again after this time. */
const patience = 10_000
/** As much as a browser sends for a page that goes, with room for drafts. */
const lastWordsBytes = 48 * 1024

interface Parts {
  workspace: Workspace
  windowId: string
  /** Windows of the person that are stored, the newest first. */
  list: () => Promise<readonly SavedWorkspace[]>
  put: (body: WorkspaceBody, isLast: boolean) => Promise<unknown>
  /** Windows that are open in this browser now. */
  openWindows: () => Promise<readonly string[]>
}

const emptyBody: WorkspaceBody = { records: [], activeId: null, closed: [], pages: {} }

const bodyOfSaved = ({ records, activeId, closed, pages }: SavedWorkspace): WorkspaceBody => ({
  records,
  activeId,
  closed,
  pages,
})

/**
 * Stores what is open in this window: within a second of a change, and once more as the page goes. At the start it looks
 * for what an earlier window left, when the address named nothing, and for what this one knew before it crashed.
 */
export class WorkspaceKeeper {
  readonly #parts: Parts
  #stored: WorkspaceBody = emptyBody
  #timer: ReturnType<typeof setTimeout> | undefined
  #sending: Promise<void> | undefined
  #stop: (() => void) | undefined

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Looks for what is stored, then stores every change until `stop`. */
  async start() {
    const { workspace } = this.#parts
    let isStopped = false
    this.#stop = () => (isStopped = true)
    // Kept over a reload, it is stored as it is.
    if (workspace.isResumed) this.#stored = this.#body()
    // What is stored is not to be had: then there is nothing to go on with.
    else await this.#recover().catch(() => undefined)
    if (isStopped) return
    const unwatch = workspace.watch(() => this.#soon(delay))
    this.#stop = () => {
      unwatch()
      clearTimeout(this.#timer)
      this.#timer = undefined
    }
    this.#soon(delay)
  }

  stop() {
    this.#stop?.()
  }

  #body = () => bodyOf(this.#parts.workspace.store.getState(), (owner) => this.#parts.workspace.viewsOf(owner))

  async #recover() {
    const { workspace, windowId, list, openWindows } = this.#parts
    const [windows, open] = await Promise.all([list(), openWindows()])
    const own = windows.find((window) => window.windowId === windowId)
    if (own) this.#stored = bodyOfSaved(own)
    if (!workspace.startedEmpty) {
      if (own) {
        const { state, views } = recovered(workspace.store.getState(), own)
        workspace.adopt(state, views)
      }
      return
    }
    // One that is open beside this one needs no going on with.
    const newest = windows.find((window) => window === own || !open.includes(window.windowId))
    if (own && own !== newest) workspace.adopt({ closed: withLeftOpen(workspace.store.getState(), own) }, {})
    if (!newest) return
    const closed = withLeftOpen(workspace.store.getState(), newest)
    workspace.adopt({ closed, offer: newest.records.length > 0 ? newest : null }, {})
  }

  #soon(time: number) {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      void this.flush()
    }, time)
  }

  /** Stores now what is not stored yet. */
  async flush(isLast = false): Promise<void> {
    // Two at once could arrive in the wrong order; the last of a page cannot wait.
    if (!isLast) while (this.#sending) await this.#sending
    const body = this.#body()
    if (!this.#isDue(body)) return
    this.#sending = this.#send(body, isLast).finally(() => (this.#sending = undefined))
    await this.#sending
  }

  #isDue(body: WorkspaceBody): boolean {
    const isEmpty = ({ records, closed }: WorkspaceBody) => records.length === 0 && closed.length === 0
    // A window in which nothing was open yet is no newer than one in which work was left.
    if (isEmpty(body) && isEmpty(this.#stored)) return false
    // While nobody has said whether the earlier records come back, nothing takes their place.
    const isAsking = this.#parts.workspace.store.getState().offer !== null && body.records.length === 0
    return !isAsking && !isSame(body, this.#stored)
  }

  async #send(body: WorkspaceBody, isLast: boolean) {
    const { put, workspace } = this.#parts
    const fits = !isLast || JSON.stringify(body).length <= lastWordsBytes
    try {
      await put(fits ? body : withoutViews(body), isLast).catch((error: unknown) => {
        if (isApiError(error, 'too-large')) return put(withoutViews(body), isLast)
        throw error
      })
      this.#stored = body
      workspace.store.setState({ isStored: true })
    } catch (error) {
      // That the session is over is said by the sign-in.
      if (!isApiError(error, 'unauthenticated', 'session-expired')) workspace.store.setState({ isStored: false })
      this.#soon(patience)
    }
  }
}
