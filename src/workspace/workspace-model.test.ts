import { createMemoryHistory } from '@tanstack/react-router'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseOpen, sections, type Section } from '#/workspace/open-records.ts'
import { Workspace } from '#/workspace/workspace.ts'
import { openOf, recordOfPath } from '#/workspace/workspace-address.ts'

/** What a person would say is so: what is open in which order, what was looked at, where they are in that. */
interface Model {
  open: string[]
  entries: string[]
  at: number
  unsaved: Set<string>
}

interface Real {
  history: ReturnType<typeof createMemoryHistory>
  workspace: Workspace
}

type Step = fc.Command<Model, Real>

const pathNow = (model: Model) => model.entries[model.at] ?? ''

/** Looking at something opens it when it is a record, and cuts off what Forward led to. */
function goTo(model: Model, path: string) {
  if (path === pathNow(model)) return
  model.entries.splice(model.at + 1, Number.POSITIVE_INFINITY, path)
  model.at += 1
  opens(model, path)
}

function opens(model: Model, path: string) {
  const id = recordOfPath(path)?.id
  if (id !== undefined && !model.open.includes(id)) model.open.push(id)
}

function check(model: Model, { history, workspace }: Real) {
  const { records, active, mounted, unsaved } = workspace.store.getState()
  const ids = records.map(({ id }) => id)
  expect(ids).toEqual(model.open)
  expect(history.location.pathname).toBe(pathNow(model))
  // The address describes what is shown, whoever reads it.
  expect(parseOpen(openOf(history.location.search)).records).toEqual(records)
  expect(active).toBe(recordOfPath(pathNow(model))?.id ?? null)
  const section = recordOfPath(pathNow(model))?.section
  if (active !== null) expect(records.find(({ id }) => id === active)?.section).toBe(section)
  expect(history.length).toBe(model.entries.length)
  expect(Object.keys(unsaved).toSorted()).toEqual([...model.unsaved].toSorted())
  expect(ids).toEqual(expect.arrayContaining([...mounted]))
  if (active !== null) expect(mounted[0]).toBe(active)
  expect(mounted.filter((id) => !model.unsaved.has(id)).length).toBeLessThanOrEqual(8)
}

function step(name: string, run: (model: Model, real: Real) => void): Step {
  return {
    check: () => true,
    run: (model, real) => {
      run(model, real)
      check(model, real)
    },
    toString: () => name,
  }
}

const names = Array.from({ length: 12 }, (_, index) => `c${index}`)
const anyId = fc.constantFrom(...names)
const anySection = fc.constantFrom(...sections)

const follow = (path: string) =>
  step(`follow ${path}`, (model, { history }) => {
    history.push(path)
    goTo(model, path)
  })

const show = (id: string) =>
  step(`show ${id}`, (model, { workspace }) => {
    const left: Section = workspace.store.getState().records.find((record) => record.id === id)?.section ?? 'account'
    workspace.show(id)
    goTo(model, `/customers/${id}/${left}`)
  })

const openBehind = (id: string) =>
  step(`open ${id} behind`, (model, { workspace }) => {
    workspace.openInBackground(id)
    if (!model.open.includes(id)) model.open.push(id)
  })

const close = (ids: readonly string[]) =>
  step(`close ${ids.join(' ')}`, (model, { workspace }) => {
    const { records, active } = workspace.store.getState()
    const place = active === null ? -1 : model.open.indexOf(active)
    const stays = model.open.filter((id) => !ids.includes(id))
    if (active !== null && ids.includes(active)) {
      const next =
        model.open.slice(place).find((id) => stays.includes(id)) ??
        stays.findLast((id) => model.open.indexOf(id) < place)
      const section = records.find(({ id }) => id === next)?.section
      model.entries[model.at] = next === undefined ? '/customers' : `/customers/${next}/${section}`
    }
    model.open = stays
    for (const id of ids) model.unsaved.delete(id)
    workspace.close(ids)
  })

const move = (id: string, to: number) =>
  step(`move ${id} to ${to}`, (model, { workspace }) => {
    if (model.open.includes(id)) {
      const others = model.open.filter((other) => other !== id)
      model.open = others.toSpliced(to, 0, id)
    }
    workspace.move(id, to)
  })

const travel = (by: number) =>
  step(`go ${by}`, (model, { history }) => {
    const before = [...model.open]
    model.at = Math.min(Math.max(model.at + by, 0), model.entries.length - 1)
    opens(model, pathNow(model))
    history.go(by)
    // Nothing closes, and nothing opens but what is looked at.
    expect(model.open.slice(0, before.length)).toEqual(before)
  })

const edit = (id: string, isUnsaved: boolean) =>
  step(`${isUnsaved ? 'edit' : 'save'} ${id}`, (model, { workspace }) => {
    workspace.setUnsaved(id, 'account', isUnsaved)
    if (!isUnsaved) model.unsaved.delete(id)
    else if (model.open.includes(id)) model.unsaved.add(id)
  })

const steps = [
  fc.tuple(anyId, anySection).map(([id, section]) => follow(`/customers/${id}/${section}`)),
  fc.constantFrom('/customers', '/orders', '/orders/o1').map(follow),
  anyId.map(show),
  anyId.map(openBehind),
  fc.uniqueArray(anyId, { minLength: 1, maxLength: 12 }).map(close),
  fc.tuple(anyId, fc.nat(12)).map(([id, to]) => move(id, to)),
  fc.constantFrom(-3, -2, -1, 1, 2).map(travel),
  fc.tuple(anyId, fc.boolean()).map(([id, isUnsaved]) => edit(id, isUnsaved)),
]

it('shows what the address says, whatever a person does', () => {
  expect.hasAssertions()
  fc.assert(
    fc.property(fc.commands(steps, { maxCommands: 60 }), (commands) => {
      const history = createMemoryHistory({ initialEntries: ['/customers'] })
      const setup = () => ({
        model: { open: [], entries: ['/customers'], at: 0, unsaved: new Set<string>() },
        real: { history, workspace: new Workspace(history) },
      })
      fc.modelRun(setup, commands)
    }),
    { numRuns: 300 },
  )
})
