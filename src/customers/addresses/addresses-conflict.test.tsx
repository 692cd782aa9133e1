import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { AddressPatch } from '#/customers/addresses/save-address.ts'
import { addressKeys } from '#/customers/addresses/address.queries.ts'
import { mockBackend } from '#mocks/node.ts'
import { renderApp } from '#tests/render-app.tsx'

const id = 'two-homes'

const stored = async () => (await mockBackend().callAs('admin', 'listAddresses', { path: { id } })).items
const addressId = async (name: string) => (await stored()).find((each) => each.name === name)?.id ?? ''

/** The address book of a customer, and a colleague whose work arrives as soon as it is done. */
async function book() {
  const app = renderApp(`/customers/${id}/addresses`)
  const { user, queryClient } = app
  const section = await screen.findByRole('region', { name: 'Addresses' })
  const edit = async (name: string) => {
    await user.click(await within(section).findByRole('button', { name: `Edit ${name}` }))
    return formOf(`Edit address ${name}`)
  }
  const formOf = async (name: string) => {
    const form = await within(section).findByRole('form', { name })
    const field = (label: string) => within(form).getByLabelText(label)
    const type = async (label: string, text: string) => {
      await user.clear(field(label))
      await user.paste(text)
    }
    const press = async (name: string) => user.click(within(form).getByRole('button', { name }))
    return { form, field, type, press }
  }
  const arrives = async () => queryClient.invalidateQueries({ queryKey: addressKeys.list(id) })
  const colleague = {
    saves: async (name: string, body: AddressPatch) => {
      await mockBackend().callAs('service', 'patchAddress', { path: { id, addressId: await addressId(name) }, body })
      await arrives()
    },
    deletes: async (name: string) => {
      await mockBackend().callAs('service', 'deleteAddress', { path: { id, addressId: await addressId(name) } })
      await arrives()
    },
    restores: async (restored: string) => {
      await mockBackend().callAs('service', 'restoreAddress', { path: { id, addressId: restored } })
      await arrives()
    },
    adds: async (name: string) => {
      const body = {
        name,
        line1: '1 Their Street',
        city: 'Salem',
        countryCode: 'US',
        regionCode: 'US-MA',
        postalCode: '01970',
      }
      await mockBackend().callAs('service', 'createAddress', { path: { id }, body })
      await arrives()
    },
  }
  return { ...app, section, edit, formOf, colleague }
}

describe('an address that somebody else changes while it is edited', () => {
  it('follows in the fields that were not touched, and asks at those that were', async () => {
    const { edit, colleague, user } = await book()
    const { field, type, press, form } = await edit('Bills')
    await type('City', 'Cambridge')
    await colleague.saves('Bills', { city: 'Brookline', line2: 'Floor 2' })
    await waitFor(() => expect(field('Address line 2')).toHaveValue('Floor 2'))
    expect(field('City')).toHaveAccessibleDescription('Sam Rivera changed this to Brookline, just now')
    expect(field('City')).toHaveFocus()
    await user.click(within(form).getByRole('button', { name: 'Keep mine: City' }))
    await press('Save')
    await waitFor(() => expect(form).not.toBeInTheDocument())
    expect((await stored()).find(({ name }) => name === 'Bills')).toMatchObject({ city: 'Cambridge', line2: 'Floor 2' })
  })

  it('never puts a region under a country that somebody else chose', async () => {
    const { edit, colleague, user, section } = await book()
    const { field, press } = await edit('Bills')
    await user.selectOptions(field('State'), 'Vermont')
    await colleague.saves('Bills', { countryCode: 'DE', regionCode: 'DE-BE', postalCode: '10117' })
    await within(section).findByRole('button', { name: 'Use theirs: Country' })
    expect(field('Country')).toHaveDisplayValue('United States')
    await press('Save')
    const asked = within(await within(section).findByRole('region', { name: /saved this address/ }))
    expect(asked.getAllByRole('radiogroup').map((group) => group.getAttribute('aria-label'))).toEqual([
      'Country',
      'State',
    ])
  })

  it('is no matter of other addresses: one that is added, changed or deleted stays or goes by itself', async () => {
    const { edit, colleague, section, sentTo } = await book()
    const { field, type, press, form } = await edit('Bills')
    await type('City', 'Cambridge')
    await colleague.saves('Parcels', { city: 'Lynn' })
    await colleague.adds('Theirs')
    await colleague.deletes('Parcels')
    expect(await within(section).findByRole('button', { name: 'Edit Theirs' })).toBeVisible()
    await waitFor(() => expect(within(section).queryByRole('button', { name: 'Edit Parcels' })).not.toBeInTheDocument())
    expect(field('City')).toHaveFocus()
    await press('Save')
    await waitFor(() => expect(form).not.toBeInTheDocument())
    expect(sentTo('patchAddress')).toHaveLength(1)
    expect((await stored()).map(({ name, city }) => `${name} ${city}`).toSorted()).toContain('Bills Cambridge')
  })
})

describe('an address that somebody else deletes while it is edited', () => {
  it('keeps what was typed, says who deleted it and when, and adds it anew', async () => {
    const { edit, formOf, colleague, section, sentTo } = await book()
    const { form, field, type, press } = await edit('Bills')
    await type('City', 'Cambridge')
    await colleague.deletes('Bills')
    expect(await within(section).findByText('Sam Rivera deleted this address, just now.')).toBeVisible()
    expect(field('City')).toHaveValue('Cambridge')
    expect(within(form).queryByRole('button', { name: 'Save' })).not.toBeInTheDocument()

    await press('Add as a new address')
    const again = await formOf('New address')
    expect(again.field('City')).toHaveValue('Cambridge')
    expect(again.field('Address line 1')).toHaveValue('5 Bill Street')
    await again.press('Save')
    expect(await within(section).findByRole('button', { name: 'Edit Bills' })).toBeVisible()
    expect(sentTo('createAddress')[0]?.body).toMatchObject({ name: 'Bills', city: 'Cambridge', postalCode: '02108' })
  })

  it('is told by the refused save, when nobody said so before', async () => {
    const { edit, section } = await book()
    const { field, type, press } = await edit('Bills')
    await type('City', 'Cambridge')
    await mockBackend().callAs('service', 'deleteAddress', { path: { id, addressId: await addressId('Bills') } })
    await press('Save')
    expect(await within(section).findByText('Sam Rivera deleted this address, just now.')).toBeVisible()
    expect(within(section).getAllByRole('alert')).toHaveLength(1)
    expect(field('City')).toHaveValue('Cambridge')
  })

  it('gives what was typed to take elsewhere, and lets it go only when told to', async () => {
    const { user, edit, colleague, section } = await book()
    const { form, type, press } = await edit('Bills')
    await type('City', 'Cambridge')
    await type('Notes', 'Ring twice')
    await colleague.deletes('Bills')
    await within(section).findByText(/deleted this address/)
    await press('Copy what you typed')
    expect(await navigator.clipboard.readText()).toBe('City: Cambridge\nNotes: Ring twice')
    await press('Discard')
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Discard' }))
    await waitFor(() => expect(form).not.toBeInTheDocument())
  })

  it('goes on as if nothing had been when it is brought back', async () => {
    const { edit, colleague, section } = await book()
    const { form, type, press } = await edit('Bills')
    const bills = await addressId('Bills')
    await type('City', 'Cambridge')
    await colleague.deletes('Bills')
    await within(section).findByText(/deleted this address/)
    await colleague.restores(bills)
    await waitFor(() => expect(within(section).queryByText(/deleted this address/)).not.toBeInTheDocument())
    await press('Save')
    await waitFor(() => expect(form).not.toBeInTheDocument())
    expect((await stored()).find(({ name }) => name === 'Bills')?.city).toBe('Cambridge')
  })
})
