import { isSame } from '#/contract/same-json.ts'
import {
  isStored,
  type DraftContent,
  type DraftPlace,
  type DraftSlot,
  type DraftTrouble,
  type StoredDraft,
} from '#/workspace/drafts/draft-slot.ts'

export const emptySlot = (place: DraftPlace): DraftSlot => ({
  place,
  wanted: null,
  stored: null,
  isSending: false,
  trouble: null,
  rival: null,
  owner: null,
  since: 0,
  after: 0,
})

const waitsForChoice = ({ trouble }: DraftSlot) => trouble === 'newer' || trouble === 'gone'
const triesAgain = (trouble: DraftTrouble | null) => trouble === 'offline' || trouble === 'failing'

/** Nothing is left to know or to do. */
export const isEmpty = ({ wanted, stored, isSending }: DraftSlot) => !wanted && !stored && !isSending

/** What has to be sent now; nothing while a request is on its way or a choice is open. */
export function nextStep(slot: DraftSlot): 'put' | 'delete' | null {
  const { wanted, stored, isSending, trouble } = slot
  if (isSending || (trouble !== null && !triesAgain(trouble))) return null
  if (wanted === null) return stored === null ? null : 'delete'
  return isStored(slot) ? null : 'put'
}

/** Shares the object when both mean the same. */
function agreed(slot: DraftSlot): DraftSlot {
  const { wanted, stored } = slot
  if (!wanted || !stored || wanted === stored.content || !isSame(wanted, stored.content)) return slot
  return { ...slot, stored: { ...stored, content: wanted } }
}

const adopted = (slot: DraftSlot, draft: StoredDraft): DraftSlot => ({
  ...slot,
  wanted: draft.content,
  stored: draft,
  trouble: null,
  rival: null,
})

/** The stored object where it says the same; never while a request is on its way, which changes or deletes that. */
function sameAsStored({ stored, isSending }: DraftSlot, wanted: DraftContent): DraftContent {
  if (!stored || !isSame(wanted, stored.content)) return wanted
  return isSending ? { ...wanted } : stored.content
}

/** The person typed, saved or discarded. What another machine typed meanwhile is not thrown away with one's own. */
export function withWanted(slot: DraftSlot, wanted: DraftContent | null): DraftSlot {
  if (wanted === null) return slot.rival ? adopted(slot, slot.rival) : { ...slot, wanted, trouble: null }
  const same = sameAsStored(slot, wanted)
  const keepsTrouble = slot.trouble === 'newer' || slot.trouble === 'signed-out' || triesAgain(slot.trouble)
  return { ...slot, wanted: same, trouble: keepsTrouble && same !== slot.stored?.content ? slot.trouble : null }
}

export const withSending = (slot: DraftSlot): DraftSlot => ({ ...slot, isSending: true })

/**
 * Whether an answer tells of the latest that is known; `known` is what was thought to be stored when it was asked for. What
 * another window stored or deleted since came after it.
 */
export const isLatest = ({ stored }: DraftSlot, known: StoredDraft | null) => stored?.etag === known?.etag

/** The server took this content; what was typed meanwhile goes next. */
export const withAnswer = (slot: DraftSlot, stored: StoredDraft, known: StoredDraft | null): DraftSlot =>
  agreed({
    ...slot,
    stored: isLatest(slot, known) ? stored : slot.stored,
    isSending: false,
    trouble: waitsForChoice(slot) ? slot.trouble : null,
  })

export const withDeleted = (slot: DraftSlot, known: StoredDraft | null): DraftSlot => ({
  ...slot,
  stored: isLatest(slot, known) ? null : slot.stored,
  isSending: false,
  trouble: null,
})

export const withTrouble = (slot: DraftSlot, trouble: DraftTrouble): DraftSlot => ({
  ...slot,
  isSending: false,
  trouble,
})

/** Another draft was found in the place of the one that was thought to be stored. `isOwn`: a window of this browser wrote it. */
function withOther(slot: DraftSlot, other: StoredDraft, isOwn: boolean): DraftSlot {
  // Nothing was to be kept, but somewhere else the person typed on.
  if (slot.wanted === null) return isOwn ? { ...slot, stored: other } : adopted(slot, other)
  if (isOwn || isSame(slot.wanted, other.content)) {
    return agreed({ ...slot, stored: other, rival: null, trouble: slot.trouble === 'newer' ? null : slot.trouble })
  }
  return { ...slot, trouble: 'newer', rival: { ...other, owner: null } }
}

/** The server refused because of another version (`null`: there is none any more). */
export function withStale(slot: DraftSlot, current: StoredDraft | null, isOwn: boolean): DraftSlot {
  const sent = { ...slot, isSending: false }
  return current === null ? { ...sent, stored: null } : withOther(sent, current, isOwn)
}

/** The server has this draft. */
export function withListed(slot: DraftSlot, listed: StoredDraft, isOwn: boolean): DraftSlot {
  if (slot.isSending || slot.stored?.etag === listed.etag || slot.rival?.etag === listed.etag) return slot
  if (isStored(slot) || isEmpty(slot)) return adopted(slot, listed)
  return withOther(slot, listed, isOwn)
}

/** The server has no draft here. What this window was typing last stays until the person lets it go. */
export function withUnlisted(slot: DraftSlot, self: string): DraftSlot {
  if (slot.isSending || !slot.stored) return slot
  if (!isStored(slot)) return { ...slot, stored: null }
  return slot.owner === self ? { ...slot, stored: null, trouble: 'gone' } : { ...slot, wanted: null, stored: null }
}

/** The person chose between their own draft and the other one (or its absence). */
export function withChoice(slot: DraftSlot, choice: 'mine' | 'other'): DraftSlot {
  if (!waitsForChoice(slot)) return slot
  const { rival } = slot
  const stored = rival && rival.owner === null ? rival : slot.stored
  const wanted = choice === 'mine' ? slot.wanted : (rival?.content ?? null)
  return agreed({ ...slot, wanted, stored, rival: null, trouble: null })
}

export const withOwner = (slot: DraftSlot, owner: string | null, since: number): DraftSlot => ({
  ...slot,
  owner,
  since,
  after: slot.since,
})

/** What another window says of a draft that it types in. */
export interface HeardDraft extends Pick<DraftSlot, 'wanted' | 'stored' | 'since' | 'after'> {
  owner: string
}

/**
 * Another window of the person typed here, saved or discarded. The later of two that did not know of each other goes on;
 * the other one asks, and what was discarded without being seen stays.
 */
export function withHeard(slot: DraftSlot, heard: HeardDraft, self: string): DraftSlot {
  const { wanted, stored, owner, since, after } = heard
  if (since < slot.since || (since === slot.since && slot.owner !== null && owner < slot.owner)) return slot
  const { rival } = slot
  const owned = { ...slot, owner: wanted === null ? null : owner, since, after }
  const isRival = rival?.owner === owner
  const isUnaware = slot.owner === self && after !== slot.since && !isSame(slot.wanted, wanted)
  if (!isRival && !isUnaware) return agreed({ ...owned, wanted, stored, trouble: null, rival: null })
  if (wanted === null) return { ...owned, owner: self, trouble: null, rival: null }
  const other = rival ?? { at: new Date().toISOString(), windowId: null }
  return { ...owned, trouble: 'newer', rival: { ...other, content: wanted, etag: null, owner } }
}

/** Another window of the person has stored this, or has deleted it. */
export function withHeardStored(slot: DraftSlot, stored: StoredDraft | null, self: string): DraftSlot {
  // Who types has wanted it again since: it will be stored anew.
  const isWanted = slot.wanted !== null && slot.owner !== null && slot.owner !== self
  if (stored === null) return isWanted ? { ...slot, stored: null } : withUnlisted(slot, self)
  return agreed({ ...slot, stored, trouble: waitsForChoice(slot) ? slot.trouble : null })
}
