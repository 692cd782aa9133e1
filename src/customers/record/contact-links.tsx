import { styled } from '@mui/material/styles'
import { m } from '#/shared/i18n/generated/messages.js'

const Plain = styled('a')({
  color: 'inherit',
  textDecoration: 'none',
  minWidth: 0,
  overflowWrap: 'anywhere',
  '&:hover': { textDecoration: 'underline' },
})

/** An email address that opens the mail program. */
export function EmailLink({ email }: { email: string }) {
  return <Plain href={`mailto:${encodeURIComponent(email).replaceAll('%40', '@')}`}>{email}</Plain>
}

interface PhoneProps {
  number: string
  extension?: string | null | undefined
}

/** The number as text, as it is stored, with its extension. */
export const phoneText = ({ number, extension }: PhoneProps) =>
  extension ? `${number} ${m.common_extension({ extension })}` : number

/** What a telephone can dial of a stored number; nothing when that is a remark. */
export function dialled(number: string): string | null {
  const [dial = ''] = /^[+\d][\d\s().\-/]*/.exec(number.trim()) ?? []
  const digits = dial.replace(/(?!^\+)\D/g, '')
  return digits.length >= 3 ? digits : null
}

/** A number that can be called, shown as it is stored. */
export function PhoneLink(phone: PhoneProps) {
  const digits = dialled(phone.number)
  if (!digits) return <span>{phoneText(phone)}</span>
  return <Plain href={`tel:${digits}${phone.extension ? `;ext=${phone.extension}` : ''}`}>{phoneText(phone)}</Plain>
}
