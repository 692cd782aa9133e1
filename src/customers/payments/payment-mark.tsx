import { styled } from '@mui/material/styles'
import type { SavedPayment } from '#/contract/saved-payments.ts'
import { color } from '#/shared/theme/color.ts'

const brandMarks: Readonly<Record<string, string>> = {
  visa: 'VI',
  mastercard: 'MC',
  amex: 'AX',
  discover: 'DI',
  diners: 'DC',
  jcb: 'JC',
  maestro: 'MA',
  unionpay: 'UP',
}

const kindMarks: Readonly<Record<string, string>> = {
  bankAccount: 'BA',
  directDebit: 'DD',
  paypal: 'PP',
  amazonPay: 'AZ',
  applePay: 'AP',
  googlePay: 'GP',
  ideal: 'ID',
  sofort: 'SO',
  postfinance: 'PF',
  twint: 'TW',
  invoice: 'IN',
}

/** Letters of brand or kind; none for what is not known, which still has the shape of a card. */
function markOf({ card, kind }: SavedPayment): string {
  const known = card ? brandMarks[card.brand?.toLowerCase() ?? ''] : kindMarks[kind]
  return (
    known ??
    (card?.brand ?? kind)
      .replaceAll(/[^\p{L}]/gu, '')
      .slice(0, 2)
      .toUpperCase()
  )
}

/** The letters are painted, not text: they repeat what stands beside them. */
const Mark = styled('span')({
  display: 'inline-flex',
  alignItems: 'center',
  justifyContent: 'center',
  flex: 'none',
  width: 28,
  height: 18,
  marginRight: 8,
  borderRadius: 3,
  border: `1px solid ${color.controlBorder}`,
  color: color.secondary,
  backgroundColor: color.neutralSoft,
  fontSize: '0.625rem',
  lineHeight: 1,
  fontWeight: 600,
  letterSpacing: '0.02em',
  verticalAlign: 'text-bottom',
  '&::before': { content: 'attr(data-mark)' },
})

/** Monogram of a card brand or kind of payment; decoration beside the words. */
export function PaymentMark({ payment }: { payment: SavedPayment }) {
  return <Mark aria-hidden="true" data-mark={markOf(payment)} />
}
