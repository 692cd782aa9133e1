import type { SectionProps } from '#/customers/record/lazy-section.tsx'

export function AddressesSection({ customerId }: SectionProps) {
  return customerId
}
