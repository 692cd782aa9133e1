import * as z from 'zod/mini'
import { addressCreateSchema, addressPatchSchema, type Address } from '#/contract/addresses.ts'
import {
  addressBody,
  isAddressField,
  isNew,
  type AddressField,
  type AddressValues,
} from '#/customers/addresses/address-values.ts'
import type { AddressCreate, AddressPatch } from '#/customers/addresses/save-address.ts'
import type { CheckedEdit, EditErrors } from '#/customers/editing/editable.ts'
import { zodErrorMessage } from '#/shared/form/field-error-text.ts'
import { m } from '#/shared/i18n/generated/messages.js'

export type AddressBody = AddressCreate | AddressPatch
type AddressErrors = EditErrors<AddressValues>
type PlaceField = 'countryCode' | 'regionCode' | 'postalCode'

function brokenFields(error: z.core.$ZodError): AddressErrors {
  const named = error.issues.flatMap((issue): [AddressField, string][] => {
    const field = String(issue.path[0])
    return isAddressField(field) ? [[field, issue.message]] : []
  })
  // The first thing that is wrong with a field is said.
  return Object.fromEntries(named.toReversed())
}

/** What the country says of region and postal code; nothing while its rules cannot be loaded: the API knows them too. */
export async function brokenPlace(
  body: Partial<Record<AddressField, unknown>>,
  values: Pick<AddressValues, PlaceField>,
): Promise<EditErrors<Pick<AddressValues, PlaceField>>> {
  const { countryCode } = values
  const touches = (field: AddressField) => field in body || 'countryCode' in body
  if (countryCode === '' || !(touches('regionCode') || touches('postalCode'))) return {}
  const rules = await import('#/contract/place-rules.ts').catch(() => undefined)
  if (!rules) return {}
  const { regionCode, postalCode } = rules.placeRules(countryCode)
  const region = values.regionCode.startsWith(`${countryCode}-`) ? values.regionCode : ''
  const postal = values.postalCode.trim()
  const errors: EditErrors<Pick<AddressValues, PlaceField>> = {}
  if (touches('regionCode') && region === '' && regionCode === 'required') errors.regionCode = 'required'
  if (touches('regionCode') && region !== '' && !rules.isRegionOf(countryCode, region))
    errors.regionCode = 'not-allowed'
  if (touches('postalCode') && postal === '' && postalCode === 'required') errors.postalCode = 'required'
  if (touches('postalCode') && postal !== '' && !rules.isPostalCodeOf(countryCode, postal)) {
    errors.postalCode = 'postal-code'
  }
  return errors
}

/** An extension without a number, and what nobody could call. */
export async function brokenPhone(
  body: Partial<Record<AddressField, unknown>>,
  values: Pick<AddressValues, 'phone' | 'phoneExt' | 'countryCode'>,
): Promise<EditErrors<Pick<AddressValues, 'phone' | 'phoneExt'>>> {
  if (('phone' in body || 'phoneExt' in body) && values.phoneExt.trim() !== '' && values.phone.trim() === '') {
    return { phoneExt: 'needs-number' }
  }
  if (typeof body.phone !== 'string') return {}
  const { examplePhone, isPossiblePhone } = await import('#/shared/format/possible-phone.ts')
  const country = values.countryCode || undefined
  return isPossiblePhone(body.phone, country) ? {} : { phone: m.record_issue_phone({ example: examplePhone(country) }) }
}

/**
 * Holds what was typed against the contract and the rules of the country. Of a stored address only what was changed is
 * looked at: what is stored already may be as odd as it is.
 */
export async function checkAddress(
  base: Address,
  values: AddressValues,
): Promise<CheckedEdit<AddressValues, AddressBody>> {
  const body = addressBody(base, values)
  const schema = isNew(base) ? addressCreateSchema : addressPatchSchema
  const parsed = z.safeParse(schema, body, { error: zodErrorMessage })
  return {
    patch: isNew(base) || Object.keys(body).length > 0 ? (body as AddressBody) : undefined,
    errors: {
      ...(await brokenPlace(body, values)),
      ...(await brokenPhone(body, values)),
      ...(parsed.success ? {} : brokenFields(parsed.error)),
    },
  }
}
