import type { EdgeCase } from '#mocks/edge-cases/edge-case.ts'

export const attributesCases = [
  { name: 'attributes-none-defined', covers: [26], at: '/customers/all-kinds/attributes', scenario: 'noAttributes' },
  { name: 'attributes-with-and-without-group', covers: [26, 30], at: '/customers/all-kinds/attributes' },
  { name: 'two-hundred-attributes', covers: [26], at: '/customers/two-hundred/attributes' },
  { name: 'attribute-values-that-do-not-fit', covers: [27], at: '/customers/odd-values/attributes' },
  { name: 'fifty-choices', covers: [27, 30], at: '/customers/fifty-roasts/attributes' },
  { name: 'text-in-another-language', covers: [28], at: '/customers/odd-values/attributes' },
  { name: 'required-attribute-missing', covers: [29], at: '/customers/fifty-roasts/attributes' },
  { name: 'reference-to-a-deleted-customer', covers: [30], at: '/customers/odd-values/attributes' },
] as const satisfies readonly EdgeCase[]
