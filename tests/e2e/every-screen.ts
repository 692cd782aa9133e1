import { sections } from '#/workspace/open-records.ts'

/** Address of every screen behind the sign-in, but for the page of one order. */
export const screens = [
  '/customers',
  ...sections.map((section) => `/customers/ada/${section}`),
  '/orders',
  '/attributes',
]
