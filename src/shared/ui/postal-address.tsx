import { styled } from '@mui/material/styles'
import { lazy, Suspense } from 'react'
import type { PostalAddress as Address } from '#/contract/addresses.ts'
import { simpleAddressLines } from '#/shared/format/address-lines.ts'

interface Props {
  address: Address
}

const Root = styled('address')({ fontStyle: 'normal', overflowWrap: 'anywhere', '& > span': { display: 'block' } })

function Lines({ lines, isBusy = false }: { lines: readonly string[]; isBusy?: boolean }) {
  const seen = new Map<string, number>()
  return (
    <Root aria-busy={isBusy || undefined}>
      {lines.map((line) => {
        const times = (seen.get(line) ?? 0) + 1
        seen.set(line, times)
        return <span key={`${line} ${times}`}>{line}</span>
      })}
    </Root>
  )
}

const FormattedAddress = lazy(async () => {
  const { formatAddress } = await import('#/shared/format/format-address.ts')
  return { default: ({ address }: Props) => <Lines lines={formatAddress(address)} /> }
})

/** An address in the line order of its country; in a plain order until the rules are loaded. */
export function PostalAddress({ address }: Props) {
  return (
    <Suspense fallback={<Lines lines={simpleAddressLines(address)} isBusy />}>
      <FormattedAddress address={address} />
    </Suspense>
  )
}
