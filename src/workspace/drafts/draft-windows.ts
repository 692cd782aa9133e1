import type { OpenChannel, WindowChannel } from '#/shared/live/window-channel.ts'
import type { DraftPlace, StoredDraft } from '#/workspace/drafts/draft-slot.ts'
import type { HeardDraft } from '#/workspace/drafts/draft-steps.ts'

/** What windows of one person tell each other of drafts. It stays in memory. */
export type DraftMessage =
  /** A window has come: the others say what they hold. */
  | { kind: 'hello' }
  /** A window goes: what it was typing in is free. */
  | { kind: 'bye' }
  | { kind: 'wanted'; place: DraftPlace; heard: HeardDraft }
  | { kind: 'stored'; place: DraftPlace; stored: StoredDraft | null }

export interface HeardMessage {
  /** The window that says it, for as long as its page lives. */
  from: string
  message: DraftMessage
}

interface Sent extends HeardMessage {
  /** Its id, as the server knows it. */
  windowId: string | null
}

/** The other windows of the person in this browser. */
export class DraftWindows {
  readonly #channel: WindowChannel<Sent>
  readonly #self: string
  /** Ids of windows, as the server knows them. */
  readonly #known = new Set<string>()
  #windowId: string | null = null

  constructor(open: OpenChannel, name: string, self: string, listen: (heard: HeardMessage) => void) {
    this.#self = self
    this.#channel = open<Sent>(name, (sent) => {
      if (sent.windowId !== null) this.#known.add(sent.windowId)
      listen(sent)
    })
  }

  set windowId(id: string) {
    this.#windowId = id
    this.#known.add(id)
  }

  /** Whether a window of this browser, this one too, has written a draft. */
  isOwn(stored: StoredDraft | null): boolean {
    return stored?.windowId != null && this.#known.has(stored.windowId)
  }

  tell(message: DraftMessage) {
    this.#channel.post({ from: this.#self, windowId: this.#windowId, message })
  }

  close() {
    this.#channel.close()
  }
}
