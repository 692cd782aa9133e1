// Brings the metadata of every country along (some 30 KiB packed): import it lazily, as `ui/phone.tsx` does.
import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { phoneText } from '#/shared/format/phone-text.ts'

/** A number as its country writes it, in international form; what is no full number is shown as it is stored. */
export function formatPhone(number: string, extension?: string | null): string {
  const parsed = parsePhoneNumberFromString(number)
  if (!parsed?.isPossible()) return phoneText(number, extension)
  return phoneText(parsed.formatInternational().replace(/\s+ext\.?\s*\d+$/u, ''), extension || parsed.ext)
}
