import type { SectionProps } from '#/customers/record/lazy-section.tsx'

export function PaymentsSection({ customerId }: SectionProps) {
  return customerId
}
