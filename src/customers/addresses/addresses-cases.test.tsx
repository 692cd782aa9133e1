import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { EdgeCaseName } from '#mocks/edge-cases/edge-cases.ts'
import { renderCase } from '#tests/render-app.tsx'

async function shown(name: EdgeCaseName) {
  const app = renderCase(name)
  const section = await screen.findByRole('region', { name: 'Addresses' })
  await within(section).findAllByRole('heading', { level: 3 })
  const titles = () =>
    within(section)
      .getAllByRole('heading', { level: 3 })
      .map(({ textContent }) => textContent)
  const card = (title: string) => {
    const item = within(section).getByRole('heading', { level: 3, name: title }).closest('li')
    if (!item) throw new Error(`no card ${title}`)
    return item
  }
  const radio = (label: string) => within(section).getByRole('radio', { name: label })
  return { ...app, section, titles, card, radio }
}

it('offers the first address where there is none', async () => {
  const { user, section } = await shown('no-addresses')
  await user.click(within(section).getByRole('button', { name: 'Add the first address' }))
  expect(await within(section).findByRole('form', { name: 'New address' })).toBeVisible()
})

it('calls an unnamed address by its first line and says that none is preferred', async () => {
  const { titles, radio } = await shown('one-unnamed-address')
  expect(titles()).toEqual(['9 Unnamed Road'])
  expect(radio('No preferred billing address')).toBeChecked()
  expect(radio('No preferred shipping address')).toBeChecked()
  expect(radio('Preferred billing: 9 Unnamed Road')).not.toBeChecked()
})

it('filters and sorts fifty, and says how many it shows', async () => {
  const { user, section, titles } = await shown('fifty-addresses')
  expect(within(section).getAllByRole('listitem')).toHaveLength(50)
  const filter = within(section).getByRole('searchbox', { name: 'Filter addresses' })
  await user.click(filter)
  await user.paste('dépot 10')
  expect(within(section).getByText('11 of 50')).toBeVisible()
  expect(titles().slice(0, 3)).toEqual(['Depot 8', 'Depot 1', 'Depot 2'])
  await user.selectOptions(within(section).getByRole('combobox', { name: 'Sort addresses' }), 'Newest first')
  expect(titles()[0]).toBe('Depot 11')
  await user.click(filter)
  await user.paste('x')
  expect(titles()).toEqual(['No address matches'])
  await user.click(within(section).getByRole('button', { name: 'Clear filter' }))
  expect(filter).toHaveValue('')
})

it('shows one address as preferred for both and by which orders it is used', async () => {
  const { radio, card } = await shown('one-address-for-both')
  expect(radio('Preferred billing: Home')).toBeChecked()
  expect(radio('Preferred shipping: Home')).toBeChecked()
  expect(card('Home')).toHaveTextContent('Used by 2 open or recurring orders')
})

it('survives two that are marked preferred, until one is chosen', async () => {
  const { user, section, radio } = await shown('two-preferred-addresses')
  expect(radio('Preferred billing: Old')).toBeChecked()
  expect(radio('Preferred billing: New')).toBeChecked()
  expect(within(section).getByRole('group', { name: 'Preferred billing' })).toHaveTextContent('New, Old')
  await user.click(radio('No preferred billing address'))
  expect(radio('Preferred billing: Old')).not.toBeChecked()
  expect(radio('Preferred billing: New')).not.toBeChecked()
  await screen.findByText('No address is preferred for billing')
  expect(radio('No preferred billing address')).toBeChecked()
})

it('shows addresses without postal code, region or known country as they are', async () => {
  const { card } = await shown('addresses-of-many-countries')
  expect(card('Without postal code or region')).toHaveTextContent("8 Queen's Road Central")
  expect(card('Country outside the list')).toHaveTextContent('Kosovo')
  await waitFor(() => expect(card('Germany')).toHaveTextContent('State: Berlin'))
  expect(card('With everything')).toHaveTextContent('Latitude 47.3769, longitude 8.5417')
})

it('names a region with or without its country, and shows an unknown code as it is', async () => {
  const { card } = await shown('regions-with-and-without-country')
  await waitFor(() => expect(card('Whole code')).toHaveTextContent('Province: Quebec'))
  expect(card('Short code')).toHaveTextContent('Province: Quebec')
  expect(card('Unknown code')).toHaveTextContent('Province: CA-ZZ')
  expect(card('Named')).toHaveTextContent('State: Berlin')
})

it('refuses a name that differs by its case only', async () => {
  const { user, section } = await shown('address-names')
  await user.click(within(section).getByRole('button', { name: 'Edit Parcels' }))
  const form = await within(section).findByRole('form', { name: 'Edit address Parcels' })
  await user.clear(within(form).getByLabelText('Address name'))
  await user.paste('bills')
  await user.click(within(form).getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(within(form).getByLabelText('Address name')).toHaveAccessibleDescription(/already/i))
})
