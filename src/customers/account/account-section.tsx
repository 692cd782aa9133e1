import type { SectionProps } from '#/customers/record/lazy-section.tsx'

export function AccountSection({ customerId }: SectionProps) {
  return customerId
}
