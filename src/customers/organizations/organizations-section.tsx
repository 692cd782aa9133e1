import type { SectionProps } from '#/customers/record/lazy-section.tsx'

export function OrganizationsSection({ customerId }: SectionProps) {
  return customerId
}
