import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { mockBackend } from '#mocks/node.ts'
import { renderApp } from '#tests/render-app.tsx'

const at = '/customers/new-k3x9q2ab/account'
const formNamed = async () => screen.findByRole('form', { name: 'New customer' })
const storedDrafts = async () => (await mockBackend().callAs('admin', 'listDrafts', {})).items

async function adding() {
  const app = renderApp(at)
  const form = await formNamed()
  const type = async (name: string, text: string) => {
    await app.user.clear(within(form).getByLabelText(name))
    await app.user.paste(text)
  }
  await type('First name', 'Grace')
  await type('Last name', 'Hopper-Lang')
  await type('Email', 'grace.lang@mail.example')
  await app.user.selectOptions(within(form).getByLabelText('Status'), 'Requires approval')
  await app.user.click(await within(form).findByLabelText('Canada'))
  // The last of what was typed is stored, too.
  await waitFor(async () => {
    expect(await storedDrafts()).toMatchObject([{ values: { lastName: 'Hopper-Lang', status: 'requiresApproval' } }])
    expect((await storedDrafts())[0]?.values['scopeIds']).not.toEqual([])
  })
  await within(form).findByText(/^Saved as draft, /)
  return { ...app, form }
}

it('comes back after a reload and on another machine, named on its tab, with status and scopes', async () => {
  await adding()
  expect(await storedDrafts()).toMatchObject([
    {
      recordId: 'new-k3x9q2ab',
      section: 'account',
      itemId: '-',
      baseEtag: '',
      values: { firstName: 'Grace', lastName: 'Hopper-Lang', status: 'requiresApproval' },
    },
  ])
  cleanup()
  const { user, sentTo } = renderApp(at, { windowId: 'elsewhere1' })
  expect(await screen.findByRole('tab', { name: 'Grace Hopper-Lang' })).toHaveAccessibleDescription(
    'Unsaved changes, kept as a draft',
  )
  const form = await formNamed()
  expect(within(form).getByLabelText('Email')).toHaveValue('grace.lang@mail.example')
  expect(within(form).getByLabelText('Status')).toHaveDisplayValue('Requires approval')
  expect(await within(form).findByLabelText('Canada')).toBeChecked()
  expect(within(form).getByText('5 fields changed')).toBeVisible()
  await user.click(within(form).getByRole('button', { name: 'Save' }))
  // The form has that heading too: saved, there is a pen.
  expect(await screen.findByRole('button', { name: 'Edit' })).toBeVisible()
  expect(screen.getByRole('heading', { level: 1, name: 'Grace Hopper-Lang' })).toBeVisible()
  await waitFor(async () => expect(await storedDrafts()).toEqual([]))
  expect(sentTo('createCustomer')[0]?.body).toMatchObject({
    status: 'requiresApproval',
    email: 'grace.lang@mail.example',
  })
})

it('is named on its tab before it is looked at', async () => {
  await adding()
  cleanup()
  renderApp('/customers/bo/account?open=bo.account_new-k3x9q2ab.account')
  expect(await screen.findByRole('tab', { name: 'Grace Hopper-Lang' })).toBeVisible()
})

it('is opened again when discarding it is undone', async () => {
  const { user, form, workspace } = await adding()
  await user.click(within(form).getByRole('button', { name: 'Cancel' }))
  await user.click(await screen.findByRole('button', { name: 'Discard' }))
  await waitFor(() => expect(workspace.isOpen('new-k3x9q2ab')).toBe(false))
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  expect(within(await formNamed()).getByLabelText('Last name')).toHaveValue('Hopper-Lang')
})
