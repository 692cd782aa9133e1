import { Button } from '#/shared/ui/button.tsx'
import { styled } from '@mui/material/styles'
import { useInfiniteQuery } from '@tanstack/react-query'
import { AddressCard } from '#/customers/addresses/address-card.tsx'
import { addressListQuery } from '#/customers/addresses/address.queries.ts'
import type { SectionProps } from '#/customers/record/lazy-section.tsx'
import { SectionFrame } from '#/customers/record/section-frame.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import { EmptyState } from '#/shared/ui/empty-state.tsx'
import { CardsSkeleton } from '#/shared/ui/skeletons.tsx'

const Cards = styled('ul')({
  padding: 0,
  listStyle: 'none',
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fill, minmax(min(280px, 100%), 1fr))',
  gap: 16,
})
const More = styled('p')({ display: 'flex', justifyContent: 'center', padding: 16 })

/** The addresses of a customer, preferred ones first. */
export function AddressesSection({ customerId }: SectionProps) {
  const query = useInfiniteQuery(addressListQuery(customerId))
  return (
    <SectionFrame section="addresses" query={query} total={query.data?.pages[0]?.total} skeleton={<CardsSkeleton />}>
      {({ pages }) => {
        const addresses = pages.flatMap((page) => page.items)
        if (addresses.length === 0) {
          return <EmptyState title={m.record_addresses_empty()} text={m.record_addresses_empty_text()} />
        }
        return (
          <>
            <Cards>
              {addresses.map((address) => (
                <AddressCard key={address.id} address={address} />
              ))}
            </Cards>
            {query.hasNextPage && (
              <More>
                <Button disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {query.isFetchNextPageError ? m.common_retry() : m.common_show_more()}
                </Button>
              </More>
            )}
          </>
        )
      }}
    </SectionFrame>
  )
}
