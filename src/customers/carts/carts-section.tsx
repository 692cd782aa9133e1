import type { SectionProps } from '#/customers/record/lazy-section.tsx'

export function CartsSection({ customerId }: SectionProps) {
  return customerId
}
