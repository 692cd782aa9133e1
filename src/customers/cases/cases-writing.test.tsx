import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { problem } from '#mocks/answers.ts'
import { mock } from '#mocks/mock.ts'
import { mockBackend } from '#mocks/node.ts'
import { renderApp } from '#tests/render-app.tsx'

type Options = Parameters<typeof renderApp>[1]

const callAs: ReturnType<typeof mockBackend>['callAs'] = async (...call) => mockBackend().callAs(...call)
const stored = async (caseId = 'vip-k1') => callAs('admin', 'getCase', { path: { caseId } })
const notice = () => screen.getByRole('status', { name: 'Notices' })

async function openCase(id = 'vip-k1', options?: Options) {
  const app = renderApp(`/customers/vip/cases?case=${id}`, options)
  const panel = within(await screen.findByRole('complementary'))
  await panel.findByRole('button', { name: 'Add comment' })
  /** Presses a button of the panel and gives the form that it opens. */
  const formOf = async (button: string, form: string) => {
    await app.user.click(panel.getByRole('button', { name: button }))
    return within(await panel.findByRole('form', { name: form }))
  }
  return { ...app, panel, formOf }
}

describe('a comment', () => {
  it('is added once, refuses a card number, and gives the focus back', async () => {
    const { panel, formOf, user, sentTo } = await openCase()
    const form = await formOf('Add comment', 'New comment')
    const text = form.getByLabelText('Comment')
    expect(text).toHaveFocus()
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(text).toHaveAccessibleDescription('Enter a value'))
    await user.paste('Card 4111 1111 1111 1111')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(text).toHaveAccessibleDescription(/looks like the number of a payment card/))
    expect(sentTo('createCaseComment')).toEqual([])
    await user.clear(text)
    await user.paste('Two\nlines')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await panel.findByText(/^Two\s+lines$/, { selector: 'p' })).toBeVisible()
    await waitFor(() => expect(notice()).toHaveTextContent('Comment added'))
    await waitFor(() => expect(panel.getByRole('button', { name: 'Add comment' })).toHaveFocus())
    expect(sentTo('createCaseComment')[0]?.headers.get('idempotency-key')).toMatch(/^[0-9a-f-]{36}$/)
    expect((await stored()).comments.at(-1)).toMatchObject({ entry: 'comment', content: 'Two\nlines' })
  })

  it('stays when adding it fails, and is sent again under the same key', async () => {
    mock('createCaseComment', () => problem('unavailable'), { once: true })
    const { panel, formOf, user, sentTo } = await openCase()
    const form = await formOf('Add comment', 'New comment')
    await user.type(form.getByLabelText('Comment'), 'Keep me')
    await user.click(form.getByRole('button', { name: 'Save' }))
    expect(await form.findByRole('alert')).toHaveTextContent('What you typed is still here.')
    expect(form.getByLabelText('Comment')).toHaveValue('Keep me')
    await user.click(form.getByRole('button', { name: 'Save' }))
    expect(await panel.findByText('Keep me', { selector: 'p' })).toBeVisible()
    expect(new Set(sentTo('createCaseComment').map(({ headers }) => headers.get('idempotency-key'))).size).toBe(1)
  })

  it('comes back as a draft after a reload, and can be found from the list', async () => {
    const first = await openCase()
    const typed = await first.formOf('Add comment', 'New comment')
    await first.user.type(typed.getByLabelText('Comment'), 'Not yet said')
    await typed.findByText(/^Saved as draft, /)
    first.unmount()
    const { user } = renderApp('/customers/vip/cases')
    await user.click(await screen.findByRole('button', { name: 'Case K-100115-1' }))
    const form = within(await screen.findByRole('form', { name: 'New comment' }))
    expect(form.getByLabelText('Comment')).toHaveValue('Not yet said')
  })
})

describe('the status', () => {
  it('is changed with a comment, which stands among the others', async () => {
    const { panel, formOf, user, sentTo } = await openCase()
    const form = await formOf('Close case', 'Change status')
    expect(form.getByLabelText('Status')).toHaveValue('closed')
    await user.type(form.getByLabelText('Comment'), 'Sent a new machine')
    await user.click(form.getByRole('button', { name: 'Save' }))
    expect(await panel.findByText('Escalated → Closed')).toBeVisible()
    await waitFor(() => expect(panel.getByText('Sent a new machine')).toBeVisible())
    expect(sentTo('patchCase').map(({ body }) => body)).toEqual([{ status: 'closed', comment: 'Sent a new machine' }])
    expect(sentTo('patchCase')[0]?.headers.get('if-match')).toBeTruthy()

    const again = await formOf('Reopen case', 'Change status')
    expect(again.getByLabelText('Status')).toHaveValue('assigned')
    await user.click(again.getByRole('button', { name: 'Save' }))
    expect(await panel.findByText('Closed → Assigned')).toBeVisible()
    await waitFor(() => expect(panel.getByRole('button', { name: 'Close case' })).toHaveFocus())
    expect((await stored()).status).toEqual({ code: 'assigned', class: 'open' })
  })

  it('is not the place for a comment alone', async () => {
    const { formOf, user, sentTo } = await openCase()
    const form = await formOf('Change status', 'Change status')
    await user.type(form.getByLabelText('Comment'), 'Just saying')
    await user.click(form.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(form.getByLabelText('Status')).toHaveAccessibleDescription(/has this status already/))
    expect(sentTo('patchCase')).toEqual([])
  })

  it('that another changed meanwhile is said, and the present one shown to choose', async () => {
    const { panel, formOf, user } = await openCase('vip-k4')
    const form = await formOf('Change status', 'Change status')
    await user.selectOptions(form.getByLabelText('Status'), 'Duplicate')
    await callAs('service', 'patchCase', { path: { caseId: 'vip-k4' }, body: { status: 'escalated' } })
    await user.click(form.getByRole('button', { name: 'Save' }))
    expect(await panel.findByRole('heading', { name: /^Sam Rivera changed this case/ })).toBeVisible()
    await user.click(panel.getByRole('radio', { name: /Escalated/ }))
    await user.click(panel.getByRole('button', { name: 'Save my choices' }))
    await waitFor(() => expect(panel.queryByRole('form')).not.toBeInTheDocument())
    expect((await stored('vip-k4')).status.code).toBe('escalated')
    expect(panel.getByText('Closed → Escalated')).toBeVisible()
  })
})

describe('the fields of a case', () => {
  it('are edited in place', async () => {
    const { panel, formOf, user, sentTo } = await openCase()
    const form = await formOf('Edit case', 'Edit case')
    expect(form.getByLabelText(/^Subject/)).toHaveFocus()
    await user.clear(form.getByLabelText(/^Subject/))
    await user.type(form.getByLabelText(/^Subject/), 'Dented machine')
    await user.selectOptions(form.getByLabelText('Priority'), 'Urgent')
    await user.selectOptions(form.getByLabelText('Assigned to'), 'Nobody')
    await user.clear(form.getByLabelText('Deadline'))
    await user.click(form.getByRole('button', { name: /^Add.*Tags/ }))
    await user.type(form.getByRole('textbox', { name: 'Tags 3' }), ' carrier ')
    await user.click(form.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(panel.queryByRole('form')).not.toBeInTheDocument())
    expect(sentTo('patchCase').map(({ body }) => body)).toEqual([
      {
        subject: 'Dented machine',
        priority: 'urgent',
        deadline: null,
        assigneeId: null,
        tags: ['damage', 'vip', 'carrier'],
      },
    ])
    expect(screen.getByRole('complementary', { name: 'Dented machine' })).toBeVisible()
    await waitFor(() => expect(screen.getByRole('rowheader', { name: 'Dented machine' })).toBeVisible())
    await waitFor(() => expect(panel.getByRole('button', { name: 'Edit case' })).toHaveFocus())
  })

  const labelsOf = (field: HTMLElement) =>
    within(field)
      .getAllByRole('option')
      .map((option) => option.textContent)

  it('is given to any colleague who can sign in, by who manages staff', async () => {
    const { panel, formOf, user, sentTo } = await openCase()
    const form = await formOf('Edit case', 'Edit case')
    const field = form.getByLabelText('Assigned to')
    await waitFor(() =>
      expect(labelsOf(field)).toEqual(['Nobody', 'Alex Morgan (you)', 'Sam Rivera', 'Kofi Mensah', 'Lena Fischer']),
    )
    await user.selectOptions(field, 'Lena Fischer')
    await user.click(form.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(panel.queryByRole('form')).not.toBeInTheDocument())
    expect(sentTo('patchCase').map(({ body }) => body)).toEqual([{ assigneeId: 'staff-sales' }])
    expect((await stored()).assignee).toEqual({ id: 'staff-sales', displayName: 'Lena Fischer' })
  })

  it('is given by others to who has worked on the customer, without asking for all of the staff', async () => {
    await callAs('finance', 'createNote', { path: { id: 'vip' }, body: { content: 'Paid by wire' } })
    const { formOf, sentTo } = await openCase('vip-k1', { as: 'service' })
    const form = await formOf('Edit case', 'Edit case')
    const field = form.getByLabelText('Assigned to')
    await waitFor(() => expect(labelsOf(field)).toContain('Kofi Mensah'))
    expect(labelsOf(field).slice(0, 2)).toEqual(['Nobody', 'Sam Rivera (you)'])
    expect(labelsOf(field)).not.toContain('Lena Fischer')
    expect(field).toHaveAccessibleDescription('You, and colleagues who have worked on this customer')
    expect(sentTo('listStaff')).toEqual([])
  })

  it('says at the field that a colleague has gone', async () => {
    mock('patchCase', () =>
      problem('validation', { errors: [{ pointer: '/assigneeId', code: 'not-found', detail: 'Nobody has this id' }] }),
    )
    const { formOf, user } = await openCase()
    const form = await formOf('Edit case', 'Edit case')
    await waitFor(() => expect(labelsOf(form.getByLabelText('Assigned to'))).toContain('Kofi Mensah'))
    await user.selectOptions(form.getByLabelText('Assigned to'), 'Kofi Mensah')
    await user.click(form.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(form.getByLabelText('Assigned to')).toBeInvalid())
    expect(form.getByLabelText('Assigned to')).toHaveValue('staff-finance')
  })

  it('keep a code that nobody knows', async () => {
    const { panel, formOf, user, sentTo } = await openCase('vip-k3')
    const form = await formOf('Edit case', 'Edit case')
    expect(form.getByLabelText('Type')).toHaveDisplayValue('teleport')
    expect(form.getByLabelText('Priority')).toHaveDisplayValue('whenever')
    await user.type(form.getByLabelText('Description'), 'One{Enter}two')
    await user.click(form.getByRole('button', { name: 'Save' }))
    expect(await panel.findByText(/^One\s+two$/, { selector: 'p' })).toBeVisible()
    expect(sentTo('patchCase').map(({ body }) => body)).toEqual([{ description: 'One\ntwo' }])
  })

  it('ask what counts when a colleague changed the same one', async () => {
    const { panel, formOf, user } = await openCase()
    const form = await formOf('Edit case', 'Edit case')
    await user.selectOptions(form.getByLabelText('Priority'), 'Low')
    await callAs('service', 'patchCase', { path: { caseId: 'vip-k1' }, body: { priority: 'urgent' } })
    await user.click(form.getByRole('button', { name: 'Save' }))
    expect(await panel.findByRole('heading', { name: /^Sam Rivera changed this case/ })).toBeVisible()
    await user.click(panel.getByRole('radio', { name: /Low/ }))
    await user.click(panel.getByRole('button', { name: 'Save my choices' }))
    await waitFor(async () => expect((await stored()).priority).toBe('low'))
  })

  it('cannot be saved when the customer was anonymised meanwhile', async () => {
    const { formOf, panel, user } = await openCase()
    const form = await formOf('Edit case', 'Edit case')
    await user.selectOptions(form.getByLabelText('Priority'), 'Low')
    await mockBackend().store.transaction(async (rows) =>
      rows.update('customers', 'vip', { anonymizedAt: '2026-11-22T09:00:00.000Z', version: 9 }),
    )
    await user.click(form.getByRole('button', { name: 'Save' }))
    expect(await panel.findByRole('button', { name: 'Copy what you typed' })).toBeVisible()
    expect(form.getByLabelText('Priority')).toBeDisabled()
  })
})

describe('a new case', () => {
  it('is opened on behalf of the customer, and stands open beside the list', async () => {
    const { user, sentTo } = renderApp('/customers/two-homes/cases')
    await user.click(await screen.findByRole('button', { name: 'Add case' }))
    const form = within(await screen.findByRole('form', { name: 'New case' }))
    await waitFor(() => expect(form.getByLabelText(/^Subject/)).toHaveFocus())
    await user.click(form.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(form.getByLabelText(/^Subject/)).toHaveAccessibleDescription('Enter a value'))
    await user.type(form.getByLabelText(/^Subject/), 'Wants a call')
    await user.selectOptions(form.getByLabelText('Type'), 'Question')
    await user.selectOptions(form.getByLabelText('Assigned to'), 'Alex Morgan (you)')
    await user.click(form.getByRole('button', { name: 'Save' }))
    const panel = within(await screen.findByRole('complementary', { name: 'Wants a call' }))
    expect(await panel.findByText('No comments yet')).toBeVisible()
    expect(await screen.findByRole('rowheader', { name: 'Wants a call' })).toBeVisible()
    await waitFor(() => expect(notice()).toHaveTextContent('Case added'))
    expect(notice()).toHaveTextContent('Tess TwohomesC-100203')
    const [sent] = sentTo('createCase')
    expect(sent?.body).toMatchObject({ subject: 'Wants a call', type: 'question' })
    expect(sent?.headers.get('idempotency-key')).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('keeps what was typed when it is refused, and asks before it goes', async () => {
    mock('createCase', () => problem('unavailable'), { once: true })
    const { user } = renderApp('/customers/two-homes/cases')
    await user.click(await screen.findByRole('button', { name: 'Add case' }))
    const form = within(await screen.findByRole('form', { name: 'New case' }))
    await user.type(form.getByLabelText(/^Subject/), 'Wants a call')
    await user.click(form.getByRole('button', { name: 'Save' }))
    expect(await form.findByRole('alert')).toHaveTextContent('What you typed is still here.')
    await user.click(form.getByRole('button', { name: 'Cancel' }))
    const question = within(await screen.findByRole('dialog'))
    await user.click(question.getByRole('button', { name: /^Discard/ }))
    await waitFor(() => expect(screen.queryByRole('complementary')).not.toBeInTheDocument())
    expect(screen.getByRole('button', { name: 'Add case' })).toHaveFocus()
  })
})
