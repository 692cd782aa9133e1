import { lazy, Suspense } from 'react'
import { phoneText } from '#/shared/format/phone-text.ts'

interface Props {
  number: string
  extension?: string | null
}

const FormattedPhone = lazy(async () => {
  const { formatPhone } = await import('#/shared/format/format-phone.ts')
  return { default: ({ number, extension }: Props) => formatPhone(number, extension) }
})

/** A phone number as its country writes it; as it is stored until the rules are loaded. */
export function Phone({ number, extension = null }: Props) {
  return (
    <Suspense fallback={<span aria-busy="true">{phoneText(number, extension)}</span>}>
      <FormattedPhone number={number} extension={extension} />
    </Suspense>
  )
}
