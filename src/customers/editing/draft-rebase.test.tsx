import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { CustomerPatch } from '#/contract/customers.ts'
import { mockBackend } from '#mocks/node.ts'
import { renderApp } from '#tests/render-app.tsx'

const at = '/customers/ada/account'
const accountForm = async () => screen.findByRole('form', { name: 'Edit account' })
const stored = async () => mockBackend().store.get('customers', 'ada')
const colleagueSaves = async (body: CustomerPatch) =>
  mockBackend().callAs('service', 'patchCustomer', { path: { id: 'ada' }, body })

/** A draft of the account, kept on the server; nothing of it is in memory any more. */
async function leftDraft() {
  const { user } = renderApp(at)
  await user.click(await screen.findByRole('button', { name: 'Edit' }))
  const form = within(await accountForm())
  await user.clear(form.getByLabelText('Last name'))
  await user.paste('Parker')
  await form.findByText(/^Saved as draft, /)
  cleanup()
}

describe('a draft whose record moved on meanwhile', () => {
  it('takes over what they changed alone, and says what that was', async () => {
    await leftDraft()
    await colleagueSaves({ fax: '+12125550199' })
    const { user } = renderApp(at)
    const form = await accountForm()
    expect(within(form).getByLabelText('Fax')).toHaveValue('+12125550199')
    expect(within(form).getByLabelText('Last name')).toHaveValue('Parker')
    expect(form.textContent).toMatch(/Since your draft of .* Sam Rivera changed Fax\./)
    await user.click(within(form).getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(form).not.toBeInTheDocument())
    expect(await stored()).toMatchObject({ lastName: 'Parker', fax: '+12125550199' })
  })

  it('is never saved over what they changed too without a choice', async () => {
    await leftDraft()
    await colleagueSaves({ lastName: 'Parks' })
    const { user } = renderApp(at)
    const form = await accountForm()
    expect(within(form).getByLabelText('Last name')).toHaveAccessibleDescription(
      'Sam Rivera changed this to Parks, just now',
    )
    await user.click(within(form).getByRole('button', { name: 'Save' }))
    const asked = await screen.findByRole('radiogroup', { name: 'Last name' })
    expect(asked).toHaveTextContent('ParkerTheirs (Sam Rivera)ParksBeforePark')
    expect(await stored()).toMatchObject({ lastName: 'Parks' })
  })

  it('is nothing any more when they came to save the same', async () => {
    await leftDraft()
    await colleagueSaves({ lastName: 'Parker' })
    renderApp(at)
    await waitFor(async () => expect((await mockBackend().callAs('admin', 'listDrafts', {})).items).toEqual([]))
  })
})
