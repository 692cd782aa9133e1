import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { AddressPatch } from '#/customers/addresses/save-address.ts'
import { networkError, problem } from '#mocks/answers.ts'
import { mock } from '#mocks/mock.ts'
import { mockBackend } from '#mocks/node.ts'
import { renderApp } from '#tests/render-app.tsx'

type Options = Parameters<typeof renderApp>[1]

async function bookOf(id: string, options?: Options) {
  const app = renderApp(`/customers/${id}/addresses`, options)
  const section = await screen.findByRole('region', { name: 'Addresses' })
  await within(section).findByRole('button', { name: 'Add address' })
  const { user } = app
  const formOf = async (name: string) => {
    const form = await within(section).findByRole('form', { name })
    const field = (label: string) => within(form).getByLabelText(label)
    const type = async (label: string, text: string) => {
      await user.clear(field(label))
      if (text !== '') await user.paste(text)
    }
    const save = async () => user.click(within(form).getByRole('button', { name: 'Save' }))
    return { form, field, type, save }
  }
  const edit = async (name: string) => {
    await user.click(await within(section).findByRole('button', { name: `Edit ${name}` }))
    return formOf(`Edit address ${name}`)
  }
  const add = async () => {
    await user.click(within(section).getByRole('button', { name: 'Add address' }))
    return formOf('New address')
  }
  const notice = () => screen.getByRole('status', { name: 'Notices' })
  return { ...app, section, formOf, edit, add, notice }
}

const storedOf = async (id: string) => {
  const { items } = await mockBackend().callAs('admin', 'listAddresses', { path: { id } })
  return items
}
const colleagueSaves = async (id: string, name: string, body: AddressPatch) => {
  const address = (await storedOf(id)).find((each) => each.name === name)
  await mockBackend().callAs('service', 'patchAddress', { path: { id, addressId: address?.id ?? '' }, body })
}

describe('editing an address in its card', () => {
  it('sends the changed fields only, with the version it began with, and gives the focus back to the pen', async () => {
    const { edit, sentTo, section, notice } = await bookOf('two-homes')
    const version = (await storedOf('two-homes')).find(({ name }) => name === 'Bills')?.etag
    const { type, save } = await edit('Bills')
    await type('Address line 1', ' 6 Bill Street ')
    await type('Latitude', '42,36')
    await save()
    await waitFor(() => expect(notice()).toHaveTextContent('Address saved'))
    expect(notice()).toHaveTextContent('Tess TwohomesC-100203')
    expect(within(section).getByRole('button', { name: 'Edit Bills' })).toHaveFocus()
    const [sent] = sentTo('patchAddress')
    expect(sent?.body).toEqual({ line1: '6 Bill Street', latitude: 42.36 })
    expect(sent?.headers.get('if-match')).toBe(version)
  })

  it('edits several at once; Ctrl+Enter saves the one that has the focus, Escape asks about the other', async () => {
    const { edit, user, section, workspace, sentTo } = await bookOf('two-homes')
    const bills = await edit('Bills')
    const parcels = await edit('Parcels')
    await bills.type('City', 'Cambridge')
    await parcels.type('City', 'Lynn')
    expect(workspace.store.getState().unsaved['two-homes']).toHaveLength(2)
    await user.type(bills.field('City'), '{Control>}{Enter}{/Control}')
    await waitFor(() => expect(bills.form).not.toBeInTheDocument())
    expect(parcels.field('City')).toHaveValue('Lynn')
    expect(sentTo('patchAddress')).toHaveLength(1)

    await user.type(parcels.field('City'), '{Escape}')
    const dialog = await screen.findByRole('dialog', { name: 'Discard your changes?' })
    expect(dialog).toHaveTextContent('Tess Twohomes')
    await user.click(within(dialog).getByRole('button', { name: 'Discard' }))
    await waitFor(() => expect(within(section).getByRole('button', { name: 'Edit Parcels' })).toHaveFocus())
    expect(workspace.store.getState().unsaved).toEqual({})
  })

  it('asks for other fields, by other words, in another country, and keeps what was typed', async () => {
    const { edit, user, sentTo } = await bookOf('two-homes')
    const { form, field, type, save } = await edit('Bills')
    await waitFor(() => expect(field('ZIP code')).toBeRequired())
    expect(field('State')).toBeRequired()
    expect(field('State')).toHaveDisplayValue('Massachusetts')

    await user.selectOptions(field('Country'), 'Germany')
    expect(field('Postcode')).toHaveValue('02108')
    expect(within(form).queryByLabelText('ZIP code')).not.toBeInTheDocument()
    expect(field('State')).not.toBeRequired()
    expect(field('State')).toHaveDisplayValue('Not set')

    await user.selectOptions(field('Country'), 'Hong Kong SAR China')
    expect(within(form).queryByLabelText('Region')).not.toBeInTheDocument()
    expect(field('Postal code')).toHaveValue('02108')
    await type('Postal code', '')
    expect(within(form).queryByLabelText('Postal code')).not.toBeInTheDocument()

    await user.selectOptions(field('Country'), 'United States')
    expect(field('State')).toHaveDisplayValue('Massachusetts')
    await save()
    await waitFor(() => expect(field('ZIP code')).toHaveAccessibleDescription('Enter a value'))
    await type('ZIP code', '0210')
    await save()
    await waitFor(() => expect(field('ZIP code')).toHaveAccessibleDescription('Not a postal code of this country'))
    expect(sentTo('patchAddress')).toEqual([])

    await user.selectOptions(field('Country'), 'Ireland')
    await type('Eircode', 'D02 X285')
    await save()
    await waitFor(() => expect(form).not.toBeInTheDocument())
    expect(sentTo('patchAddress')[0]?.body).toEqual({ countryCode: 'IE', regionCode: null, postalCode: 'D02 X285' })
  })

  it('leaves odd values alone that were not touched', async () => {
    const { edit, sentTo } = await bookOf('regions')
    const { form, field, type, save } = await edit('Short code')
    await waitFor(() => expect(field('Province')).toHaveDisplayValue('Quebec'))
    await type('Notes', 'Ring twice')
    await save()
    await waitFor(() => expect(form).not.toBeInTheDocument())
    expect(sentTo('patchAddress')[0]?.body).toEqual({ notes: 'Ring twice' })
  })

  it('says a taken name at the field', async () => {
    const { edit } = await bookOf('two-homes')
    const { field, type, save } = await edit('Bills')
    await type('Address name', 'PARCELS')
    await save()
    await waitFor(() => expect(field('Address name')).toBeInvalid())
    expect(field('Address name')).toHaveFocus()
    expect(field('Address name')).toHaveValue('PARCELS')
  })

  it.each([
    ['no connection', networkError, /server cannot be reached/],
    ['a lost permission', () => problem('forbidden', { requiredPermission: 'customer:write' }), /permission/],
    ['a broken server', () => problem('internal'), /still here/],
  ] as const)('keeps what was typed after %s', async (_name, answer, text) => {
    mock('patchAddress', answer, { once: true })
    const { edit } = await bookOf('two-homes')
    const { form, field, type, save } = await edit('Bills')
    await type('City', 'Cambridge')
    await save()
    expect((await within(form).findByRole('alert')).textContent).toMatch(text)
    expect(field('City')).toHaveValue('Cambridge')
    await save()
    await waitFor(() => expect(form).not.toBeInTheDocument())
  })

  it('lets the second of two people choose field by field', async () => {
    const { edit, user, section, sentTo } = await bookOf('two-homes')
    const { type, save } = await edit('Bills')
    await type('City', 'Cambridge')
    await type('Notes', 'Mine')
    await colleagueSaves('two-homes', 'Bills', { city: 'Brookline', line2: 'Floor 2' })
    await save()
    const conflict = await within(section).findByRole('region', { name: 'Sam Rivera saved this address just now' })
    expect(conflict).toHaveTextContent('Address line 2: – → Floor 2')
    await user.click(within(conflict).getByRole('radio', { name: 'Theirs (Sam Rivera): Brookline' }))
    await user.click(within(conflict).getByRole('button', { name: 'Save my choices' }))
    await within(section).findByRole('button', { name: 'Edit Bills' })
    expect(sentTo('patchAddress').at(-1)?.body).toEqual({ notes: 'Mine' })
    expect((await storedOf('two-homes')).find(({ name }) => name === 'Bills')).toMatchObject({
      city: 'Brookline',
      line2: 'Floor 2',
      notes: 'Mine',
    })
  })

  it('is not held up by another address, nor by a preference that moved', async () => {
    const { edit, section } = await bookOf('two-homes')
    const { form, type, save } = await edit('Bills')
    await type('City', 'Cambridge')
    await colleagueSaves('two-homes', 'Parcels', { city: 'Lynn', isPreferredBilling: true })
    await save()
    await waitFor(() => expect(form).not.toBeInTheDocument())
    expect(within(section).queryByRole('region', { name: /saved this address/ })).not.toBeInTheDocument()
    expect((await storedOf('two-homes')).find(({ name }) => name === 'Bills')).toMatchObject({
      city: 'Cambridge',
      isPreferredBilling: false,
    })
  })

  it('takes the code of a region while the list of regions cannot be loaded', async () => {
    const { queryClient, add, user } = await bookOf('bo')
    await queryClient.prefetchQuery({
      queryKey: ['place-rules'],
      queryFn: async () => Promise.reject(new Error('not loaded')),
      retry: false,
    })
    const { form, field, type } = await add()
    await user.selectOptions(field('Country'), 'Canada')
    await type('Province', 'CA-QC')
    expect(field('Province')).toHaveAccessibleDescription(/could not be loaded/)
    await user.click(within(form).getByRole('button', { name: 'Load the list of regions' }))
    await waitFor(() => expect(field('Province')).toHaveDisplayValue('Quebec'))
  })
})

describe('adding an address', () => {
  it('starts in the country of the others, wants what is needed, and shows the new card', async () => {
    const { add, user, section, sentTo, notice } = await bookOf('two-homes')
    const { field, type, save } = await add()
    expect(field('Address name')).toHaveFocus()
    expect(field('Country')).toHaveDisplayValue('United States')
    await save()
    await waitFor(() => expect(field('Address line 1')).toHaveAccessibleDescription('Enter a value'))
    expect(field('State')).toHaveAccessibleDescription('Enter a value')
    expect(sentTo('createAddress')).toEqual([])

    await type('Address name', 'Office')
    await type('Address line 1', '1 Work Street')
    await type('City', 'Boston')
    await type('ZIP code', '02110')
    await user.selectOptions(field('State'), 'Massachusetts')
    await save()
    await waitFor(() => expect(within(section).getByRole('button', { name: 'Edit Office' })).toHaveFocus())
    expect(notice()).toHaveTextContent('Address added')
    const [sent] = sentTo('createAddress')
    expect(sent?.headers.get('idempotency-key')).toMatch(/^[0-9a-f-]{36}$/)
    expect(sent?.body).toEqual({
      name: 'Office',
      countryCode: 'US',
      line1: '1 Work Street',
      city: 'Boston',
      regionCode: 'US-MA',
      postalCode: '02110',
    })
  })

  it('uses one key for one intent, however often it is tried', async () => {
    mock('createAddress', networkError, { once: true })
    const { add, user, sentTo } = await bookOf('bo')
    const { form, field, type, save } = await add()
    await user.selectOptions(field('Country'), 'Hong Kong SAR China')
    await type('Address line 1', '8 Central')
    await type('City', 'Hong Kong')
    await save()
    await within(form).findByRole('alert')
    await save()
    await waitFor(() => expect(form).not.toBeInTheDocument())
    const keys = sentTo('createAddress').map(({ headers }) => headers.get('idempotency-key'))
    expect([keys.length, new Set(keys).size]).toEqual([2, 1])
  })

  it('takes over another address under a free name, and asks nothing when that is cancelled', async () => {
    const { user, section, formOf, sentTo } = await bookOf('two-homes')
    const duplicate = async () => {
      await user.click(await within(section).findByRole('button', { name: 'More actions for Bills' }))
      await user.click(await screen.findByRole('menuitem', { name: 'Duplicate' }))
      return formOf('New address')
    }
    const first = await duplicate()
    expect(first.field('Address name')).toHaveValue('Bills 2')
    await user.click(within(first.form).getByRole('button', { name: 'Cancel' }))
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
    const second = await duplicate()
    await second.save()
    await within(section).findByRole('button', { name: 'Edit Bills 2' })
    expect(sentTo('createAddress')[0]?.body).toMatchObject({ name: 'Bills 2', line1: '5 Bill Street' })
    expect((await storedOf('two-homes')).filter(({ isPreferredBilling }) => isPreferredBilling)).toHaveLength(1)
  })
})
