import { createMemoryHistory } from '@tanstack/react-router'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Closing } from '#/workspace/closed-records.ts'
import { leastUsed } from '#/workspace/least-used.ts'
import { parseOpen, sections, type Section } from '#/workspace/open-records.ts'
import { Workspace } from '#/workspace/workspace.ts'
import { openOf, recordOfPath } from '#/workspace/workspace-address.ts'

/** Low, so that it is reached all the time. */
const limit = 6

/** What a person would say is so: what is open in which order, what was looked at, where they are in that. */
interface Model {
  open: string[]
  pinned: Set<string>
  unsaved: Set<string>
  entries: string[]
  at: number
}

interface Real {
  history: ReturnType<typeof createMemoryHistory>
  workspace: Workspace
}

type Step = fc.Command<Model, Real>

const stateOf = ({ workspace }: Real) => workspace.store.getState()
const idsOf = (real: Real) => stateOf(real).records.map(({ id }) => id)
const pathNow = (model: Model) => model.entries[model.at] ?? ''

/** All that undo has to bring back. */
const snapshot = (real: Real) => {
  const { records, pinned, closed, active } = stateOf(real)
  const { href } = real.history.location
  return { records, pinned, closed, active, href, views: records.map(({ id }) => real.workspace.viewsOf(id)) }
}

/** Looking at something cuts off what Forward led to. */
function goTo(model: Model, path: string) {
  if (path === pathNow(model)) return
  model.entries.splice(model.at + 1, Number.POSITIVE_INFINITY, path)
  model.at += 1
}

/** What has to be closed for a record that is about to be opened. */
function toRetire(real: Real, path: string): string | undefined {
  const id = recordOfPath(path)?.id
  if (id === undefined || real.workspace.isOpen(id) || idsOf(real).length < limit) return undefined
  return leastUsed(stateOf(real))
}

/** The record that a path shows is open then, the last one, and one that may go has gone for it. */
function opens(model: Model, path: string, retired: string | undefined) {
  const id = recordOfPath(path)?.id
  if (retired !== undefined) model.open = model.open.filter((other) => other !== retired)
  if (id !== undefined && !model.open.includes(id)) model.open.push(id)
}

function check(model: Model, real: Real) {
  const { history } = real
  const { records, active, mounted, unsaved, pinned, closed, used } = stateOf(real)
  const ids = idsOf(real)
  expect(ids).toEqual(model.open)
  expect(new Set(ids).size).toBe(ids.length)
  expect(history.location.pathname).toBe(pathNow(model))
  // The address describes what is shown, whoever reads it.
  expect(parseOpen(openOf(history.location.search)).records).toEqual(records)
  expect(active).toBe(recordOfPath(pathNow(model))?.id ?? null)
  const section = recordOfPath(pathNow(model))?.section
  if (active !== null) expect(records.find(({ id }) => id === active)?.section).toBe(section)
  expect(history.length).toBe(model.entries.length)
  expect(Object.keys(unsaved).toSorted()).toEqual([...model.unsaved].toSorted())
  // The pinned ones first, and nobody else is.
  expect(ids.slice(0, pinned.length).toSorted()).toEqual([...pinned].toSorted())
  expect([...pinned].toSorted()).toEqual([...model.pinned].toSorted())
  // What is open is not closed as well.
  expect(closed.filter(({ id }) => ids.includes(id))).toEqual([])
  expect(new Set(closed.map(({ id }) => id)).size).toBe(closed.length)
  expect(ids).toEqual(expect.arrayContaining([...mounted]))
  expect(mounted.length).toBeLessThanOrEqual(8)
  if (active !== null) expect([mounted[0], used[0]]).toEqual([active, active])
}

/** `closing` are the records that the person asks to close: no other one goes that is pinned or holds unsaved edits. */
function step(name: string, run: (model: Model, real: Real) => void, closing: readonly string[] = []): Step {
  return {
    check: () => true,
    run: (model, real) => {
      const before = idsOf(real)
      const kept = before.filter((id) => model.pinned.has(id) || model.unsaved.has(id))
      run(model, real)
      const asked = kept.filter((id) => !closing.includes(id))
      expect(idsOf(real)).toEqual(expect.arrayContaining(asked))
      check(model, real)
    },
    toString: () => name,
  }
}

const names = Array.from({ length: 12 }, (_, index) => `c${index}`)
const anyId = fc.constantFrom(...names)
const anySection = fc.constantFrom(...sections)

const follow = (path: string) =>
  step(`follow ${path}`, (model, real) => {
    const retired = toRetire(real, path)
    real.history.push(path)
    goTo(model, path)
    opens(model, path, retired)
  })

const show = (id: string) =>
  step(`show ${id}`, (model, real) => {
    const left: Section = stateOf(real).records.find((record) => record.id === id)?.section ?? 'account'
    const path = `/customers/${id}/${left}`
    const retired = toRetire(real, path)
    real.workspace.show(id)
    goTo(model, path)
    opens(model, path, retired)
  })

const openBehind = (id: string) =>
  step(`open ${id} behind`, (model, real) => {
    const path = `/customers/${id}/account`
    const retired = toRetire(real, path)
    real.workspace.openInBackground(id)
    opens(model, path, retired)
  })

function closes(model: Model, real: Real, ids: readonly string[]) {
  const { records, active } = stateOf(real)
  const place = active === null ? -1 : model.open.indexOf(active)
  const stays = model.open.filter((id) => !ids.includes(id))
  if (active !== null && ids.includes(active)) {
    const next =
      model.open.slice(place).find((id) => stays.includes(id)) ?? stays.findLast((id) => model.open.indexOf(id) < place)
    const section = records.find(({ id }) => id === next)?.section
    model.entries[model.at] = next === undefined ? '/customers' : `/customers/${next}/${section}`
  }
  model.open = stays
  for (const id of ids) {
    model.unsaved.delete(id)
    model.pinned.delete(id)
  }
  real.workspace.close(ids)
}

const close = (ids: readonly string[]) => step(`close ${ids.join(' ')}`, (model, real) => closes(model, real, ids), ids)

/** Asked about unsaved edits, a person thinks better of it: nothing closes. */
const thinkBetter = (ids: readonly string[]) =>
  step(`think better of closing ${ids.join(' ')}`, (model, real) => {
    if (!ids.some((id) => model.unsaved.has(id))) return
    expect(real.workspace.askToClose(ids)).toBe(false)
    real.workspace.answerClose(false)
  })

const closingsOf = (real: Real): Closing[] =>
  stateOf(real).news.flatMap((one) => (one.kind === 'closed' || one.kind === 'retired' ? one.closing : []))

const closeAndUndo = (ids: readonly string[]) =>
  step(`close ${ids.join(' ')} and undo`, (model, real) => {
    const before = { real: snapshot(real), entry: pathNow(model), pinned: [...model.pinned], open: [...model.open] }
    const unsaved = stateOf(real).unsaved
    const known = closingsOf(real).length
    closes(model, real, ids)
    const closing = closingsOf(real)[known]
    if (closing) real.workspace.undoClosing(closing)
    expect(snapshot(real)).toEqual(before.real)
    // Edits come back from their drafts, which are not of this.
    for (const [id, forms] of Object.entries(unsaved))
      for (const form of forms) real.workspace.setUnsaved(id, form, true)
    model.open = before.open
    model.pinned = new Set(before.pinned)
    model.unsaved = new Set(Object.keys(unsaved))
    model.entries[model.at] = before.entry
  })

/** Some time after a record was closed, by the person or to make room. */
const undoLater = (which: number) =>
  step(`undo ${which}`, (model, real) => {
    const closing = closingsOf(real).at(-1 - which)
    if (!closing) return
    const others = model.open.filter((id) => !closing.records.some((record) => record.id === id))
    const wasOpen = new Set(model.open)
    real.workspace.undoClosing(closing)
    const ids = idsOf(real)
    expect(ids.filter((id) => others.includes(id))).toEqual(others)
    expect(ids).toEqual(expect.arrayContaining(closing.records.map(({ id }) => id)))
    for (const { id, isPinned } of closing.records) if (isPinned && !wasOpen.has(id)) model.pinned.add(id)
    model.open = ids
    if (closing.place?.id == null) return
    const shown = stateOf(real).records.find(({ id }) => id === closing.place?.id)
    expect(stateOf(real).active).toBe(shown?.id)
    const path = `/customers/${shown?.id}/${shown?.section}`
    const isInPlace = pathNow(model) === closing.place.ledTo && model.at === closing.place.entry
    if (isInPlace) model.entries[model.at] = path
    else goTo(model, path)
  })

const reopen = () =>
  step('reopen', (model, real) => {
    const [last] = stateOf(real).closed
    if (!last) return
    const retired = toRetire(real, `/customers/${last.id}/account`)
    const others = model.open.filter((id) => id !== retired)
    real.workspace.reopen()
    const ids = idsOf(real)
    expect(ids.filter((id) => id !== last.id)).toEqual(others)
    expect(stateOf(real).active).toBe(last.id)
    expect(real.workspace.viewsOf(last.id)).toEqual(last.views)
    model.open = ids
    if (last.isPinned) model.pinned.add(last.id)
    goTo(model, `/customers/${last.id}/${last.section}`)
  })

const pin = (id: string, isPinned: boolean) =>
  step(`${isPinned ? 'pin' : 'free'} ${id}`, (model, real) => {
    real.workspace.pin(id, isPinned)
    if (!model.open.includes(id) || model.pinned.has(id) === isPinned) return
    const others = model.open.filter((other) => other !== id)
    const pinned = others.filter((other) => model.pinned.has(other))
    model.open = others.toSpliced(pinned.length, 0, id)
    if (isPinned) model.pinned.add(id)
    else model.pinned.delete(id)
  })

const move = (id: string, to: number) =>
  step(`move ${id} to ${to}`, (model, real) => {
    if (model.open.includes(id)) {
      const moved = model.open.filter((other) => other !== id).toSpliced(to, 0, id)
      const isPinned = (other: string) => model.pinned.has(other)
      model.open = [...moved.filter(isPinned), ...moved.filter((other) => !isPinned(other))]
    }
    real.workspace.move(id, to)
  })

const travel = (by: number) =>
  step(`go ${by}`, (model, real) => {
    const before = [...model.open]
    model.at = Math.min(Math.max(model.at + by, 0), model.entries.length - 1)
    const retired = toRetire(real, pathNow(model))
    opens(model, pathNow(model), retired)
    real.history.go(by)
    // Nothing opens but what is looked at, and nothing closes but what has to go for it.
    expect(before.filter((id) => !idsOf(real).includes(id))).toEqual(retired === undefined ? [] : [retired])
  })

const edit = (id: string, isUnsaved: boolean) =>
  step(`${isUnsaved ? 'edit' : 'save'} ${id}`, (model, { workspace }) => {
    workspace.setUnsaved(id, 'account', isUnsaved)
    if (!isUnsaved) model.unsaved.delete(id)
    else if (model.open.includes(id)) model.unsaved.add(id)
  })

const look = (id: string, offset: number) =>
  step(`scroll ${id} to ${offset}`, (model, { workspace }) => {
    if (model.open.includes(id)) workspace.remember(id, 'orders/scroll', offset)
  })

const someIds = fc.uniqueArray(anyId, { minLength: 1, maxLength: 12 })
const steps = [
  fc.tuple(anyId, anySection).map(([id, section]) => follow(`/customers/${id}/${section}`)),
  fc.constantFrom('/customers', '/orders', '/orders/o1').map(follow),
  anyId.map(show),
  anyId.map(openBehind),
  someIds.map(close),
  someIds.map(closeAndUndo),
  someIds.map(thinkBetter),
  fc.nat(3).map(undoLater),
  fc.constant(null).map(reopen),
  fc.tuple(anyId, fc.boolean()).map(([id, isPinned]) => pin(id, isPinned)),
  fc.tuple(anyId, fc.nat(12)).map(([id, to]) => move(id, to)),
  fc.constantFrom(-3, -2, -1, 1, 2).map(travel),
  fc.tuple(anyId, fc.boolean()).map(([id, isUnsaved]) => edit(id, isUnsaved)),
  fc.tuple(anyId, fc.nat(900)).map(([id, offset]) => look(id, offset)),
]

it('keeps what may not go, shows what the address says and undoes exactly, whatever a person does', () => {
  expect.hasAssertions()
  fc.assert(
    fc.property(fc.commands(steps, { maxCommands: 60 }), (commands) => {
      const history = createMemoryHistory({ initialEntries: ['/customers'] })
      const setup = () => {
        const workspace = new Workspace(history)
        workspace.store.setState({ limit })
        const model = {
          open: [],
          pinned: new Set<string>(),
          unsaved: new Set<string>(),
          entries: ['/customers'],
          at: 0,
        }
        return { model, real: { history, workspace } }
      }
      fc.modelRun(setup, commands)
    }),
    { numRuns: 1000 },
  )
})
