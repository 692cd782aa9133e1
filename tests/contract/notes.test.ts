import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attachmentBytes } from '#/contract/attachment.ts'
import type { Page } from '#/contract/common.ts'
import type { Note } from '#/contract/notes.ts'
import { aCustomer } from '#tests/builders.ts'
import { aCase, aNote } from '#tests/care-builders.ts'
import { refusal } from '#tests/contract/client.ts'
import type { Answer, Client } from '#tests/contract/client.ts'
import type { Target } from '#tests/contract/target.ts'
import { targets } from '#tests/contract/targets.ts'
import * as files from '#tests/files.ts'

const pdf = files.bytesOf('%PDF-1.7\n%âãÏÓ\n')

describe.each(targets)('notes on $name', ({ open }) => {
  let target: Target
  let admin: Client
  let service: Client
  beforeAll(async () => {
    target = await open()
    admin = target.as('systemAdministrator')
    service = target.as('customerService')
  })
  afterAll(async () => target.close())

  async function owner() {
    const customer = aCustomer()
    await target.insert({ customers: [customer] })
    return { customerId: customer.id, at: `/customers/${customer.id}/notes` }
  }
  const activitiesOf = async (customerId: string) =>
    (await target.store.find('activities', { where: { op: 'in', field: 'customerId', values: [customerId] } })).rows
  const upload = async (client: Client, path: string, bytes: Uint8Array<ArrayBuffer>, disposition: string) => {
    const response = await client.request(path, {
      method: 'PUT',
      body: bytes,
      headers: { 'If-Match': '*', 'Content-Disposition': disposition },
    })
    return { status: response.status, headers: response.headers, body: (await response.json()) as Note }
  }
  const named = (name: string) => `attachment; filename*=UTF-8''${encodeURIComponent(name)}`

  it('numbers the notes of each customer, and finds one by its number', async () => {
    const { at, customerId } = await owner()
    const { at: elsewhere } = await owner()
    for (const content of ['one', 'two']) await service.post(at, { content })
    await service.post(elsewhere, { content: 'first' })
    const { body } = await admin.get<Page<Note>>(`${at}?count=true`)
    expect(body.items.map(({ number, content }) => [number, content])).toEqual([
      [2, 'two'],
      [1, 'one'],
    ])
    expect(body.total).toEqual({ value: 2, relation: 'eq' })
    const [found] = (await admin.get<Page<Note>>(`${at}?number=1`)).body.items
    expect(found).toMatchObject({ content: 'one', author: target.actorOf('customerService'), source: 'note' })
    await service.remove(`${at}/${body.items[0]?.id}`, { ifMatch: '*' })
    expect((await service.post<Note>(at, { content: 'three' })).body.number).toBe(3)
    expect((await activitiesOf(customerId)).find(({ kind }) => kind === 'noteAdded')).toMatchObject({
      group: 'notes',
      changes: [{ field: 'content', from: null }],
    })
  })

  it('keeps text as it was typed, whatever it looks like', async () => {
    const { at } = await owner()
    const content = '<b>not bold</b>\n\n  indented\n' + 'x'.repeat(9000)
    expect((await service.post<Note>(at, { content })).body.content).toBe(content)
    expect(refusal(await service.post(at, { content: ' \n ' })).errors).toEqual(['/content: too-short'])
    expect(refusal(await service.post(at, { content: 'y'.repeat(10_001) })).errors).toEqual(['/content: too-long'])
  })

  it('lets people change and delete what they wrote, and moderators everything; everybody pins', async () => {
    const { at } = await owner()
    const { body: note } = await service.post<Note>(at, { content: 'mine' })
    const path = `${at}/${note.id}`
    const finance = target.as('finance')
    for (const answer of [
      await finance.patch(path, { content: 'theirs' }, { ifMatch: '*' }),
      await finance.remove(path, { ifMatch: '*' }),
    ]) {
      expect([answer.status, answer.body['requiredPermission']]).toEqual([403, 'note:moderate'])
    }
    expect((await finance.patch<Note>(path, { pinned: true }, { ifMatch: note.etag })).body.pinned).toBe(true)
    expect((await service.patch<Note>(path, { content: 'still mine' }, { ifMatch: '"2"' })).status).toBe(200)
    expect((await admin.remove(path, { ifMatch: '"3"' })).status).toBe(204)
    expect((await finance.post(`${path}/restoration`)).status).toBe(403)
    expect((await service.post<Note>(`${path}/restoration`)).body).toMatchObject({
      id: note.id,
      number: note.number,
      content: 'still mine',
      pinned: true,
    })
    expect((await service.post(`${path}/restoration`)).status).toBe(404)
  })

  it('shows pinned notes first, and the entries of cases among the others by time when asked', async () => {
    const { at, customerId } = await owner()
    const theCase = aCase({ customerId, subject: 'Late' })
    const day = (number: number) => ({ createdAt: `2026-02-0${number}T00:00:00.000Z` })
    const entry = { source: 'case', caseId: theCase.id, entry: 'comment' } as const
    const notes = [
      aNote({ customerId, content: 'a', ...day(1) }),
      aNote({ customerId, content: 'b', ...day(2), pinned: true }),
      aNote({ customerId, content: 'c', ...day(3), ...entry }),
      aNote({ customerId, content: 'd', ...day(4) }),
    ]
    await target.insert({ cases: [theCase], notes })
    const contents = async (query: string) =>
      (await admin.get<Page<Note>>(`${at}${query}`)).body.items.map(({ content }) => content).join('')
    expect(await contents('')).toBe('bda')
    expect(await contents('?includeCaseNotes=true')).toBe('bdca')
    const { items } = (await admin.get<Page<Note>>(`${at}?includeCaseNotes=true`)).body
    expect(items[2]).toMatchObject({
      source: 'case',
      number: null,
      case: { id: theCase.id, number: theCase.number, subject: 'Late', entry: 'comment' },
    })
    expect((await admin.patch(`${at}/${notes[2]?.id}`, { pinned: true }, { ifMatch: '*' })).status).toBe(404)
  })

  it('attaches a file, gives it as a download that runs nothing, and lets go of it', async () => {
    const { at, customerId } = await owner()
    const { body: note } = await service.post<Note>(at, { content: 'see attachment' })
    const path = `${at}/${note.id}/attachment`
    expect((await service.get(path)).status).toBe(404)
    const { status, body } = await upload(service, path, pdf, named('Angebot „März“ (1).pdf'))
    expect([status, body.attachment]).toMatchObject([200, { name: 'Angebot „März“ (1).pdf', kind: 'pdf', size: 15 }])
    const response = await target.as('finance').request(path)
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(pdf)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(/^attachment; filename="[ -~]+"; filename\*=UTF-8''Angebot%20%E2/),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
    })
    expect((await upload(target.as('finance'), path, pdf, named('other.pdf'))).status).toBe(403)
    await upload(service, path, files.aPng(), named('photo.PNG'))
    await service.patch(`${at}/${note.id}`, { attachment: null }, { ifMatch: '*' })
    expect((await service.get(path)).status).toBe(404)
    expect(await target.store.count('files', undefined, 10)).toBe(0)
    expect((await activitiesOf(customerId)).map(({ kind, changes: [change] }) => [kind, change?.to])).toEqual(
      expect.arrayContaining([
        ['noteChanged', 'Angebot „März“ (1).pdf'],
        ['noteChanged', 'photo.PNG'],
        ['noteChanged', null],
      ]),
    )
  })

  it.each<[string, () => Uint8Array<ArrayBuffer>, string, string]>([
    ['a file of no bytes', () => new Uint8Array(), named('a.pdf'), 'file: empty-file'],
    ['a program under another name', files.anExe, named('invoice.pdf'), 'file: file-type'],
    ['a picture with a script', files.anSvg, named('logo.svg'), 'file: file-type'],
    ['a picture that says it is a document', files.aPng, named('a.pdf'), 'file: file-extension'],
    ['a document that ends as a program', () => pdf, named('a.pdf.exe'), 'file: file-extension'],
    ['a path', () => pdf, named('../a.pdf'), 'file: file-name'],
    ['a Windows path', () => pdf, named('C:\\a.pdf'), 'file: file-name'],
    ['a line break', () => pdf, named('a\r\nb.pdf'), 'file: file-name'],
    ['a name that reads backwards', () => pdf, named('a\u202Efdp.exe.pdf'), 'file: file-name'],
    ['a hidden file', () => pdf, named('.pdf'), 'file: file-name'],
    ['no name', () => pdf, 'attachment', 'file: file-name'],
    ['a name that is no text', () => pdf, "attachment; filename*=UTF-8''%FF.pdf", 'file: file-name'],
    ['a name without end', () => pdf, named(`${'a'.repeat(200)}.pdf`), 'file: file-name'],
    ['a card number', () => pdf, named('4111 1111 1111 1111.pdf'), 'file: card-number'],
  ])('refuses %s, and stores nothing', async (_, bytes, disposition, error) => {
    const { at } = await owner()
    const { body: note } = await service.post<Note>(at, { content: 'see attachment' })
    const before = await target.store.count('files', undefined, 1000)
    const answer: Answer<unknown> = await upload(service, `${at}/${note.id}/attachment`, bytes(), disposition)
    expect(refusal(answer)).toEqual({ status: 422, type: 'validation', errors: [error] })
    expect(await target.store.count('files', undefined, 1000)).toBe(before)
    expect((await service.get<Note>(`${at}/${note.id}`)).body).toEqual(note)
  })

  it('takes a file of 800 kB, and no byte more', async () => {
    const { at } = await owner()
    const { body: note } = await service.post<Note>(at, { content: 'see attachment' })
    const path = `${at}/${note.id}/attachment`
    const ofSize = (size: number) => {
      const bytes = new Uint8Array(size)
      bytes.set(pdf)
      return bytes
    }
    const tooBig = await upload(service, path, ofSize(attachmentBytes + 1), named('a.pdf'))
    expect(refusal(tooBig)).toEqual({ status: 413, type: 'too-large' })
    expect((await upload(service, path, ofSize(attachmentBytes), named('a.pdf'))).status).toBe(200)
    const response = await service.request(path)
    expect((await response.arrayBuffer()).byteLength).toBe(attachmentBytes)
  })
})
