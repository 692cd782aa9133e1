import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { customerKeys } from '#/customers/customer.queries.ts'
import { meQuery } from '#/shared/session/me.queries.ts'
import { problem } from '#mocks/answers.ts'
import { mock } from '#mocks/mock.ts'
import { mockBackend } from '#mocks/node.ts'
import { renderApp } from '#tests/render-app.tsx'

/** An account in its form, with a name typed, beside another open record. */
async function typing() {
  const app = renderApp('/customers/ada/account?open=ada_bo')
  const { user, queryClient } = app
  await user.click(await screen.findByRole('button', { name: 'Edit' }))
  const form = await screen.findByRole('form', { name: 'Edit account' })
  const field = (name: string) => within(form).getByLabelText<HTMLInputElement>(name)
  await user.clear(field('Last name'))
  await user.type(field('Last name'), 'Parker')
  const anonymise = async () => {
    const anonymous = { anonymizedAt: '2026-11-22T09:00:00.000Z', firstName: null, lastName: null, version: 9 }
    await mockBackend().store.transaction(async (rows) => rows.update('customers', 'ada', anonymous))
    await queryClient.invalidateQueries({ queryKey: customerKeys.detail('ada') })
  }
  return { ...app, form, field, anonymise }
}

const copied = async () => navigator.clipboard.readText()

describe('an account that cannot be saved any more while it is edited', () => {
  it('was anonymised: what was typed can be read and copied, and nothing else of the person', async () => {
    const { user, form, field, anonymise, workspace } = await typing()
    await anonymise()
    const note = await screen.findByRole('alert')
    expect(note).toHaveTextContent('This record was anonymised and is read only.')
    expect(note).toHaveTextContent('What you typed is still here and was not saved.')
    expect(note).toHaveFocus()
    expect([field('Last name').value, field('First name').value]).toEqual(['Parker', ''])
    expect(field('Last name')).toBeDisabled()
    expect(within(form).queryByRole('button', { name: 'Save' })).not.toBeInTheDocument()

    await user.click(within(form).getByRole('button', { name: 'Copy what you typed' }))
    expect(await copied()).toBe('Last name: Parker')
    await user.click(within(form).getByRole('button', { name: 'Discard' }))
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Discard' }))
    await waitFor(() => expect(form).not.toBeInTheDocument())
    expect(workspace.store.getState().unsaved).toEqual({})
  })

  it('was anonymised, and the save is the first to hear of it', async () => {
    const { user, form, field } = await typing()
    await mockBackend().store.transaction(async (rows) =>
      rows.update('customers', 'ada', { anonymizedAt: '2026-11-22T09:00:00.000Z', version: 9 }),
    )
    await user.click(within(form).getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(field('Last name')).toBeDisabled())
    expect(screen.getByRole('alert')).toHaveTextContent('This record was anonymised and is read only.')
    expect(field('Last name')).toHaveValue('Parker')
  })

  it('is not there any more: the record is read only and can be closed, the others are as they were', async () => {
    const { user, field, queryClient, workspace } = await typing()
    mock('getCustomer', ({ path, passThrough }) => (path.id === 'ada' ? problem('not-found') : passThrough()))
    await queryClient.invalidateQueries({ queryKey: customerKeys.detail('ada') })
    expect(await screen.findByText('This customer was removed, or you may no longer see it.')).toBeVisible()
    expect(field('Last name')).toHaveValue('Parker')
    expect(field('Last name')).toBeDisabled()
    await user.click(screen.getByRole('tab', { name: /^Bo/ }))
    const bo = within(await screen.findByRole('tabpanel', { name: /^Bo/ }))
    await waitFor(() => expect(bo.getByRole('button', { name: 'Edit' })).toHaveAttribute('aria-disabled', 'false'))
    await user.click(screen.getByRole('button', { name: 'Close Ada Park' }))
    await user.click(await screen.findByRole('button', { name: /close$/i }))
    await waitFor(() => expect(workspace.isOpen('ada')).toBe(false))
  })

  it('may not be changed any more: what was typed stays, also as a draft, and is there when the right is back', async () => {
    const { user, form, field, queryClient } = await typing()
    await within(form).findByText(/^Saved as draft, /)
    const lost = { isLost: true }
    mock('getMe', async ({ passThrough }) => {
      const me = await passThrough()
      return lost.isLost ? { ...me, permissions: me.permissions.filter((each) => each !== 'customer:write') } : me
    })
    mock('patchCustomer', ({ passThrough }) => (lost.isLost ? problem('forbidden') : passThrough()))
    await user.click(within(form).getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('Your role may not change customers.')).toBeVisible()
    expect(field('Last name')).toHaveValue('Parker')
    expect(within(form).getByText(/^Saved as draft, /)).toBeVisible()

    lost.isLost = false
    await queryClient.invalidateQueries({ queryKey: meQuery.queryKey })
    await user.click(await within(form).findByRole('button', { name: 'Save' }))
    await waitFor(() => expect(form).not.toBeInTheDocument())
    expect(await mockBackend().store.get('customers', 'ada')).toMatchObject({ lastName: 'Parker' })
  })

  it('holds nothing that was typed: it only says why it is closed', async () => {
    const { user, form, field, anonymise } = await typing()
    await user.clear(field('Last name'))
    await user.type(field('Last name'), 'Park')
    await anonymise()
    expect(await screen.findByText('You had changed nothing.')).toBeVisible()
    await user.click(within(form).getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(form).not.toBeInTheDocument())
  })
})
