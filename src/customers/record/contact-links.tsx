import { styled } from '@mui/material/styles'
import { Phone } from '#/shared/ui/phone.tsx'

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
  extension?: string | null
}

/** What a telephone can dial of a stored number; nothing when that is a remark. */
export function dialled(number: string): string | null {
  const [dial = ''] = /^[+\d][\d\s().\-/]*/.exec(number.trim()) ?? []
  const digits = dial.replace(/(?!^\+)\D/g, '')
  return digits.length >= 3 ? digits : null
}

/** A number that can be called, shown as it is stored. */
export function PhoneLink({ number, extension = null }: PhoneProps) {
  const digits = dialled(number)
  const text = <Phone number={number} extension={extension} />
  if (digits === null) return <span>{text}</span>
  return <Plain href={`tel:${digits}${extension ? `;ext=${extension}` : ''}`}>{text}</Plain>
}
