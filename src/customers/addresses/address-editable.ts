import { addressSchema, type Address } from '#/contract/addresses.ts'
import { addressFieldLabel, addressFieldText, addressName } from '#/customers/addresses/address-labels.ts'
import {
  addressFields,
  addressValues,
  blankAddress,
  isNew,
  isSameAddressValue,
  newAddressFields,
  type AddressValues,
} from '#/customers/addresses/address-values.ts'
import { checkAddress, type AddressBody } from '#/customers/addresses/check-address.ts'
import type { Editable } from '#/customers/editing/editable.ts'
import type { EditControl } from '#/customers/editing/use-edit-form.ts'
import { m } from '#/shared/i18n/generated/messages.js'

export type AddressControl = EditControl<Address, AddressValues, AddressBody>

/** One address, as the editor needs to know it. `key` is its id, or names the form of a new one. */
export function addressEditable(key: string, address: Address): Editable<Address, AddressValues, AddressBody> {
  const name = addressName(address)
  return {
    form: `addresses/${key}`,
    fields: isNew(address) ? newAddressFields : addressFields,
    valuesOf: addressValues,
    ...(isNew(address) ? { blank: addressValues(blankAddress()) } : {}),
    check: checkAddress,
    isSame: isSameAddressValue,
    together: [
      ['countryCode', 'regionCode'],
      ['phone', 'phoneExt'],
      ['latitude', 'longitude'],
    ],
    schema: addressSchema,
    label: (field) => addressFieldLabel(field, address.countryCode ?? ''),
    text: addressFieldText,
    texts: {
      form: isNew(address) ? m.addresses_form_new : () => m.addresses_form_edit({ name }),
      saved: isNew(address) ? m.addresses_added : m.addresses_saved,
      conflict: m.addresses_conflict,
      discard: m.addresses_discard,
      refused: m.addresses_refused,
    },
  }
}
