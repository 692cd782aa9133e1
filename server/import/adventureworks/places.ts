import { regionCodeSchema } from '#/contract/common.ts'
import { cell, type CsvRow } from '#server/import/adventureworks/read-csv.ts'
import type { SourceTables } from '#server/import/adventureworks/source-tables.ts'

const sourceSystem = 'adventureworks'
export const sourced = (externalId: string) => ({ sourceSystem, externalId })

/** `2011-05-31 00:00:00`, taken as UTC: the set names no time zone. */
export function instantFrom(text: string | null): string | null {
  return text && /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/.test(text) ? `${text.slice(0, 10)}T${text.slice(11, 19)}Z` : null
}

/** ISO 3166-2, or nothing where the set has its country in place of a region. */
function regionOf(province: CsvRow | undefined): string | null {
  const country = cell(province, 'countryregioncode')
  const code = cell(province, 'stateprovincecode')
  if (!country || !code || country === code) return null
  const region = `${country}-${code}`
  return regionCodeSchema.safeParse(region).success ? region : null
}

const pointHeader = 'e6100000010c'

/** Latitude and longitude of a point as SQL Server writes it (WGS 84, little endian, two doubles). */
export function pointFrom(hex: string | null): { latitude: number; longitude: number } | null {
  if (!hex || hex.length !== 44 || !hex.toLowerCase().startsWith(pointHeader)) return null
  const bytes = Buffer.from(hex, 'hex')
  const [latitude, longitude] = [bytes.readDoubleLE(6), bytes.readDoubleLE(14)].map((angle) => Number(angle.toFixed(6)))
  if (latitude === undefined || longitude === undefined) return null
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null
}

/** The parts of an address of the set. */
export function placeOf(tables: SourceTables, address: CsvRow) {
  const province = tables.provinces.get(cell(address, 'stateprovinceid') ?? '')
  return {
    line1: cell(address, 'addressline1'),
    line2: cell(address, 'addressline2'),
    city: cell(address, 'city'),
    regionCode: regionOf(province),
    countryCode: cell(province, 'countryregioncode'),
    postalCode: cell(address, 'postalcode'),
  }
}

/** The territories have no names here: they are called after the country that most of their provinces lie in. */
export function territoryNames(tables: SourceTables): Map<string, string> {
  const countries = new Map<string, Map<string, number>>()
  for (const province of tables.provinces.values()) {
    const [territory, country] = [cell(province, 'territoryid'), cell(province, 'countryregioncode')]
    if (!territory || !country) continue
    const counts = countries.get(territory) ?? new Map<string, number>()
    countries.set(territory, counts.set(country, (counts.get(country) ?? 0) + 1))
  }
  const names = new Map<string, string>()
  for (const table of [tables.customers, tables.headers]) {
    for (const row of table.values()) {
      const territory = cell(row, 'territoryid')
      if (!territory || names.has(territory)) continue
      const [most] = [...(countries.get(territory) ?? [])].toSorted((a, b) => b[1] - a[1])
      const country = most && (cell(tables.countries.get(most[0]), 'name') ?? most[0])
      names.set(territory, country ? `${country} (territory ${territory})` : `Territory ${territory}`)
    }
  }
  return new Map([...names].toSorted(([a], [b]) => Number(a) - Number(b)))
}
