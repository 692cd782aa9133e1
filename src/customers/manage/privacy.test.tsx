import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Job } from '#/contract/jobs.ts'
import { problem } from '#mocks/answers.ts'
import { mock } from '#mocks/mock.ts'
import { mockBackend } from '#mocks/node.ts'
import { catchDownloads } from '#tests/catch-downloads.ts'
import { renderApp } from '#tests/render-app.tsx'

const noticed = () => screen.getByRole('status', { name: 'Notices' })
const stored = async (id: string) => mockBackend().store.get('customers', id)

async function menuOf(options: Parameters<typeof renderApp>[1] = {}, at = '/customers/vip/contacts') {
  const app = renderApp(at, options)
  const heading = await screen.findByRole('heading', { level: 1 })
  const header = within(heading.closest('header') ?? heading)
  await waitFor(() => expect(header.getByRole('button', { name: 'Manage' })).toBeEnabled())
  await app.user.click(header.getByRole('button', { name: 'Manage' }))
  return { ...app, header }
}

async function asked(item: RegExp, title: string, at?: string) {
  const app = await menuOf({}, at)
  await app.user.click(await screen.findByRole('menuitem', { name: item }))
  const dialog = await screen.findByRole('dialog', { name: title })
  const inDialog = within(dialog)
  const press = async (name: string) => app.user.click(inDialog.getByRole('button', { name }))
  const fill = async (label: string, text: string) => {
    await app.user.clear(inDialog.getByLabelText(label))
    await app.user.type(inDialog.getByLabelText(label), text)
  }
  return { ...app, dialog, inDialog, press, fill }
}

describe('exporting the data of a customer', () => {
  const exporting = async () => asked(/^Export data/, 'Export the data of this customer')
  const job: Job = {
    id: 'job1',
    etag: '"1"',
    kind: 'dataExport',
    resource: { type: 'customer', id: 'vip' },
    status: 'running',
    progress: { done: 3, total: 10 },
    createdAt: '2026-11-29T12:00:00.000Z',
    createdBy: { type: 'staff', id: 'u1', displayName: 'Alex Admin' },
    startedAt: '2026-11-29T12:00:00.000Z',
    finishedAt: null,
    result: null,
    problem: null,
  }
  const begins = (over: Partial<Job> = {}) =>
    mock('createDataExport', () => Response.json({ ...job, ...over }, { status: 202 }), { once: true })

  it('needs a reason, and hands the file over', async () => {
    const downloads = catchDownloads()
    const { dialog, inDialog, press, fill, sentTo } = await exporting()
    expect(dialog).toHaveTextContent('Vera Vipond')
    await press('Export')
    await waitFor(() => expect(inDialog.getByLabelText('Reason')).toHaveAccessibleDescription(/Enter a value/))
    await fill('Reason', 'Asked for it in writing')
    await press('Export')
    expect(await inDialog.findByText(/^The file is ready: \d+ records, \d+ kB\.$/)).toBeVisible()
    expect(sentTo('createDataExport')[0]?.body).toEqual({ reason: 'Asked for it in writing' })
    expect(sentTo('createDataExport')[0]?.headers.get('idempotency-key')).toMatch(/^[0-9a-f-]{36}$/)
    await press('Download')
    await waitFor(() => expect(downloads).toHaveLength(1))
    expect(downloads[0]?.name).toBe('C-100115.ndjson')
    expect(await downloads[0]?.file.text()).toContain('"resource":"customers"')
    await press('Close')
    expect(dialog).not.toBeInTheDocument()
  })

  it('shows how far it is, and can be stopped', async () => {
    begins()
    mock('getJob', () => Response.json({ ...job, progress: { done: 7, total: 10 } }))
    mock('deleteJob', () => new Response(null, { status: 204 }))
    const { dialog, inDialog, press, fill, sentNames } = await exporting()
    await fill('Reason', 'Asked')
    await press('Export')
    expect(await inDialog.findByRole('progressbar', { name: 'Gathering the data' })).toBeVisible()
    expect(await inDialog.findByText('7 of 10')).toBeVisible()
    await press('Stop')
    await waitFor(() => expect(dialog).not.toBeInTheDocument())
    expect(sentNames()).toContain('deleteJob')
  })

  it('says why it came to nothing, and begins again with the same reason', async () => {
    const failed = { type: '/problems/internal', title: 'Something went wrong', status: 500, instance: '/jobs/job1' }
    begins({ status: 'failed', problem: failed })
    const { inDialog, press, fill, sentTo } = await exporting()
    await fill('Reason', 'Asked')
    await press('Export')
    expect(await inDialog.findByRole('alert')).toHaveTextContent('It came to nothing.Something went wrong')
    await press('Try again')
    expect(inDialog.getByLabelText('Reason')).toHaveValue('Asked')
    await press('Export')
    expect(await inDialog.findByRole('button', { name: 'Download' })).toBeVisible()
    const keys = sentTo('createDataExport').map(({ headers }) => headers.get('idempotency-key'))
    expect(new Set(keys).size).toBe(2)
  })

  it('keeps the reason when it is refused, and says that a file is gone', async () => {
    mock('createDataExport', () => problem('unavailable'), { once: true })
    mock('getJobFile', () => problem('cursor-expired'), { once: true })
    const { inDialog, press, fill } = await exporting()
    await fill('Reason', 'Asked')
    await press('Export')
    expect(await inDialog.findByRole('alert')).toBeVisible()
    expect(inDialog.getByLabelText('Reason')).toHaveValue('Asked')
    await press('Export')
    await inDialog.findByRole('button', { name: 'Download' })
    await press('Download')
    expect(await inDialog.findByText('The file is no longer kept. Export the data again.')).toBeVisible()
  })
})

describe('anonymising a customer', () => {
  const anonymising = async (at?: string) => asked(/^Anonymise/, 'Anonymise this customer?', at)

  it('names the consequences, asks for reason and number, and leaves a record to read', async () => {
    const { dialog, inDialog, press, fill, header, sentTo, user } = await anonymising()
    const version = `"${(await stored('vip'))?.version ?? 0}"`
    expect(dialog).toHaveTextContent('Vera Vipond')
    expect(inDialog.getByText(/^This is final/)).toBeVisible()
    expect(inDialog.getByText(/^Orders, invoices and payments stay/)).toBeVisible()
    await fill('Customer number', 'C-100001')
    await press('Anonymise for good')
    await waitFor(() =>
      expect(inDialog.getByLabelText('Customer number')).toHaveAccessibleDescription(/not the number of this customer/),
    )
    expect(inDialog.getByLabelText('Reason')).toBeInvalid()
    expect(sentTo('createAnonymization')).toEqual([])
    await fill('Reason', 'Right to be forgotten')
    await fill('Customer number', ' c-100115')
    await user.dblClick(inDialog.getByRole('button', { name: 'Anonymise for good' }))
    await waitFor(() => expect(dialog).not.toBeInTheDocument())
    const [sent, ...more] = sentTo('createAnonymization')
    expect(more).toEqual([])
    expect(sent?.headers.get('if-match')).toBe(version)
    expect(sent?.body).toEqual({ reason: 'Right to be forgotten' })
    expect(noticed()).toHaveTextContent('Anonymised')

    expect(await header.findByRole('heading', { level: 1, name: 'Anonymised C-100115' })).toBeVisible()
    expect(await screen.findByRole('tab', { name: 'Anonymised C-100115' })).toBeVisible()
    const section = within(screen.getByRole('region', { name: 'Contacts' }))
    expect(await section.findByRole('heading', { name: 'No contacts yet' })).toBeVisible()
    expect(section.getByRole('button', { name: 'Add contact' })).toHaveAttribute('aria-disabled', 'true')
    await user.click(header.getByRole('button', { name: 'Manage' }))
    expect(await screen.findByRole('menuitem', { name: /^Anonymise/ })).toHaveAttribute('aria-disabled', 'true')
  })

  it('shows what a colleague changed meanwhile, and asks for the number again', async () => {
    const { dialog, inDialog, press, fill } = await anonymising()
    await fill('Reason', 'Asked')
    await fill('Customer number', 'C-100115')
    await mockBackend().callAs('service', 'patchCustomer', { path: { id: 'vip' }, body: { lastName: 'Vipont' } })
    await press('Anonymise for good')
    expect(await inDialog.findByText('Last name: Vipond → Vipont')).toBeVisible()
    expect(inDialog.getByLabelText('Reason')).toHaveValue('Asked')
    expect(inDialog.getByLabelText('Customer number')).toHaveValue('')
    await fill('Customer number', 'C-100115')
    await press('Anonymise for good')
    await waitFor(() => expect(dialog).not.toBeInTheDocument())
    expect((await stored('vip'))?.anonymizedAt).not.toBeNull()
  })

  it.each([
    ['unavailable', 'Not saved. What you typed is still here.'],
    ['forbidden', 'You do not have permission for this.'],
  ] as const)('keeps what was typed when it is refused: %s', async (type, text) => {
    mock('createAnonymization', () => problem(type), { once: true })
    const { inDialog, press, fill } = await anonymising()
    await fill('Reason', 'Asked')
    await fill('Customer number', 'C-100115')
    await press('Anonymise for good')
    expect(await inDialog.findByRole('alert')).toHaveTextContent(text)
    expect(inDialog.getByLabelText('Reason')).toHaveValue('Asked')
    expect(inDialog.getByLabelText('Customer number')).toHaveValue('C-100115')
    expect((await stored('vip'))?.anonymizedAt).toBeNull()
  })

  it('lets typed work be copied from an open form, and nothing of it be saved', async () => {
    const { user } = renderApp('/customers/vip/contacts')
    await user.click(await screen.findByRole('button', { name: 'Edit Night porter' }))
    const form = within(await screen.findByRole('form', { name: 'Edit contact Night porter' }))
    await user.type(form.getByLabelText('Email'), 'porter@example.org')
    await mockBackend().callAs('admin', 'createAnonymization', { path: { id: 'vip' }, body: { reason: 'Asked' } })
    await user.click(form.getByRole('button', { name: 'Save' }))
    expect(await form.findByRole('button', { name: 'Copy what you typed' })).toBeVisible()
    expect(form.queryByRole('button', { name: 'Save' })).not.toBeInTheDocument()
  })
})

it.each(['service', 'sales', 'finance'] as const)('is for administrators alone: %s', async (as) => {
  await menuOf({ as })
  for (const name of [/^Export data/, /^Anonymise/]) {
    const item = await screen.findByRole('menuitem', { name })
    expect(item).toHaveAttribute('aria-disabled', 'true')
    expect(item).toHaveTextContent('Your role may neither export nor anonymise customers')
  }
})
