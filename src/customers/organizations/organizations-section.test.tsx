import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { problem } from '#mocks/answers.ts'
import { mock } from '#mocks/mock.ts'
import { renderApp } from '#tests/render-app.tsx'
import { readTable } from '#tests/table-reader.ts'

it('shows number, name, address, manager and phone of each', async () => {
  renderApp('/customers/member/organizations')
  const { columns, cell } = await readTable('Organizations')
  expect(columns().slice(0, 5)).toEqual(['Number', 'Name', 'Address', 'Manager', 'Manager phone'])
  expect(cell('Northwind Coffee Roasters', 'Number')).toBe('ORG-0001')
  expect(cell('Northwind Coffee Roasters', 'Manager')).toBe('Jill Hart')
  await waitFor(() => expect(cell('Northwind Coffee Roasters', 'Manager phone')).toBe('+1 212 555 0170 ext. 12'))
  await waitFor(() => expect(cell('Northwind Coffee Roasters', 'Address')).toContain('New York, NY 10118'))
  expect(cell('Northwind Coffee Roasters', 'Member since')).toBe('Dec 16, 2024')
})

it('shows one address of several, names as they are, and what is missing as not set', async () => {
  renderApp('/customers/member/organizations')
  const { names, cell } = await readTable('Organizations')
  expect(names()).toHaveLength(7)
  expect(cell(/^Teehaus/, 'Address')).toContain('Kantstraße 148')
  expect(cell(/^Teehaus/, 'Address')).not.toContain('München')
  expect(cell('<b>Bold & Sons</b>', 'Number')).toBe('000007')
  expect(cell('Friends of the Library', 'Number')).toBe('–not set')
  expect(cell('Harbour Rowing Club', 'Address')).toBe('–not set')
  expect(cell('Lycée Saint-Exupéry', 'Manager')).toBe('–not set')
  expect(cell('Lycée Saint-Exupéry', 'Manager phone')).toBe('–not set')
})

it('tells active from inactive organizations', async () => {
  renderApp('/customers/member/organizations')
  const { cell } = await readTable('Organizations')
  expect(cell('Blue Lantern Hotels (closed)', 'Status')).toBe('Inactive')
  expect(cell('Northwind Coffee Roasters', 'Status')).toBe('Active')
})

it('sorts by number and name', async () => {
  const { user, sentTo } = renderApp('/customers/member/organizations')
  const { table, names } = await readTable('Organizations')
  expect(names()[0]).toBe('<b>Bold & Sons</b>')
  await user.click(within(table).getByRole('button', { name: 'Name' }))
  await waitFor(() => expect(names()[0]).toMatch(/^Teehaus/))
  await user.click(within(table).getByRole('button', { name: 'Number' }))
  await waitFor(() => expect(sentTo('listCustomerOrganizations').at(-1)?.query?.sort).toBe('number'))
})

it('says that there are none', async () => {
  renderApp('/customers/bo/organizations')
  expect(await screen.findByRole('heading', { name: 'No organizations' })).toBeVisible()
})

it('can be tried again', async () => {
  mock('listCustomerOrganizations', () => problem('not-acceptable'), { once: true })
  const { user } = renderApp('/customers/tanaka/organizations')
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent('Organizations could not be loaded')
  await user.click(within(alert).getByRole('button', { name: 'Try again' }))
  expect((await readTable('Organizations')).names()).toEqual(['田中商店株式会社'])
})
