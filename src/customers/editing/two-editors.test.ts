/* oxlint-disable vitest/no-standalone-expect, vitest/expect-expect -- the editors hold what they do against what they know */
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Customer, CustomerPatch } from '#/contract/customers.ts'
import { accountEditable } from '#/customers/account/account-editable.ts'
import { isSameAccountValue, patchOf, type AccountValues } from '#/customers/account/account-values.ts'
import { chosenValues, followEdit, openConflicts, type Choice, type EditBase } from '#/customers/editing/merge-edit.ts'
import { createMockBackend } from '#mocks/mock-backend.ts'
import type { DemoUser } from '#mocks/mock-state.ts'
import { smallRows } from '#mocks/seed/small-seed.ts'

const fields = ['title', 'companyName', 'displayName', 'middleName'] as const
type Field = (typeof fields)[number]
const path = { id: 'ada' }
const { scopes = [], customers = [] } = smallRows()
const backend = createMockBackend({ rows: { scopes, customers: customers.filter(({ id }) => id === path.id) } })
const read = async () => backend.callAs('admin', 'getCustomer', { path })

/** The version that a refused save comes with. */
function currentOf(error: unknown): Customer {
  const text = error instanceof Error ? error.message : ''
  const { type, current } = JSON.parse(text.slice(text.indexOf('{'))) as { type: string; current: Customer }
  if (type !== '/problems/stale') throw error
  return current
}

/** One person with the account in a form, who does what the editor lets a person do. */
class Editor {
  readonly #as: DemoUser
  #edit: EditBase<Customer>
  values: AccountValues
  /** By field, the stored value that the person knew when it was last decided what shall stand there. */
  readonly #knows: Record<Field, string>

  constructor(as: DemoUser, version: Customer) {
    this.#as = as
    this.#edit = { version, moved: {} }
    this.values = accountEditable.valuesOf(version)
    this.#knows = { ...this.values }
  }

  get #stored() {
    return accountEditable.valuesOf(this.#edit.version)
  }

  get #conflicts() {
    return openConflicts(accountEditable, this.#edit, this.values)
  }

  type(field: Field, text: string) {
    this.values = { ...this.values, [field]: text }
  }

  /** Goes on to a newer version; nothing that was typed changes under the person's hands. */
  follow(version: Customer) {
    const before = { ...this.values }
    const typed = fields.filter((field) => !isSameAccountValue(this.#stored[field], before[field]))
    const merged = followEdit(accountEditable, this.#edit, this.values, version)
    this.#edit = merged
    this.values = merged.values
    expect(typed.map((field) => this.values[field])).toEqual(typed.map((field) => before[field]))
    for (const field of fields) if (isSameAccountValue(this.#stored[field], this.values[field])) this.#see(field)
    return merged
  }

  #see(field: Field) {
    this.#knows[field] = this.#stored[field]
  }

  choose(choice: Choice) {
    const conflicts = this.#conflicts
    const choices = Object.fromEntries(conflicts.map(({ key }) => [key, choice]))
    this.values = chosenValues(accountEditable, this.values, conflicts, choices)
    for (const field of fields) if (conflicts.some((each) => each.field === field)) this.#see(field)
    this.#edit = { version: this.#edit.version, moved: {} }
  }

  /** Saves as the editor does; what it overwrites the person has seen. */
  async save(): Promise<void> {
    if (this.#conflicts.length > 0) return
    const before = this.#stored
    const patch = patchOf(before, this.values) as CustomerPatch
    if (Object.keys(patch).length === 0) return
    try {
      const { etag: ifMatch } = this.#edit.version
      const saved = await backend.callAs(this.#as, 'patchCustomer', { path, body: patch, ifMatch })
      const overwritten = fields.filter((field) => field in patch)
      expect(overwritten.map((field) => this.#knows[field])).toEqual(overwritten.map((field) => before[field]))
      // The others are as they were: nothing that somebody else saved goes with it.
      const kept = fields.filter((field) => !(field in patch))
      const now = accountEditable.valuesOf(saved)
      expect(kept.map((field) => now[field])).toEqual(kept.map((field) => before[field]))
      this.#edit = { version: saved, moved: {} }
      this.values = now
      for (const field of fields) this.#see(field)
    } catch (error) {
      const { theirs, conflicts } = this.follow(currentOf(error))
      if (theirs.length === 0 && conflicts.length === 0) await this.save()
    }
  }
}

const who = fc.constantFrom(0, 1)
const step = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(who, fc.constantFrom(...fields), fc.constantFrom('', 'a', 'b', ' b')) },
  { weight: 3, arbitrary: fc.tuple(who, fc.constant('save' as const)) },
  { weight: 2, arbitrary: fc.tuple(who, fc.constant('read' as const)) },
  { weight: 2, arbitrary: fc.tuple(who, fc.constantFrom<Choice>('mine', 'theirs')) },
)

it('loses no value that was saved without the other having been shown it, whatever two people do', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
      const start = await read()
      const people = [new Editor('service', start), new Editor('sales', start)]
      for (const [at, what, text] of steps) {
        const person = people[at]
        if (!person) continue
        if (text !== undefined) person.type(what as Field, text)
        else if (what === 'save') await person.save()
        else if (what === 'read') person.follow(await read())
        else person.choose(what as Choice)
      }
    }),
    { numRuns: 500 },
  )
}, 120_000)
