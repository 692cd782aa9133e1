import type { PostalAddress } from '#/contract/addresses.ts'

/** A postal address by its usual parts. */
export function postalAddress(
  country: string,
  line1: string,
  city: string,
  regionCode: string | null,
  postalCode: string | null,
  over: Partial<PostalAddress> = {},
): PostalAddress {
  return {
    firstName: null,
    lastName: null,
    companyName: null,
    line1,
    line2: null,
    postbox: null,
    city,
    regionCode,
    countryCode: country.toUpperCase(),
    postalCode,
    ...over,
  }
}
