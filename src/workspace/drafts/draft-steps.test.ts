import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isStored, type DraftContent, type DraftSlot, type StoredDraft } from '#/workspace/drafts/draft-slot.ts'
import {
  emptySlot,
  isEmpty,
  isLatest,
  nextStep,
  withAnswer,
  withChoice,
  withDeleted,
  withHeard,
  withHeardStored,
  withListed,
  withOwner,
  withSending,
  withStale,
  withTrouble,
  withUnlisted,
  withWanted,
  type HeardDraft,
} from '#/workspace/drafts/draft-steps.ts'

const place = { recordId: 'ada', section: 'account', itemId: '-' }
const contentOf = (id: number): DraftContent => ({ baseEtag: '"1"', values: { firstName: id }, baseValues: {} })
const idOf = (content: DraftContent | null | undefined) => content?.values['firstName'] as number | undefined

type Message = { kind: 'wanted'; heard: HeardDraft } | { kind: 'stored'; stored: StoredDraft | null }
type Answer = { kind: 'stored'; stored: StoredDraft } | { kind: 'deleted' } | { kind: 'stale' }

interface Request {
  wanted: DraftContent | null
  known: StoredDraft | null
  answer?: Answer
}

/** A window: two are of one browser and hear each other, the third is on another machine. */
interface Window {
  name: 'a' | 'b' | 'c'
  slot: DraftSlot
  heard: Message[]
  request: Request | undefined
  /** What was discarded last, and can be brought back. */
  discarded: DraftContent | null
}

/** Windows of one person, the server between them, and what became of everything that was typed. */
class World {
  readonly windows: Window[] = (['a', 'b', 'c'] as const).map((name) => ({
    name,
    slot: emptySlot(place),
    heard: [],
    request: undefined,
    discarded: null,
  }))
  server: StoredDraft | null = null
  /** What a window that has heard everything began to delete in the last step. */
  readonly deleting: number[] = []
  #count = 0
  #etags = 0
  #clock = 0
  /** What stood in the form when something was typed: the person saw it and changed it. */
  readonly #over = new Map<number, number | undefined>()
  /** Saved, discarded, or not chosen. */
  readonly #decided = new Set<number>()

  type(window: Window) {
    const { slot, name } = window
    if (slot.owner !== null && slot.owner !== name) return
    this.#count += 1
    this.#over.set(this.#count, idOf(slot.wanted))
    this.#want(window, contentOf(this.#count))
  }

  discard(window: Window) {
    const { wanted } = window.slot
    this.#decide(idOf(wanted))
    window.discarded = wanted ?? window.discarded
    this.#want(window, null)
  }

  undo(window: Window) {
    const { slot, discarded } = window
    if (!discarded || slot.wanted) return
    this.#decided.delete(idOf(discarded) ?? 0)
    window.discarded = null
    this.#want(window, discarded)
  }

  takeOver(window: Window) {
    if (!window.slot.wanted || window.slot.trouble === 'newer') return
    this.#set(window, withOwner(window.slot, window.name, this.#tick()))
    this.#tell(window, window.slot)
  }

  choose(window: Window, choice: 'mine' | 'other') {
    const { slot, name } = window
    if (slot.trouble !== 'newer' && slot.trouble !== 'gone') return
    this.#decide(idOf(choice === 'mine' ? slot.rival?.content : slot.wanted))
    const chosen = withChoice(slot, choice)
    const next = choice === 'mine' ? withOwner(chosen, name, this.#tick()) : chosen
    this.#set(window, next)
    if (next.owner === name) this.#tell(window, next)
  }

  send(window: Window) {
    const { slot } = window
    if (window.request || !nextStep(slot)) return
    const heard = window.heard.length
    if (!slot.wanted && heard === 0) this.deleting.push(idOf(slot.stored?.content) ?? 0)
    window.request = { wanted: slot.wanted, known: slot.stored }
    this.#set(window, withSending(slot))
  }

  /** The server takes the request. */
  arrive({ request, name }: Window) {
    if (!request || request.answer) return
    const isStale = (this.server?.etag ?? null) !== (request.known?.etag ?? null)
    if (request.wanted === null && this.server === null) request.answer = { kind: 'deleted' }
    else if (isStale) request.answer = { kind: 'stale' }
    else if (request.wanted === null) {
      this.server = null
      request.answer = { kind: 'deleted' }
    } else {
      this.#etags += 1
      this.server = { content: request.wanted, etag: `"${this.#etags}"`, at: '', windowId: name }
      request.answer = { kind: 'stored', stored: structuredClone(this.server) }
    }
  }

  answer(window: Window, isLost = false) {
    const { request, name } = window
    if (!request?.answer) return
    window.request = undefined
    const { answer } = request
    if (isLost) return this.#set(window, withTrouble(window.slot, 'offline'))
    const isNews = isLatest(window.slot, request.known)
    if (answer.kind === 'stored') {
      const stored = { ...answer.stored, content: request.wanted ?? answer.stored.content }
      this.#set(window, withAnswer(window.slot, stored, request.known))
      if (isNews) this.#say(window, { kind: 'stored', stored: structuredClone(stored) })
    } else if (answer.kind === 'deleted') {
      this.#set(window, withDeleted(window.slot, request.known))
      if (isNews) this.#say(window, { kind: 'stored', stored: null })
    } else {
      const current = structuredClone(this.server)
      this.#set(window, withStale(window.slot, current, this.#isOwn(name, current)))
    }
    return undefined
  }

  read(window: Window) {
    const { slot, name } = window
    if (window.request) return
    const listed = structuredClone(this.server)
    this.#set(window, listed ? withListed(slot, listed, this.#isOwn(name, listed)) : withUnlisted(slot, name))
  }

  hear(window: Window) {
    const message = window.heard.shift()
    if (!message) return
    const before = window.slot
    if (message.kind === 'wanted') {
      const after = withHeard(before, message.heard, window.name)
      const isKept = after !== before && after.owner === window.name
      this.#set(window, isKept ? withOwner(after, window.name, this.#tick()) : after)
      if (isKept) this.#tell(window, window.slot)
    } else this.#set(window, withHeardStored(before, message.stored, window.name))
  }

  close(window: Window) {
    const other = this.#otherOf(window)
    if (other?.slot.owner === window.name) this.#set(other, withOwner(other.slot, null, other.slot.since))
  }

  /** Everything that was typed and neither changed by who saw it nor decided upon. */
  get open(): number[] {
    const changed = new Set(this.#over.values())
    return [...this.#over.keys()].filter((id) => !changed.has(id) && !this.#decided.has(id))
  }

  /** Everything that is held somewhere, or on its way. */
  get held(): Set<number | undefined> {
    return new Set([
      idOf(this.server?.content),
      ...this.windows.flatMap(({ slot, heard, request }) => [
        idOf(slot.wanted),
        idOf(slot.rival?.content),
        idOf(request?.wanted),
        ...heard.map((message) => idOf(message.kind === 'wanted' ? message.heard.wanted : message.stored?.content)),
      ]),
    ])
  }

  settle() {
    for (let round = 0; round < 20; round += 1) {
      for (const window of this.windows) {
        while (window.heard.length > 0) this.hear(window)
        this.choose(window, 'mine')
        this.send(window)
        this.arrive(window)
        this.answer(window)
        this.read(window)
      }
    }
  }

  #tick() {
    this.#clock += 1
    return this.#clock
  }

  #decide(id: number | undefined) {
    if (id !== undefined) this.#decided.add(id)
  }

  #set(window: Window, slot: DraftSlot) {
    window.slot = isEmpty(slot) ? emptySlot(place) : slot
  }

  #want(window: Window, content: DraftContent | null) {
    const wanted = withWanted(window.slot, content)
    const owner = wanted.wanted === null ? null : window.name
    const slot = withOwner(wanted, owner, this.#tick())
    this.#set(window, slot)
    this.#tell(window, slot)
  }

  #tell(window: Window, { wanted, stored, since, after }: DraftSlot) {
    const heard = structuredClone({ wanted, stored, owner: window.name, since, after })
    this.#say(window, { kind: 'wanted', heard })
  }

  #say(window: Window, message: Message) {
    this.#otherOf(window)?.heard.push(message)
  }

  #otherOf({ name }: Window): Window | undefined {
    if (name === 'c') return undefined
    return this.windows.find((each) => each.name === (name === 'a' ? 'b' : 'a'))
  }

  #isOwn(name: string, stored: StoredDraft | null): boolean {
    return stored !== null && (stored.windowId === 'c') === (name === 'c')
  }
}

const anyWindow = fc.nat(2)
const steps = {
  type: (world: World, window: Window) => world.type(window),
  discard: (world: World, window: Window) => world.discard(window),
  undo: (world: World, window: Window) => world.undo(window),
  takeOver: (world: World, window: Window) => world.takeOver(window),
  mine: (world: World, window: Window) => world.choose(window, 'mine'),
  other: (world: World, window: Window) => world.choose(window, 'other'),
  send: (world: World, window: Window) => world.send(window),
  arrive: (world: World, window: Window) => world.arrive(window),
  answer: (world: World, window: Window) => world.answer(window),
  lose: (world: World, window: Window) => world.answer(window, true),
  read: (world: World, window: Window) => world.read(window),
  hear: (world: World, window: Window) => world.hear(window),
  close: (world: World, window: Window) => world.close(window),
}
const names = Object.keys(steps) as (keyof typeof steps)[]
const often: (keyof typeof steps)[] = ['type', 'type', 'discard', 'undo', 'send', 'arrive', 'answer', 'hear', 'hear']
const anyStep = fc.tuple(fc.constantFrom(...names, ...often), anyWindow)

/** Takes the steps one after another, and looks after each of them whether anything is lost. */
function take(world: World, path: readonly (readonly [keyof typeof steps, number])[]) {
  for (const [name, index] of path) {
    const window = world.windows[index]
    if (window) steps[name](world, window)
    for (const id of world.open) expect([...world.held]).toContain(id)
    for (const id of world.deleting.splice(0)) expect(world.open).not.toContain(id)
  }
}

describe('drafts of one person in three windows on two machines', () => {
  it('stay in both windows of a browser when discarding is undone before its answer has come', () => {
    const world = new World()
    const [a, b] = [0, 1]
    const stored = [
      ['type', a],
      ['hear', b],
      ['send', a],
      ['arrive', a],
      ['answer', a],
      ['hear', b],
    ] as const
    take(world, [...stored, ['discard', a], ['hear', b], ['send', a], ['arrive', a], ['undo', a], ['hear', b]])
    expect(world.windows[a]?.slot).toSatisfy((slot: DraftSlot) => !isStored(slot))
    take(world, [
      ['answer', a],
      ['hear', b],
    ])
    expect(idOf(world.windows[b]?.slot.wanted)).toBe(1)
    take(world, [
      ['send', a],
      ['arrive', a],
      ['answer', a],
      ['hear', b],
      ['send', b],
    ])
    expect(idOf(world.server?.content)).toBe(1)
    expect(world.windows.map(({ slot }) => isStored(slot))).toEqual([true, true, false])
  })

  it('are never lost unless somebody saw and decided, and end up the same everywhere', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 60 }), (path) => {
        const world = new World()
        take(world, path)
        world.settle()
        const stored = idOf(world.server?.content)
        for (const id of world.open) expect(id).toBe(stored)
        for (const { slot } of world.windows) {
          expect(idOf(slot.wanted)).toBe(stored)
          expect(slot.wanted === null || isStored(slot)).toBe(true)
        }
      }),
      { numRuns: 3000 },
    )
  })
})
