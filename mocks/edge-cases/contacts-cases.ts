import type { EdgeCase } from '#mocks/edge-cases/edge-case.ts'

export const contactsCases = [
  { name: 'contacts-with-gaps', covers: [52], at: '/customers/vip/contacts' },
  { name: 'one-contact-for-both', covers: [52], at: '/customers/wolf/contacts' },
  { name: 'alternative-contacts-with-gaps', covers: [55], at: '/customers/vip/contacts' },
  { name: 'acting-for-each-other', covers: [55], at: '/customers/ada/contacts' },
  { name: 'nobody-to-contact', covers: [52, 55], at: '/customers/never/contacts' },
] as const satisfies readonly EdgeCase[]
