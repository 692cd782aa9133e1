import type { SectionProps } from '#/customers/record/lazy-section.tsx'

export function StoresSection({ customerId }: SectionProps) {
  return customerId
}
