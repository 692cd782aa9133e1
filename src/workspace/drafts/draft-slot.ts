export type Fields = Readonly<Record<string, unknown>>

/** Where a draft belongs: `-` stands for the section itself, `new-…` for what was never saved. */
export interface DraftPlace {
  recordId: string
  section: string
  itemId: string
}

/** What was typed in one form and is not saved: the changed fields only, and what they held before. */
export interface DraftContent {
  /** Version that it was typed over; empty when there is none. */
  baseEtag: string
  values: Fields
  baseValues: Fields
}

/** A draft as the server holds it. One that only another window holds so far has no version. */
export interface StoredDraft {
  content: DraftContent
  etag: string | null
  at: string
  windowId: string | null
}

/** Another draft of the same form. */
export interface RivalDraft extends StoredDraft {
  /** The other window of this browser that types it. */
  owner: string | null
}

/**
 * Why a draft is not stored. `offline` and `failing` are tried again by themselves, `signed-out` after the sign-in; with
 * `newer` there is another draft of the same form, with `gone` it was saved or discarded elsewhere: the person chooses.
 */
export type DraftTrouble =
  | 'offline'
  | 'failing'
  | 'signed-out'
  | 'card-number'
  | 'too-large'
  | 'refused'
  | 'newer'
  | 'gone'

/** All that is known of the draft of one form. What is wanted and what is stored are the same object once they agree. */
export interface DraftSlot {
  place: DraftPlace
  /** What the person has typed; `null` when nothing is to be kept any more. */
  wanted: DraftContent | null
  stored: StoredDraft | null
  isSending: boolean
  trouble: DraftTrouble | null
  /** The other draft, which waits for a choice. */
  rival: RivalDraft | null
  /** The window that may type here; every window of the person may while it is nobody's. */
  owner: string | null
  /** When it was changed last, and when before that, as far as the window knew that changed it. */
  since: number
  after: number
}

export const keyOf = ({ recordId, section, itemId }: DraftPlace) => `${recordId}/${section}/${itemId}`

/** Name of the form within its record: a section, or a section and an item. */
export const formOf = ({ section, itemId }: DraftPlace) => (itemId === '-' ? section : `${section}/${itemId}`)

export function placeOf(recordId: string, form: string): DraftPlace {
  const [section = '', itemId = '-'] = form.split('/')
  return { recordId, section, itemId }
}

/** The draft is safe: the server holds what was typed. */
export const isStored = ({ wanted, stored }: DraftSlot) => wanted !== null && wanted === stored?.content

/** Something was typed that only this browser holds. */
export const isUnstored = (slot: DraftSlot) => slot.wanted !== null && !isStored(slot)
