import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { mockBackend } from '#mocks/node.ts'
import { aChange, fakeLive } from '#tests/fake-live.ts'
import { renderApp, renderCase } from '#tests/render-app.tsx'

const sectionOf = async () => within(await screen.findByRole('region', { name: 'Notes' }))

describe('notes-of-every-kind', () => {
  it('shows text as it was typed, and folds what is long', async () => {
    const { user } = renderCase('notes-of-every-kind')
    const section = await sectionOf()
    const textOf = async (name: string, text: RegExp) =>
      within(await section.findByRole('article', { name })).getByText(text).textContent
    expect(await textOf('Note 6', /^First line/)).toBe(
      'First line\nSecond line\n\n    indented\n<b>not bold</b> & "quoted"',
    )
    expect(await textOf('Note 1', /ordered in Arabic$/)).toMatch(/^مرحبا/)

    expect(await textOf('Note 3', /^The whole story/)).toMatch(/^.{600,700}…$/)
    const all = section.getByRole('button', { name: 'Show all of Note 3' })
    expect(all).toHaveAttribute('aria-expanded', 'false')
    await user.click(all)
    expect(await textOf('Note 3', /^The whole story/)).toMatch(/^.{2900,}telephone\.$/)
    await user.click(section.getByRole('button', { name: 'Show less of Note 3' }))
    expect(await textOf('Note 3', /^The whole story/)).toMatch(/^.{600,700}…$/)
    // Whoever wrote it may be gone, or an import.
    expect(within(section.getByRole('article', { name: 'Note 3' })).getByText(/^Robin Chase/)).toBeVisible()
    expect(within(section.getByRole('article', { name: 'Note 2' })).getByText(/^Import/)).toBeVisible()
  })

  it('remembers for the person, not for the record, that entries of cases stand among them', async () => {
    const { user, unmount } = renderCase('notes-of-every-kind', { as: 'service' })
    const section = await sectionOf()
    await section.findByRole('article', { name: 'Note 6' })
    expect(section.queryByText('Case K-100115-1')).not.toBeInTheDocument()
    await user.click(section.getByRole('checkbox', { name: 'Include cases' }))
    await waitFor(() => expect(section.getAllByText('Case K-100115-1')).toHaveLength(3))
    const articles = section.getAllByRole('article').map((article) => article.getAttribute('aria-label'))
    // By time, pinned ones first.
    expect(articles.slice(0, 4)).toEqual([
      'Note 7',
      'Note 6',
      'Case K-100115-1: Status changed',
      'Case K-100115-1: Comment',
    ])
    const comment = within(section.getByRole('article', { name: 'Case K-100115-1: Comment' }))
    expect(comment.getByRole('heading', { name: 'Machine arrived with a dent' })).toBeVisible()
    expect(comment.getByText('Asked the carrier.')).toBeVisible()
    expect(comment.queryByRole('button', { name: /^(Edit|Pin)/ })).not.toBeInTheDocument()
    await waitFor(async () =>
      expect((await mockBackend().callAs('service', 'getMe', {})).preferences.includeCaseNotes).toBe(true),
    )
    unmount()

    renderApp('/customers/ada/notes', { as: 'service' })
    expect(await (await sectionOf()).findByRole('checkbox', { name: 'Include cases' })).toBeChecked()
  })

  it('shows a note that another adds while one is being written', async () => {
    const live = fakeLive()
    const { user } = renderCase('notes-of-every-kind', { live })
    const section = await sectionOf()
    await user.click(await section.findByRole('button', { name: 'Edit Note 5' }))
    const text = within(await section.findByRole('form', { name: 'Edit Note 5' })).getByLabelText('Text')
    await user.paste('Typed: ')
    const { id, etag } = await mockBackend().callAs('service', 'createNote', {
      path: { id: 'vip' },
      body: { content: 'From elsewhere' },
    })
    await live.tell(aChange('note.created', id, { customerId: 'vip', etag }))
    expect(await section.findByText('From elsewhere')).toBeVisible()
    expect(text).toHaveFocus()
    expect(text).toHaveValue('Typed: Signed the new terms.')
  })
})

it('no-notes: says so in a sentence', async () => {
  renderCase('no-notes')
  const section = await sectionOf()
  expect(await section.findByText('Notes keep what colleagues should know about this customer.')).toBeVisible()
  expect(section.getByText('0')).toBeVisible()
})
