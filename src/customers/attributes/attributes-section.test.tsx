import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { problem } from '#mocks/answers.ts'
import { mock } from '#mocks/mock.ts'
import { renderApp } from '#tests/render-app.tsx'

async function attributesOf(id: string) {
  const app = renderApp(`/customers/${id}/attributes`)
  const section = await screen.findByRole('region', { name: 'Custom Attributes' })
  await within(section).findAllByRole('heading', { level: 3 })
  const field = (label: string) => within(section).getByText(label, { selector: 'dt' }).nextElementSibling
  const valueOf = (label: string) => field(label)?.textContent
  const groups = () => within(section).getAllByRole('heading', { level: 3 })
  return { ...app, section, field, valueOf, groups }
}

it('shows every kind of value in the groups and order of the company', async () => {
  const { groups, valueOf } = await attributesOf('all-kinds')
  expect(groups().map(({ textContent }) => textContent)).toEqual([
    'Loyalty',
    'Tastes',
    'Tax and terms',
    'Other attributes',
  ])
  await waitFor(() => expect(valueOf('Loyalty tier')).toBe('Gold'))
  expect(valueOf('Loyalty points')).toBe('12,450')
  expect(valueOf('Member since')).toBe('May 1, 2019, 12:00 AM UTC')
  expect(valueOf('Welcome text')).toBe('Welcome back! (also in German, French)')
  expect(valueOf('Favourite roasts')).toBe('Light, Dark')
  expect(valueOf('Allergies')).toBe('hazelnut, lactose')
  expect(valueOf('Cups per day')).toBe('3.5')
  expect(valueOf('Remarks')).toBe('Prefers the phone.\nNever before ten.\n\n<i>No markup, please.</i>')
  expect(valueOf('Tax exempt')).toBe('Yes')
  expect(valueOf('Credit rating')).toBe('0.875')
})

it('keeps every digit of a number that is larger than a browser can count', async () => {
  const { valueOf } = await attributesOf('all-kinds')
  expect(valueOf('Ledger id')).toBe('9,007,199,254,740,993,123')
})

it('says of a choice that it is no longer offered, and shows a retired attribute where it has a value', async () => {
  const { valueOf } = await attributesOf('all-kinds')
  await waitFor(() => expect(valueOf('Newsletter topic')).toBe('Recipes (no longer offered)'))
  expect(valueOf('Consent to fax')).toBe('No')
})

it('leads to the customers that are referred to', async () => {
  const { user, field, router } = await attributesOf('all-kinds')
  const household = field('Household')
  if (!(household instanceof HTMLElement)) throw new Error('no household')
  expect(household).toHaveTextContent('Ada Park, Bo')
  await user.click(within(household).getByRole('link', { name: 'Bo' }))
  expect(await screen.findByRole('tabpanel', { name: 'Bo' })).toBeVisible()
  expect(router.state.location.pathname).toBe('/customers/bo/account')
})

it('shows values that do not fit their definition as they are', async () => {
  const { valueOf, groups } = await attributesOf('odd-values')
  await waitFor(() => expect(valueOf('Loyalty tier')).toBe('Platinum (no longer offered)'))
  expect(valueOf('Favourite roasts')).toBe('Medium, burnt (unknown choice)')
  expect(valueOf('Loyalty points')).toBe('-5 (not within the limits: 0 to 1,000,000)')
  expect(valueOf('Cups per day')).toBe('a lot (does not fit the definition)')
  await waitFor(() =>
    expect(valueOf('Recommended by')).toBe('Somebody deleted (no longer there, or not for you to see)'),
  )
  expect(groups().at(-1)).toHaveTextContent('Values without a definition')
  expect(valueOf('shoeSize')).toBe('44')
})

it('says in which language a text is that lacks the one of the reader', async () => {
  const { section, valueOf } = await attributesOf('odd-values')
  expect(valueOf('Welcome text')).toBe('Bem-vindo! (in Brazilian Portuguese)')
  expect(within(section).getByText('Bem-vindo!')).toHaveAttribute('lang', 'pt-BR')
})

it('tells no value from no', async () => {
  const { valueOf } = await attributesOf('fifty-roasts')
  expect(valueOf('Tax exempt')).toBe('No')
  expect(valueOf('Allergies')).toBe('–not set')
  await waitFor(() => expect(valueOf('Favourite roasts')).toMatch(/^Origin 1, .*Origin 50$/))
})

it('shows two hundred values', async () => {
  const { section, valueOf } = await attributesOf('two-hundred')
  expect(within(section).getAllByText(/^legacy\d{3}$/, { selector: 'dt' })).toHaveLength(184)
  expect(valueOf('legacy001')).toBe('Old value 1')
  expect(valueOf('legacy003')).toBe('Yes')
})

it('says that there are none', async () => {
  mock('listAttributeDefinitions', () => ({ items: [], groups: [] }))
  renderApp('/customers/bo/attributes')
  expect(await screen.findByRole('heading', { name: 'No custom attributes' })).toBeVisible()
})

it.each(['getCustomerAttributes', 'listAttributeDefinitions'] as const)(
  'can be tried again when %s fails',
  async (name) => {
    mock(name, () => problem('not-acceptable'), { once: true })
    const { user } = renderApp('/customers/all-kinds/attributes')
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('Custom Attributes could not be loaded')
    await user.click(within(alert).getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText('hazelnut')).toBeVisible()
  },
)

it('can be tried again while the definitions are still on their way', async () => {
  const gate = Promise.withResolvers<void>()
  mock('listAttributeDefinitions', async ({ passThrough }) => gate.promise.then(passThrough), { once: true })
  mock('getCustomerAttributes', () => problem('not-acceptable'), { once: true })
  const { user, sentTo } = renderApp('/customers/all-kinds/attributes')
  await user.click(await screen.findByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(sentTo('getCustomerAttributes')).toHaveLength(2))
  gate.resolve()
  expect(await screen.findByText('hazelnut')).toBeVisible()
})
