import type { SectionProps } from '#/customers/record/lazy-section.tsx'

export function AttributesSection({ customerId }: SectionProps) {
  return customerId
}
