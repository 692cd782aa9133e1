import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { EdgeCaseName } from '#mocks/edge-cases/edge-cases.ts'
import { mockBackend } from '#mocks/node.ts'
import { renderCase } from '#tests/render-app.tsx'

async function theCase(name: EdgeCaseName) {
  const app = renderCase(name)
  const section = await screen.findByRole('region', { name: 'Custom Attributes' })
  await within(section).findAllByRole('heading', { level: 3 })
  const valueOf = (label: string) =>
    within(section).getByText(label, { selector: 'dt' }).nextElementSibling?.textContent ?? ''
  const edit = async () => {
    await app.user.click(await screen.findByRole('button', { name: 'Edit' }))
    return within(await screen.findByRole('form', { name: 'Edit custom attributes' }))
  }
  return { ...app, section, valueOf, edit }
}

it('26: without definitions the section says so, and there is nothing to edit', async () => {
  renderCase('attributes-none-defined')
  expect(await screen.findByRole('heading', { name: 'No custom attributes' })).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Edit' })).not.toBeInTheDocument()
})

it('26: attributes without a group stand in one of their own, references apart from plain values', async () => {
  const { section } = await theCase('attributes-with-and-without-group')
  const others = within(section).getByRole('region', { name: 'Other attributes' })
  expect(within(others).getByText('Newsletter topic')).toBeVisible()
  const references = within(others).getByRole('region', { name: 'References' })
  expect(within(references).getByText('Household')).toBeVisible()
})

it('26: two hundred attributes are found by label, name and value', async () => {
  const { user, section } = await theCase('two-hundred-attributes')
  const filter = screen.getByRole('searchbox', { name: 'Filter attributes' })
  await user.type(filter, 'legacy017')
  await waitFor(() => expect(within(section).getAllByRole('term')).toHaveLength(1))
  expect(within(section).getByText('1 of 200 attributes')).toBeInTheDocument()
  await user.clear(filter)
  await user.type(filter, 'treuestufe')
  await waitFor(() => expect(within(section).getAllByRole('term')).toHaveLength(1))
  expect(within(section).getByText('Loyalty tier')).toBeVisible()
  await user.keyboard('{Escape}')
  await user.type(filter, 'no such thing')
  await user.click(await screen.findByRole('button', { name: 'Clear the filter' }))
  await waitFor(() => expect(within(section).getAllByRole('term').length).toBeGreaterThan(190))
})

it('27: values that do not fit are shown as they are, with what is odd about them', async () => {
  const { valueOf } = await theCase('attribute-values-that-do-not-fit')
  await waitFor(() => expect(valueOf('Loyalty tier')).toBe('Platinum (no longer offered)'))
  expect(valueOf('Favourite roasts')).toBe('Medium, burnt (unknown choice)')
  expect(valueOf('Loyalty points')).toBe('-5 (not within the limits: 0 to 1,000,000)')
  expect(valueOf('Cups per day')).toBe('a lot (does not fit the definition)')
  expect(valueOf('Allergies')).toBe('hazelnut (does not fit the definition)')
  expect(valueOf('shoeSize')).toBe('44')
})

it('27: in the form they stay until somebody replaces them, and are no choice for others', async () => {
  const { user, edit, sentTo } = await theCase('attribute-values-that-do-not-fit')
  const form = await edit()
  const tier = form.getByLabelText('Loyalty tier')
  expect(tier).toHaveDisplayValue('Platinum (no longer offered)')
  expect(form.getByLabelText('burnt')).toBeChecked()
  expect(form.getByRole('group', { name: 'Cups per day' }).textContent).toMatch(/a lot.*stays as it is/)
  await user.click(form.getByRole('button', { name: 'Replace Cups per day' }))
  await user.type(form.getByLabelText('Cups per day'), '2,5')
  expect(form.getByLabelText('Cups per day')).toHaveAccessibleDescription(/Read as 2.5/)
  await user.click(form.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(sentTo('patchCustomerAttributes')).toHaveLength(1))
  expect(sentTo('patchCustomerAttributes')[0]?.body).toEqual({ values: { taxExempt: false, cupsPerDay: 2.5 } })
})

it('27: fifty choices can be found, taken and given back by keyboard', async () => {
  const { user, edit, sentTo } = await theCase('fifty-choices')
  const form = await edit()
  const roasts = within(form.getByRole('group', { name: 'Favourite roasts' }))
  expect(roasts.getByText('50 of 53 chosen')).toBeVisible()
  await user.type(roasts.getByRole('searchbox'), 'dark')
  await user.tab()
  await user.keyboard(' ')
  await user.clear(roasts.getByRole('searchbox'))
  await user.type(roasts.getByRole('searchbox'), 'origin 5')
  await user.tab()
  await user.keyboard('{ArrowDown}{ArrowUp} ')
  expect(roasts.getByText('50 of 53 chosen')).toBeVisible()
  await user.click(form.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(sentTo('patchCustomerAttributes')).toHaveLength(1))
  const { favouriteRoasts } = sentTo('patchCustomerAttributes')[0]?.body?.values ?? {}
  expect(favouriteRoasts).toHaveLength(50)
  expect(favouriteRoasts).toEqual(expect.arrayContaining(['dark']))
  expect(favouriteRoasts).not.toEqual(expect.arrayContaining(['origin-5']))
})

it('28: a text that lacks the language of the reader says which one it is in', async () => {
  const { valueOf, section, edit } = await theCase('text-in-another-language')
  expect(valueOf('Welcome text')).toBe('Bem-vindo! (in Brazilian Portuguese)')
  expect(within(section).getByText('Bem-vindo!')).toHaveAttribute('lang', 'pt-BR')
  const form = await edit()
  expect(form.getByLabelText('Welcome text in Brazilian Portuguese')).toHaveValue('Bem-vindo!')
})

it('29: a required value that was always missing is marked, and does not keep others from being saved', async () => {
  const { user, edit, valueOf } = await theCase('required-attribute-missing')
  expect(valueOf('Contract number')).toBe('–not set (required, missing)')
  const form = await edit()
  const contract = form.getByLabelText('Contract number')
  expect(contract).toBeRequired()
  expect(contract).toHaveAccessibleDescription(/Required, but never filled in/)
  await user.type(form.getByLabelText('Remarks'), 'Rings twice')
  await user.click(form.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(valueOf('Remarks')).toBe('Rings twice'))
  expect((await mockBackend().store.get('customerAttributes', 'fifty-roasts'))?.values).not.toHaveProperty(
    'contractNumber',
  )
})

it('29: once there is a value, it cannot be taken away', async () => {
  const { user, edit, sentTo } = await theCase('attributes-with-and-without-group')
  const form = await edit()
  await user.clear(form.getByLabelText('Contract number'))
  await user.click(form.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(form.getByLabelText('Contract number')).toBeInvalid())
  expect(sentTo('patchCustomerAttributes')).toEqual([])
})

it('30: a reference to somebody who is gone is named as it was, without a link', async () => {
  const { valueOf } = await theCase('reference-to-a-deleted-customer')
  await waitFor(() =>
    expect(valueOf('Recommended by')).toBe('Somebody deleted (no longer there, or not for you to see)'),
  )
  expect(screen.queryByRole('link', { name: 'Somebody deleted' })).not.toBeInTheDocument()
})

it('30: line breaks and every digit stay as they are', async () => {
  const { valueOf } = await theCase('attributes-with-and-without-group')
  expect(valueOf('Remarks')).toBe('Prefers the phone.\nNever before ten.\n\n<i>No markup, please.</i>')
  expect(valueOf('Ledger id')).toBe('9,007,199,254,740,993,123')
})

it('30: a date without a time zone is not moved by one', async () => {
  const { valueOf } = await theCase('fifty-choices')
  expect(valueOf('Member since')).toBe('Jan 1, 2020 (without time zone)')
})
