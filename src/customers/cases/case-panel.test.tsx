import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { problem } from '#mocks/answers.ts'
import { mock } from '#mocks/mock.ts'
import { mockBackend } from '#mocks/node.ts'
import { insertRows } from '#tests/builders.ts'
import { aCase } from '#tests/care-builders.ts'
import { aChange, fakeLive } from '#tests/fake-live.ts'
import { renderApp } from '#tests/render-app.tsx'
import { readTable } from '#tests/table-reader.ts'

type Options = Parameters<typeof renderApp>[1]

const callAs: ReturnType<typeof mockBackend>['callAs'] = async (...call) => mockBackend().callAs(...call)
const dented = 'Machine arrived with a dent'

/** Cases of Valentina, one of them open beside the list. */
async function openCase(subject = dented, options?: Options, at = '/customers/vip/cases') {
  const app = renderApp(at, options)
  const { row } = await readTable('Cases')
  await app.user.click(within(row(subject)).getByRole('button', { name: subject }))
  const element = await screen.findByRole('complementary', { name: subject })
  return { ...app, row, element, panel: within(element) }
}

/** A value by its label. */
const fact = (element: HTMLElement, label: string) =>
  [...element.querySelectorAll('dt')].find(({ textContent }) => textContent === label)?.nextElementSibling?.textContent

describe('the panel of a case', () => {
  it('shows everything that is known, with comments and changes of the status, the oldest first', async () => {
    const { element, panel } = await openCase()
    const comments = within(await panel.findByRole('list', { name: /^Comments/ })).getAllByRole('listitem')
    expect(comments.map((each) => each.textContent)).toEqual([
      expect.stringMatching(/^Sam Rivera.*Asked the carrier\.$/),
      expect.stringMatching(/^Sam Rivera.*Status changed.*New → Escalated.*Second complaint this month$/),
    ])
    expect(fact(element, 'Status')).toBe('Open: Escalated')
    expect(fact(element, 'Type')).toBe('Complaint')
    expect(fact(element, 'Priority')).toBe('High')
    expect(fact(element, 'Deadline')).toMatch(/^Nov 18, 2026/)
    expect(fact(element, 'Assigned to')).toBe('Sam Rivera')
    expect(fact(element, 'Related product')).toBe('Coffee Club')
    expect(fact(element, 'Contact method')).toBe('Phone')
    expect(fact(element, 'Opened')).toMatch(/by Sam Rivera$/)
    expect(panel.getByText('damage')).toBeVisible()
    expect(panel.getByText(/^Left side, below the tray/)).toBeVisible()
    const out = await panel.findByRole('link', { name: /^View case elsewhere/ })
    expect(out).toHaveAttribute('href', 'https://desk.example/cases/K-100115-1')
    expect(out).toHaveAttribute('target', '_blank')
    expect(out).toHaveAccessibleName('View case elsewhere (opens in a new tab)')
  })

  it('has the focus, and gives it back to the row with Escape', async () => {
    const { element, panel, user, row } = await openCase()
    expect(panel.getByRole('button', { name: 'Close panel of Case K-100115-1' })).toHaveFocus()
    await user.keyboard('{Escape}')
    expect(element).not.toBeInTheDocument()
    expect(within(row(dented)).getByRole('button', { name: dented })).toHaveFocus()
  })

  it('can be reached by a link, which can be copied', async () => {
    const { user, router, unmount } = renderApp('/customers/vip/cases?case=vip-k4')
    const panel = within(await screen.findByRole('complementary', { name: 'Cup broken' }))
    expect(await panel.findByText('The new one broke too')).toBeVisible()
    await user.click(panel.getByRole('button', { name: 'Copy link' }))
    await waitFor(async () =>
      expect(await navigator.clipboard.readText()).toBe('http://localhost:3000/customers/vip/cases?case=vip-k4'),
    )
    await user.click(panel.getByRole('button', { name: /^Close panel of Case/ }))
    expect(router.state.location.search).not.toHaveProperty('case')
    unmount()
    renderApp('/customers/ada/cases?case=vip-k4')
    expect(await screen.findByRole('heading', { name: 'There is no such case' })).toBeVisible()
  })

  it('says when the case cannot be read, and tries again', async () => {
    mock('getCase', () => problem('unavailable'))
    const { panel, user } = await openCase()
    expect(await panel.findByRole('alert')).toHaveTextContent('The case could not be loaded')
    // What the list knows stays.
    expect(panel.getByText('Coffee Club')).toBeVisible()
    mock('getCase', async ({ passThrough }) => passThrough())
    await user.click(panel.getByRole('button', { name: 'Try again' }))
    expect(await panel.findByText('Asked the carrier.')).toBeVisible()
  })

  it('shows what another says while a comment is being typed', async () => {
    const live = fakeLive()
    const { panel, user } = await openCase(dented, { live })
    await user.click(await panel.findByRole('button', { name: 'Add comment' }))
    const form = within(await panel.findByRole('form', { name: 'New comment' }))
    await user.type(form.getByLabelText('Comment'), 'I called')
    const { etag } = await callAs('service', 'createCaseComment', {
      path: { caseId: 'vip-k1' },
      body: { content: 'The carrier pays.' },
    })
    await live.tell(aChange('case.updated', 'vip-k1', { customerId: 'vip', etag }))
    expect(await panel.findByText('The carrier pays.')).toBeVisible()
    expect(form.getByLabelText('Comment')).toHaveValue('I called')
    expect(form.getByLabelText('Comment')).toHaveFocus()
  })
})

describe('a role that may not write cases, and a customer that is no more', () => {
  it('are told why', async () => {
    const { panel, user, sentTo } = await openCase(dented, { as: 'finance' })
    const close = await panel.findByRole('button', { name: 'Close case' })
    expect(close).toHaveAttribute('aria-disabled', 'true')
    for (const name of ['Change status', 'Edit case', 'Add comment']) {
      expect(panel.getByRole('button', { name })).toHaveAttribute('aria-disabled', 'true')
    }
    await user.hover(close)
    expect(await screen.findByRole('tooltip')).toHaveTextContent('Your role may not write cases')
    await user.click(close)
    expect(panel.queryByRole('form')).not.toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Add case' })).toHaveAttribute('aria-disabled', 'true')
    expect(sentTo('patchCase')).toEqual([])
  })

  it('only reads about an anonymised customer', async () => {
    await insertRows(mockBackend().store, { cases: [aCase({ customerId: 'anonymous', subject: 'Long ago' })] })
    const { panel } = await openCase('Long ago', undefined, '/customers/anonymous/cases')
    await waitFor(() =>
      expect(panel.getByRole('button', { name: 'Add comment' })).toHaveAttribute('aria-disabled', 'true'),
    )
    expect(screen.getByRole('button', { name: 'Add case' })).toHaveAttribute('aria-disabled', 'true')
  })
})
