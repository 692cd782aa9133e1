import type { SectionProps } from '#/customers/record/lazy-section.tsx'

export function OrdersSection({ customerId }: SectionProps) {
  return customerId
}
