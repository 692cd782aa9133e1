import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { NoteRow } from '#server/store/care-rows.ts'
import { problem } from '#mocks/answers.ts'
import { mock } from '#mocks/mock.ts'
import { mockBackend } from '#mocks/node.ts'
import { serviceActor } from '#mocks/seed/actors.ts'
import { insertRows } from '#tests/builders.ts'
import { aNote } from '#tests/care-builders.ts'
import { renderApp } from '#tests/render-app.tsx'

type Options = Parameters<typeof renderApp>[1]

const day = (number: number) => new Date(Date.UTC(2026, 9, number)).toISOString()

/** Notes of Tess by the service, the oldest first. */
const write = async (...notes: (Partial<NoteRow> & { content: string })[]) =>
  insertRows(mockBackend().store, {
    notes: notes.map((note, index) => {
      const at = day(index + 1)
      const members = { customerId: 'two-homes', number: index + 1, createdAt: at, updatedAt: at }
      return aNote({ ...members, createdBy: serviceActor, updatedBy: serviceActor, ...note })
    }),
  })
const manyNotes = (count: number) => Array.from({ length: count }, (_, index) => ({ content: `text ${index + 1}` }))

async function notesOf(at = '/customers/two-homes/notes', options?: Options) {
  const app = renderApp(at, options)
  const region = await screen.findByRole('region', { name: 'Notes' })
  const section = within(region)
  await section.findByRole('button', { name: /^Add note/ })
  const note = (name: string) => within(section.getByRole('article', { name }))
  const names = () => section.queryAllByRole('article').map((article) => article.getAttribute('aria-label'))
  const choose = async (name: string, item: string) => {
    await app.user.click(note(name).getByRole('button', { name: `More actions for ${name}` }))
    await app.user.click(await screen.findByRole('menuitem', { name: item }))
  }
  const notice = () => screen.getByRole('status', { name: 'Notices' })
  return { ...app, region, section, note, names, choose, notice }
}

const stored = async () => (await mockBackend().callAs('admin', 'listNotes', { path: { id: 'two-homes' } })).items

describe('the notes of a customer', () => {
  it('stand pinned first, then the newest, with number, author and time', async () => {
    await write({ content: 'first' }, { content: 'second', pinned: true }, { content: 'third' })
    const { names, note, section } = await notesOf()
    await waitFor(() => expect(names()).toEqual(['Note 2', 'Note 3', 'Note 1']))
    expect(note('Note 2').getByText('Pinned')).toBeVisible()
    expect(note('Note 3').getByText(/^Sam Rivera/)).toBeVisible()
    expect(note('Note 3').getByText('Oct 3, 2026')).toBeVisible()
    expect(section.getByRole('list', { name: 'Notes' })).toBeVisible()
    expect(await screen.findByRole('tab', { name: 'Notes' })).toHaveAccessibleDescription('3')
  })

  it('are loaded page by page; what could not be loaded can be asked for again', async () => {
    await write(...manyNotes(120))
    const { section, names, user, region } = await notesOf()
    await waitFor(() => expect(names()).toHaveLength(50))
    mock('listNotes', () => problem('not-found'), { once: true })
    await user.click(section.getByRole('button', { name: 'Show more' }))
    expect(await section.findByRole('alert')).toHaveTextContent('The next rows could not be loaded')
    await user.click(section.getByRole('button', { name: 'Try again' }))
    // From here on only those near the view are drawn.
    await waitFor(() => expect(region.querySelector('[data-feed]')).toHaveAttribute('aria-setsize', '-1'))
    expect(names().length).toBeLessThan(50)
    await user.click(section.getByRole('button', { name: 'Show more' }))
    await waitFor(() => expect(region.querySelector('[data-feed]')).toHaveAttribute('aria-setsize', '120'))
    expect(section.queryByRole('button', { name: 'Show more' })).not.toBeInTheDocument()
  })

  it('say so when there is none, and offer the next step', async () => {
    const { section, user } = await notesOf()
    expect(await section.findByRole('heading', { name: 'No notes yet' })).toBeVisible()
    await user.click(section.getByRole('button', { name: 'Add the first note' }))
    expect(await section.findByRole('form', { name: 'New note' })).toBeVisible()
  })

  it.each([
    ['forbidden', 'You may not see this'],
    ['not-found', 'Notes could not be loaded'],
  ] as const)('say what is the matter: %s', async (type, text) => {
    mock('listNotes', () => problem(type))
    renderApp('/customers/two-homes/notes')
    const section = await screen.findByRole('region', { name: 'Notes' })
    expect(await within(section).findByRole('heading', { name: text })).toBeVisible()
    expect(within(section).queryByRole('button', { name: 'Add note' })).not.toBeInTheDocument()
  })
})

describe('writing notes', () => {
  it('adds one, refuses an empty one and a card number with the reason, and gives the focus to the new note', async () => {
    await write({ content: 'first' }, { content: 'second', pinned: true })
    const { section, user, names, note, notice, sentTo } = await notesOf()
    await user.click(section.getByRole('button', { name: 'Add note' }))
    const form = within(await section.findByRole('form', { name: 'New note' }))
    const text = form.getByLabelText('Text')
    expect(text).toHaveFocus()
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(text).toHaveAccessibleDescription('Enter a value'))
    await user.paste('Card 4111 1111 1111 1111')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(text).toHaveAccessibleDescription(/looks like the number of a payment card/))
    expect(sentTo('createNote')).toHaveLength(0)

    await user.clear(text)
    await user.paste('Two\nlines')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(names()).toEqual(['Note 2', 'Note 3', 'Note 1']))
    await waitFor(() => expect(notice()).toHaveTextContent('Note added'))
    expect(notice()).toHaveTextContent('Tess TwohomesC-100203')
    expect(note('Note 3').getByText(/^Two\s+lines$/).textContent).toBe('Two\nlines')
    await waitFor(() => expect(note('Note 3').getByRole('button', { name: 'Pin Note 3' })).toHaveFocus())
    expect(screen.getByRole('tab', { name: 'Notes' })).toHaveAccessibleDescription('3')
    expect(sentTo('createNote')[0]?.headers.get('idempotency-key')).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('keeps what was typed when saving fails, and says it again under the same key', async () => {
    mock('createNote', () => problem('unavailable'), { once: true })
    const { section, user, sentTo } = await notesOf()
    await user.click(await section.findByRole('button', { name: 'Add note' }))
    const form = within(await section.findByRole('form', { name: 'New note' }))
    await user.paste('Keep me')
    await user.click(form.getByLabelText('Pin on top'))
    await user.click(form.getByRole('button', { name: 'Save' }))
    expect(await form.findByRole('alert')).toHaveTextContent('Not saved. What you typed is still here.')
    expect(form.getByLabelText('Text')).toHaveValue('Keep me')
    await user.click(form.getByRole('button', { name: 'Save' }))
    await section.findByRole('article', { name: 'Note 1' })
    expect(await stored()).toMatchObject([{ content: 'Keep me', pinned: true }])
    const keys = sentTo('createNote').map(({ headers }) => headers.get('idempotency-key'))
    expect(new Set(keys).size).toBe(1)
  })

  it('comes back as a draft in its form after a reload', async () => {
    await write({ content: 'first' })
    const first = await notesOf()
    await first.user.click(first.section.getByRole('button', { name: 'Edit Note 1' }))
    await first.user.paste(' and more')
    await first.user.click(first.section.getByRole('button', { name: 'Add note' }))
    await waitFor(() => expect(first.section.getAllByRole('form')).toHaveLength(2))
    await first.user.paste('Not yet said')
    for (const form of first.section.getAllByRole('form')) await within(form).findByText(/^Saved as draft, /)
    first.unmount()

    const { section } = await notesOf()
    const fresh = await section.findByRole('form', { name: 'New note' })
    expect(within(fresh).getByLabelText('Text')).toHaveValue('Not yet said')
    const edited = section.getByRole('form', { name: 'Edit Note 1' })
    expect(within(edited).getByLabelText('Text')).toHaveValue(' and morefirst')
    expect(section.queryByRole('article', { name: 'Note 1' })).not.toBeInTheDocument()
  })
})

describe('changing notes', () => {
  it('is for who wrote them and for moderators; everybody else is told why not', async () => {
    await write(
      { content: 'mine' },
      { content: 'not mine', createdBy: { type: 'staff', id: 'staff-sales', displayName: 'Lena Fischer' } },
    )
    const { section, user, sentTo } = await notesOf(undefined, { as: 'service' })
    const theirs = await section.findByRole('button', { name: 'Edit Note 2' })
    expect(theirs).toHaveAttribute('aria-disabled', 'true')
    await user.hover(theirs)
    expect(await screen.findByRole('tooltip')).toHaveTextContent('Only who wrote a note may change it')
    await user.click(theirs)
    await user.click(section.getByRole('button', { name: 'Edit Note 1' }))
    const form = within(await section.findByRole('form', { name: 'Edit Note 1' }))
    await user.clear(form.getByLabelText('Text'))
    await user.paste('still mine')
    await user.click(form.getByRole('button', { name: 'Save' }))
    await section.findByText('still mine')
    await waitFor(() => expect(section.queryByRole('form')).not.toBeInTheDocument())
    expect(sentTo('patchNote').map(({ body }) => body)).toEqual([{ content: 'still mine' }])
  })

  it('lets nobody write about an anonymised customer', async () => {
    const { section } = await notesOf('/customers/anonymous/notes')
    const add = await section.findByRole('button', { name: 'Add note' })
    await waitFor(() => expect(add).toHaveAttribute('aria-disabled', 'true'))
    expect(section.queryByRole('button', { name: 'Add the first note' })).not.toBeInTheDocument()
  })

  it('keeps the focus on the button when it is known later that none may be written', async () => {
    const held = Promise.withResolvers<undefined>()
    mock('getCustomer', async ({ passThrough }) => {
      await held.promise
      return passThrough()
    })
    const { section } = await notesOf('/customers/anonymous/notes')
    const add = await section.findByRole('button', { name: 'Add note' })
    add.focus()
    held.resolve(undefined)
    await waitFor(() =>
      expect(section.getByRole('button', { name: 'Add note' })).toHaveAttribute('aria-disabled', 'true'),
    )
    expect(add).toHaveFocus()
  })

  it('shows both texts when a colleague saved the same note meanwhile', async () => {
    await write({ content: 'before' })
    const { section, user } = await notesOf()
    await user.click(await section.findByRole('button', { name: 'Edit Note 1' }))
    const form = within(await section.findByRole('form', { name: 'Edit Note 1' }))
    await user.clear(form.getByLabelText('Text'))
    await user.paste('mine')
    const [note] = await stored()
    await mockBackend().callAs('service', 'patchNote', {
      path: { id: 'two-homes', noteId: note?.id ?? '' },
      body: { content: 'theirs' },
    })
    await user.click(form.getByRole('button', { name: 'Save' }))
    expect(await section.findByRole('heading', { name: /^Sam Rivera saved this note/ })).toBeVisible()
    await user.click(section.getByRole('radio', { name: /mine/ }))
    await user.click(section.getByRole('button', { name: 'Save my choices' }))
    await waitFor(async () => expect(await stored()).toMatchObject([{ content: 'mine' }]))
  })

  it('keeps what was typed into a note that was deleted meanwhile, to be added as another one', async () => {
    await write({ content: 'before' })
    const { section, user } = await notesOf()
    await user.click(await section.findByRole('button', { name: 'Edit Note 1' }))
    const form = within(await section.findByRole('form', { name: 'Edit Note 1' }))
    await user.clear(form.getByLabelText('Text'))
    await user.paste('too late')
    const [note] = await stored()
    await mockBackend().callAs('service', 'deleteNote', { path: { id: 'two-homes', noteId: note?.id ?? '' } })
    await user.click(form.getByRole('button', { name: 'Save' }))
    expect(await section.findByText('This note was deleted.')).toBeVisible()
    await user.click(section.getByRole('button', { name: 'Add as a new note' }))
    const fresh = within(await section.findByRole('form', { name: 'New note' }))
    expect(fresh.getByLabelText('Text')).toHaveValue('too late')
    expect(section.getAllByRole('form')).toHaveLength(1)
    await user.click(fresh.getByRole('button', { name: 'Save' }))
    await waitFor(async () => expect(await stored()).toMatchObject([{ content: 'too late', number: 2 }]))
  })

  it('deletes after a question that names the customer, and brings back by undo', async () => {
    await write({ content: 'first' }, { content: 'second' })
    const { choose, section, user, notice, names } = await notesOf()
    await section.findByRole('article', { name: 'Note 2' })
    await choose('Note 2', 'Delete')
    const dialog = await screen.findByRole('dialog', { name: 'Delete this note?' })
    expect(dialog).toHaveTextContent('Tess TwohomesC-100203')
    expect(dialog).toHaveTextContent('second')
    await user.click(within(dialog).getByRole('button', { name: 'Delete' }))
    await waitFor(() => expect(names()).toEqual(['Note 1']))
    await waitFor(() => expect(section.getByRole('button', { name: 'Pin Note 1' })).toHaveFocus())
    await waitFor(() => expect(notice()).toHaveTextContent('Deleted: Note 2'))
    await user.click(within(notice()).getByRole('button', { name: /^Undo/ }))
    await waitFor(() => expect(names()).toEqual(['Note 2', 'Note 1']))
    expect(await stored()).toHaveLength(2)
  })

  it('pins and unpins, also over a change of the text, and the focus goes with the note', async () => {
    await write({ content: 'first' }, { content: 'second' })
    const { section, user, names, notice } = await notesOf(undefined, { as: 'finance' })
    const pin = await section.findByRole('button', { name: 'Pin Note 1' })
    expect(pin).toHaveAttribute('aria-pressed', 'false')
    const note = (await stored()).find(({ content }) => content === 'first')
    await mockBackend().callAs('service', 'patchNote', {
      path: { id: 'two-homes', noteId: note?.id ?? '' },
      body: { content: 'first, edited' },
    })
    await user.click(pin)
    await waitFor(() => expect(names()).toEqual(['Note 1', 'Note 2']))
    expect(section.getByText('first, edited')).toBeVisible()
    await waitFor(() => expect(section.getByRole('button', { name: 'Pin Note 1' })).toHaveFocus())
    expect(section.getByRole('button', { name: 'Pin Note 1' })).toHaveAttribute('aria-pressed', 'true')
    mock('patchNote', () => problem('unavailable'), { once: true })
    await user.click(section.getByRole('button', { name: 'Pin Note 1' }))
    await waitFor(() => expect(notice()).toHaveTextContent('That did not work. Nothing was changed.'))
    expect(names()).toEqual(['Note 1', 'Note 2'])
    await user.click(section.getByRole('button', { name: 'Pin Note 1' }))
    await waitFor(() => expect(names()).toEqual(['Note 2', 'Note 1']))
  })
})

describe('a link to a note', () => {
  it('shows that one first, whole and focused, and lets it go again', async () => {
    await write(...manyNotes(60), { content: 'last', number: 61, createdAt: day(200) })
    const { names, note, section, user, router } = await notesOf('/customers/two-homes/notes?note=3')
    await waitFor(() => expect(names()[0]).toBe('Note 3'))
    expect(note('Note 3').getByText('Linked note')).toBeVisible()
    expect(section.getByRole('article', { name: 'Note 3' })).toHaveFocus()
    await user.click(note('Note 3').getByRole('button', { name: 'Show all notes in their order' }))
    await waitFor(() => expect(names()[0]).toBe('Note 61'))
    expect(router.state.location.search).not.toHaveProperty('note')
    await user.click(section.getByRole('link', { name: 'Note 61' }))
    await waitFor(() => expect(router.state.location.search).toMatchObject({ note: '61' }))
    expect(await note('Note 61').findByText('Linked note')).toBeVisible()
  })

  it('can be copied, and says when the note is gone', async () => {
    await write({ content: 'first' })
    const { choose, section, user, notice } = await notesOf('/customers/two-homes/notes?note=7')
    expect(await section.findByRole('alert')).toHaveTextContent('There is no note 7. It may have been deleted.')
    await user.click(section.getByRole('button', { name: 'Dismiss' }))
    expect(section.queryByRole('alert')).not.toBeInTheDocument()
    await choose('Note 1', 'Copy link')
    await waitFor(() => expect(notice()).toHaveTextContent('Link to Note 1 copied'))
    expect(await navigator.clipboard.readText()).toBe('http://localhost:3000/customers/two-homes/notes?note=1')
  })
})
