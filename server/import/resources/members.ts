import * as z from 'zod/mini'
import { postalAddressMembers, type PostalAddress } from '#/contract/addresses.ts'
import { clearable, countryCodeSchema, currencySchema, instantSchema, moneySchema, text } from '#/contract/common.ts'
import { instantOf } from '#server/import/resources/instants.ts'

/** Members of every record that has an identity of its own in the source. */
export const sourceMembers = {
  sourceSystem: text(60),
  externalId: text(200),
}

/** An instant with up to any precision, kept in milliseconds as the stores do. */
export const instantInputSchema = z.pipe(instantSchema, z.transform(instantOf))

export const moneyInputSchema = clearable(moneySchema)
export const currencyInputSchema = clearable(currencySchema)

const names = Object.keys(postalAddressMembers) as (keyof PostalAddress)[]

/** A postal address inside another record; what is not given is empty. */
export const postalAddressInputSchema = z.pipe(
  z.strictObject({
    firstName: clearable(text(100)),
    lastName: clearable(text(100)),
    companyName: clearable(text(200)),
    line1: clearable(text(200)),
    line2: clearable(text(200)),
    postbox: clearable(text(60)),
    city: clearable(text(100)),
    regionCode: clearable(text(10)),
    countryCode: clearable(countryCodeSchema),
    postalCode: clearable(text(20)),
  }),
  z.transform(
    (given) => Object.fromEntries(names.map((name) => [name, given[name] ?? null])) as unknown as PostalAddress,
  ),
)
