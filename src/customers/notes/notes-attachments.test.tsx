import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { networkError, problem } from '#mocks/answers.ts'
import { mock } from '#mocks/mock.ts'
import { mockBackend } from '#mocks/node.ts'
import { catchDownloads } from '#tests/catch-downloads.ts'
import * as files from '#tests/files.ts'
import { renderApp } from '#tests/render-app.tsx'

const pdf = files.bytesOf('%PDF-1.7\n%âãÏÓ\n')
const aFile = (name: string, bytes: Uint8Array<ArrayBuffer> = pdf) => new File([bytes], name)

async function notesOf(options?: Parameters<typeof renderApp>[1]) {
  const app = renderApp('/customers/vip/notes', options)
  const section = within(await screen.findByRole('region', { name: 'Notes' }))
  await section.findByRole('article', { name: 'Note 5' })
  const note = (name: string) => within(section.getByRole('article', { name }))
  const attach = async (name: string, file: File) => app.user.upload(section.getByLabelText(`File for ${name}`), file)
  const choose = async (name: string, item: string) => {
    await app.user.click(note(name).getByRole('button', { name: `More actions for ${name}` }))
    await app.user.click(await screen.findByRole('menuitem', { name: item }))
  }
  return { ...app, section, note, attach, choose }
}

const attachedTo = async (id: string) => (await mockBackend().store.get('notes', id))?.attachment?.name ?? null

describe('the file of a new note', () => {
  it('goes with it; what cannot be attached is said before anything is sent', async () => {
    const { user, section, sentTo } = await notesOf()
    await user.click(section.getByRole('button', { name: 'Add note' }))
    const form = within(await section.findByRole('form', { name: 'New note' }))
    const field = form.getByLabelText('Attachment')
    expect(field).toHaveAccessibleDescription(/at most 800 kB/)
    const anyFile = { applyAccept: false }
    await user.upload(field, new File([new Uint8Array(1_400_000)], 'Scan.pdf'))
    expect(field).toHaveAccessibleDescription(/Scan.pdf cannot be attached. It has 1.4 MB; at most 800 kB/)
    await user.setup(anyFile).upload(field, aFile('tool.exe'))
    expect(field).toHaveAccessibleDescription(/tool.exe cannot be attached. Only PDF, images/)
    expect(field).toBeInvalid()

    await user.upload(field, aFile('Plan.pdf'))
    expect(field).toBeValid()
    expect(form.getByText('PDF, 15 bytes')).toBeVisible()
    await user.click(form.getByLabelText('Text'))
    await user.paste('With a plan')
    await user.click(form.getByRole('button', { name: 'Save' }))
    const note = within(await section.findByRole('article', { name: 'Note 8' }))
    expect(await note.findByRole('link', { name: 'Plan.pdf' })).toBeVisible()
    expect(sentTo('createNote').map(({ body }) => body)).toEqual([{ content: 'With a plan' }])
    expect(sentTo('putNoteAttachment')).toHaveLength(1)
  })

  it('that does not arrive leaves the note, says so, and can be sent again', async () => {
    mock('putNoteAttachment', () => networkError(), { once: true })
    const { user, section, sentTo } = await notesOf()
    await user.click(section.getByRole('button', { name: 'Add note' }))
    const form = within(await section.findByRole('form', { name: 'New note' }))
    await user.click(form.getByLabelText('Text'))
    await user.paste('With a plan')
    await user.upload(form.getByLabelText('Attachment'), aFile('Plan.pdf'))
    await user.click(form.getByRole('button', { name: 'Save' }))
    const note = within(await section.findByRole('article', { name: 'Note 8' }))
    expect(await note.findByRole('alert')).toHaveTextContent(
      'Plan.pdf was not attached. The server cannot be reached. Check the connection and try again.',
    )
    await user.click(note.getByRole('button', { name: 'Try again' }))
    expect(await note.findByRole('link', { name: 'Plan.pdf' })).toBeVisible()
    expect(note.queryByRole('alert')).not.toBeInTheDocument()
    expect(sentTo('createNote')).toHaveLength(1)
  })
})

describe('the file of a note', () => {
  it('is refused with the reason, and with no way to send it again as it is', async () => {
    const { attach, note, user } = await notesOf()
    for (const [bytes, name, reason] of [
      [files.anExe(), 'Offer.pdf', 'Only PDF, images'],
      [files.aPng(), 'Offer.pdf', 'something else than its name says'],
      [pdf, '4111 1111 1111 1111.pdf', 'looks like the number of a payment card'],
    ] as const) {
      await attach('Note 6', aFile(name, bytes))
      await waitFor(() => expect(note('Note 6').getByRole('alert')).toHaveTextContent(reason))
    }
    expect(note('Note 6').queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument()
    expect(await attachedTo('vip-n2')).toBeNull()
    await user.click(note('Note 6').getByRole('button', { name: 'Dismiss' }))
    expect(note('Note 6').queryByRole('alert')).not.toBeInTheDocument()
  })

  it('is on its way while it is sent, also when the note is pinned meanwhile, and goes on when the record is closed', async () => {
    let go = () => {}
    const gate = new Promise<void>((resolve) => (go = resolve))
    mock('putNoteAttachment', async ({ passThrough }) => {
      await gate
      return passThrough()
    })
    const { attach, note, workspace } = await notesOf()
    await attach('Note 6', aFile('Plan.pdf'))
    expect(await note('Note 6').findByRole('status')).toHaveTextContent('Sending Plan.pdf (PDF, 15 bytes)…')
    expect(note('Note 6').getByRole('progressbar', { name: 'Sending Plan.pdf' })).toBeVisible()
    await mockBackend().callAs('service', 'patchNote', {
      path: { id: 'vip', noteId: 'vip-n2' },
      body: { pinned: true },
    })
    workspace.close(['vip'])
    go()
    await waitFor(async () => expect(await attachedTo('vip-n2')).toBe('Plan.pdf'))
  })

  it('that somebody else attached meanwhile is not overwritten unasked', async () => {
    const { attach, note, user } = await notesOf()
    mock(
      'putNoteAttachment',
      async ({ passThrough }) => {
        const row = await mockBackend().store.get('notes', 'vip-n2')
        const theirs = {
          name: 'Theirs.pdf',
          kind: 'pdf',
          mediaType: 'application/pdf',
          size: 3,
          addedAt: '2026-11-16T08:00:00.000Z',
        }
        await mockBackend().store.transaction((transaction) =>
          transaction.update('notes', 'vip-n2', { attachment: theirs as never, version: (row?.version ?? 0) + 1 }),
        )
        return passThrough()
      },
      { once: true },
    )
    await attach('Note 6', aFile('Mine.pdf'))
    expect(await note('Note 6').findByRole('alert')).toHaveTextContent('Somebody else changed the file of this note')
    expect(await attachedTo('vip-n2')).toBe('Theirs.pdf')
    await note('Note 6').findByRole('link', { name: 'Theirs.pdf' })
    await user.click(note('Note 6').getByRole('button', { name: 'Try again' }))
    expect(await note('Note 6').findByRole('link', { name: 'Mine.pdf' })).toBeVisible()
  })

  it('is removed after a question that names customer and file', async () => {
    const { choose, user, note } = await notesOf()
    await choose('Note 5', 'Remove the file…')
    const dialog = await screen.findByRole('dialog', { name: 'Remove this file?' })
    expect(dialog).toHaveTextContent('Vera VipondC-100115')
    expect(dialog).toHaveTextContent('Terms (signed).pdf')
    await user.click(within(dialog).getByRole('button', { name: 'Remove' }))
    await waitFor(() =>
      expect(note('Note 5').queryByRole('link', { name: 'Terms (signed).pdf' })).not.toBeInTheDocument(),
    )
    expect(await attachedTo('vip-n3')).toBeNull()
  })

  it('is saved by its link under its name', async () => {
    const saved = catchDownloads()
    const { note, user } = await notesOf()
    const link = note('Note 5').getByRole('link', { name: 'Terms (signed).pdf' })
    expect(link).toHaveAttribute('href', '/api/v1/customers/vip/notes/vip-n3/attachment')
    await user.click(link)
    await waitFor(() => expect(saved.map(({ name }) => name)).toEqual(['Terms (signed).pdf']))

    mock('getNoteAttachment', () => problem('unavailable') as never, { once: true })
    await user.click(link)
    await waitFor(() =>
      expect(screen.getByRole('status', { name: 'Notices' })).toHaveTextContent('The file could not be downloaded.'),
    )
  })

  it('is changed by nobody but who wrote the note', async () => {
    const { note, user } = await notesOf({ as: 'finance' })
    await user.click(note('Note 5').getByRole('button', { name: 'More actions for Note 5' }))
    expect(await screen.findByRole('menuitem', { name: /Replace the file…/ })).toHaveTextContent(
      'Only who wrote a note may change it',
    )
  })
})
