import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { problem } from '#mocks/answers.ts'
import { mock } from '#mocks/mock.ts'
import { configureMocks, mockBackend } from '#mocks/node.ts'
import { overviewOf } from '#tests/overview-page.ts'

type Options = Parameters<typeof overviewOf>[1]

/** The overview of Ada, who has a PIN. */
async function withPin(options?: Options) {
  configureMocks({ personalDetail: 'pin' })
  const app = await overviewOf('ada', options)
  const details = app.card('Personal details')
  const ask = async () => {
    await app.user.click(await details.findByRole('button', { name: 'Reveal PIN' }))
    return within(await screen.findByRole('dialog', { name: 'Reveal the PIN?' }))
  }
  const reveal = async () => {
    const dialog = await ask()
    await app.user.type(dialog.getByLabelText(/^Reason/u), 'Identified on the telephone')
    await app.user.click(dialog.getByRole('button', { name: 'Reveal PIN' }))
    return details.findByText('4711')
  }
  return { ...app, details, ask, reveal }
}

describe('the optional personal detail', () => {
  it.each([
    ['displayName', ['Display name']],
    ['pin', ['PIN']],
    ['none', []],
  ] as const)('is what the installation shows: %s', async (personalDetail, shown) => {
    configureMocks({ personalDetail })
    const { card } = await overviewOf('ada')
    await waitFor(() =>
      expect(['Display name', 'PIN'].filter((label) => card('Personal details').queryByText(label))).toEqual(shown),
    )
  })
})

describe('a PIN', () => {
  it('is shown for a reason, after exactly one request, and hidden again after 30 seconds', async () => {
    const { details, ask, user, sentTo, queryClient } = await withPin()
    expect(details.queryByText('4711')).not.toBeInTheDocument()
    const dialog = await ask()
    expect(screen.getByRole('dialog')).toHaveTextContent('Ada Park')
    const confirm = dialog.getByRole('button', { name: 'Reveal PIN' })
    await user.click(confirm)
    expect(await dialog.findByRole('textbox', { name: /^Reason/u })).toBeInvalid()
    expect(sentTo('createPinReveal')).toHaveLength(0)

    await user.type(dialog.getByLabelText(/^Reason/u), 'Identified on the telephone')
    vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'], now: Date.now() })
    await user.dblClick(confirm)
    expect(await details.findByText('4711')).toBeVisible()
    expect(details.getByText('hidden again in 30 seconds')).toBeVisible()
    expect(sentTo('createPinReveal').map(({ body }) => body)).toEqual([{ reason: 'Identified on the telephone' }])
    const kept = [...queryClient.getQueryCache().getAll(), ...queryClient.getMutationCache().getAll()]
    expect(JSON.stringify(kept.map(({ state }) => state))).not.toContain('4711')
    expect(JSON.stringify([localStorage, sessionStorage])).not.toContain('4711')

    await vi.advanceTimersByTimeAsync(29_000)
    expect(await details.findByText('hidden again in 1 second')).toBeVisible()
    await vi.advanceTimersByTimeAsync(1000)
    await waitFor(() => expect(details.queryByText('4711')).not.toBeInTheDocument())
    expect(details.getByText('A PIN is set')).toBeInTheDocument()
    const { items } = await mockBackend().callAs('admin', 'listAuditLog', { query: { kind: ['pinRevealed'] } })
    expect(items).toMatchObject([{ data: { reason: 'Identified on the telephone' } }])
  })

  it('can be hidden at once, and is when another record is shown', async () => {
    const { details, reveal, user, router } = await withPin()
    await reveal()
    await user.click(details.getByRole('button', { name: 'Hide PIN' }))
    expect(details.queryByText('4711')).not.toBeInTheDocument()
    expect(await reveal()).toBeVisible()
    await router.navigate({ to: '/customers/$customerId/$section', params: { customerId: 'bo', section: 'account' } })
    await waitFor(() => expect(screen.queryByText('4711')).not.toBeInTheDocument())
    await user.click(await screen.findByRole('tab', { name: 'Ada Park' }))
    expect(await details.findByRole('button', { name: 'Reveal PIN' })).toBeVisible()
  })

  it('stays hidden when that is refused, and what was typed stays', async () => {
    mock('createPinReveal', () => problem('unavailable'), { once: true })
    const { ask, user, details } = await withPin()
    const dialog = await ask()
    await user.type(dialog.getByLabelText(/^Reason/u), 'Because')
    await user.click(dialog.getByRole('button', { name: 'Reveal PIN' }))
    expect(await dialog.findByRole('alert')).toHaveTextContent('The PIN was not revealed.')
    expect(dialog.getByLabelText(/^Reason/u)).toHaveValue('Because')
    expect(details.queryByText('4711')).not.toBeInTheDocument()
  })

  it('is not for every role', async () => {
    const { details, user } = await withPin({ as: 'sales' })
    const reveal = await details.findByRole('button', { name: 'Reveal PIN' })
    expect(reveal).toHaveAttribute('aria-disabled', 'true')
    await user.hover(reveal)
    expect(await screen.findByRole('tooltip')).toHaveTextContent('Your role may not see PINs.')
  })
})
