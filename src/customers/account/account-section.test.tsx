import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { renderApp } from '#tests/render-app.tsx'

async function accountOf(id: string, as?: Parameters<typeof renderApp>[1]) {
  const app = renderApp(`/customers/${id}/account`, as)
  const section = await screen.findByRole('region', { name: 'Account' })
  await within(section).findByRole('heading', { name: 'Person' })
  const valueOf = (label: string) =>
    within(section).getByText(label, { selector: 'dt' }).nextElementSibling?.textContent
  return { ...app, section, valueOf }
}

it('shows every field of an account', async () => {
  const { section, valueOf } = await accountOf('ada')
  expect(valueOf('First name')).toBe('Ada')
  expect(valueOf('Birthday')).toBe('Feb 28, 1990')
  expect(valueOf('Salutation')).toBe('Mrs')
  await waitFor(() => expect(valueOf('Phone')).toContain('+1 212 555 0110 ext. 204'))
  expect(within(section).getByRole('link', { name: /0110/ })).toHaveAttribute('href', 'tel:+12125550110;ext=204')
  expect(within(section).getByRole('link', { name: 'ada.park@mail.example' })).toHaveAttribute(
    'href',
    'mailto:ada.park@mail.example',
  )
  expect(valueOf('Last login')).toBe('42 minutes ago')
  expect(valueOf('Last password change')).toBe('Aug 18, 2026')
  await waitFor(() => expect(valueOf('Scopes')).toBe('United States, New York, Fifth Avenue'))
  expect(valueOf('Marketing consents')).toContain('Email: granted')
  expect(valueOf('Marketing consents')).toContain('Text message: refused')
  expect(section).not.toHaveTextContent('4711')
})

it('says never of what never happened, and not set of what is missing', async () => {
  const { valueOf } = await accountOf('never')
  expect(valueOf('Last login')).toBe('Never')
  expect(valueOf('Last password change')).toBe('Never')
  expect(valueOf('Phone')).toBe('–not set')
  expect(valueOf('Registered')).toBe('–not set')
})

it('shows a number that is none as it is stored', async () => {
  const { section, valueOf } = await accountOf('odd-phone')
  expect(valueOf('Phone')).toContain('020 7946 0999 (after six, ask for Fi)')
  expect(valueOf('Fax')).toContain('none')
  expect(within(section).queryByRole('link', { name: 'none' })).not.toBeInTheDocument()
})

it('shows markup in names as text', async () => {
  const { valueOf } = await accountOf('html')
  expect(valueOf('First name')).toBe('<img src=x onerror=alert(1)>')
})

it('says how an anonymised record stands and does not offer to edit it', async () => {
  const { user, section } = await accountOf('anonymous')
  const pen = within(section).getByRole('button', { name: 'Edit' })
  expect(pen).toHaveAttribute('aria-disabled', 'true')
  await user.click(pen)
  expect(screen.queryByRole('form', { name: 'Edit account' })).not.toBeInTheDocument()
})

it('tells finance why it cannot edit', async () => {
  const { user, section } = await accountOf('ada', { as: 'finance' })
  const pen = within(section).getByRole('button', { name: 'Edit' })
  expect(pen).toHaveAttribute('aria-disabled', 'true')
  await user.tab()
  while (document.activeElement !== pen) await user.tab()
  expect(await screen.findByRole('tooltip')).toHaveTextContent('Your role may not change customers.')
})

it.each(['service', 'sales'] as const)('lets %s edit', async (as) => {
  const { user, section } = await accountOf('ada', { as })
  await user.click(within(section).getByRole('button', { name: 'Edit' }))
  expect(await screen.findByRole('form', { name: 'Edit account' })).toBeVisible()
})

it('starts the edit with the key e, once the record is shown', async () => {
  const { user } = await accountOf('ada')
  await user.keyboard('e')
  expect(await screen.findByRole('form', { name: 'Edit account' })).toBeVisible()
})
