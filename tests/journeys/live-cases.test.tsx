import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { problem } from '#mocks/answers.ts'
import { mock } from '#mocks/mock.ts'
import { mockPassword } from '#mocks/mock-state.ts'
import { configureMocks, mockBackend } from '#mocks/node.ts'
import { aChange, fakeLive } from '#tests/fake-live.ts'
import { renderCase } from '#tests/render-app.tsx'

test('a name that changes while the record is open changes on its tab, in the list of open records and in the header', async () => {
  const live = fakeLive()
  const { user } = renderCase('renamed-while-open', { live })
  await screen.findByRole('tab', { name: 'Ada Park' })
  await mockBackend().callAs('service', 'patchCustomer', { path: { id: 'ada' }, body: { lastName: 'Parker' } })
  await live.tell(aChange('customer.updated', 'ada'))
  const tab = await screen.findByRole('tab', { name: 'Ada Parker' })
  expect(screen.getByRole('button', { name: 'Close Ada Parker' })).toBeInTheDocument()
  await user.click(tab)
  expect(await screen.findByRole('heading', { level: 1, name: 'Ada Parker' })).toBeVisible()
})

test('a slow answer for one record does not come into another one', async () => {
  let answerAda: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    answerAda = resolve
  })
  mock('getCustomer', async ({ path, passThrough }) => {
    if (path.id === 'ada') await held
    return passThrough()
  })
  const { user } = renderCase('slow-answer-after-a-switch')
  configureMocks({ scenario: 'normal' })
  await user.click(await screen.findByRole('tab', { name: 'Bo' }))
  const bo = await screen.findByRole('tabpanel', { name: 'Bo' })
  await within(bo).findAllByText('bo@mail.example')
  answerAda()
  await user.click(screen.getByRole('tab', { name: 'Ada Park' }))
  const ada = await screen.findByRole('tabpanel', { name: 'Ada Park' })
  await within(ada).findAllByText('ada.park@mail.example')
  expect(ada.textContent).not.toContain('bo@mail.example')
  expect(bo.textContent).not.toMatch(/Ada|Park/)
})

test('a customer who is deleted elsewhere stays on the screen, says so, takes no changes and can be closed', async () => {
  const live = fakeLive()
  const { user } = renderCase('gone-while-open', { live })
  await screen.findByRole('button', { name: 'Edit' })
  mock('getCustomer', async ({ path, passThrough }) => (path.id === 'ada' ? problem('not-found') : passThrough()))
  await live.tell(aChange('customer.deleted', 'ada'))
  expect((await screen.findByRole('alert')).textContent).toContain('no longer')
  expect(screen.getByRole('heading', { level: 1, name: 'Ada Park' })).toBeVisible()
  expect(screen.getByRole('button', { name: 'Edit' })).toHaveAttribute('aria-disabled', 'true')
  await user.click(screen.getByRole('button', { name: 'Close record' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Bo' })).toBeVisible()
  expect(await screen.findByRole('button', { name: 'Edit' })).not.toHaveAttribute('aria-disabled', 'true')
})

test('a customer who is anonymised elsewhere becomes read only, with the reason', async () => {
  const live = fakeLive()
  renderCase('anonymised-while-open', { live })
  await screen.findByRole('button', { name: 'Edit' })
  await mockBackend().store.transaction(async (transaction) => {
    const row = await transaction.lock('customers', 'ada')
    await transaction.update('customers', 'ada', {
      anonymizedAt: new Date().toISOString(),
      version: (row?.version ?? 0) + 1,
    })
  })
  await live.tell(aChange('customer.updated', 'ada', { etag: '"77"' }))
  expect(await screen.findByText('Anonymised')).toBeVisible()
  await waitFor(() => expect(screen.getByRole('button', { name: 'Edit' })).toHaveAttribute('aria-disabled', 'true'))
  expect(screen.getByRole('tab', { name: 'Bo' })).toBeInTheDocument()
})

async function typing(name: 'session-ends-over-typed-work' | 'permission-lost-over-typed-work') {
  const app = renderCase(name)
  await app.user.click(await screen.findByRole('button', { name: 'Edit' }))
  const form = await screen.findByRole('form', { name: 'Edit account' })
  const field = within(form).getByLabelText('First name')
  await app.user.clear(field)
  await app.user.paste('Adele')
  return { ...app, form, field, save: async () => app.user.click(within(form).getByRole('button', { name: 'Save' })) }
}

test('a session that ends over typed work asks for the sign-in, and the work goes on', async () => {
  const { user, field, save } = await typing('session-ends-over-typed-work')
  configureMocks({ isExpired: true })
  await save()
  const dialog = await screen.findByRole('dialog', { name: 'Sign in again' })
  expect(field).toHaveValue('Adele')
  await user.type(within(dialog).getByLabelText('Password'), mockPassword)
  await user.click(within(dialog).getByRole('button', { name: 'Sign in' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Adele Park' })).toBeVisible()
})

test('a permission that is lost over typed work leaves the work there, and says so', async () => {
  const { form, field, save } = await typing('permission-lost-over-typed-work')
  await save()
  expect(await within(form).findByRole('alert')).toHaveTextContent('You do not have permission for this.')
  expect(field).toHaveValue('Adele')
})
