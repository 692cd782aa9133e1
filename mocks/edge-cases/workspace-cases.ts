import type { EdgeCase } from '#mocks/edge-cases/edge-case.ts'

const thirty =
  'acme ada ada-2 approval becca blocked bo carter emoji expired fifty globe guest heavy html inactive klingon layla ' +
  'locked long-name member money muller never no-mail noa orders payer regions shopper'
const openAll = (ids: readonly string[]) => `open=${ids.map((id) => `${id}.account`).join('_')}`
const four = openAll(['ada', 'bo', 'muller', 'orders'])

export const workspaceCases = [
  { name: 'same-customer-another-way', covers: [1], at: `/customers?${openAll(['ada', 'bo'])}` },
  { name: 'thirty-open', covers: [2], at: `/customers/ada/account?${openAll(thirty.split(' '))}` },
  { name: 'two-of-one-name', covers: [3], at: `/customers/ada/account?${openAll(['ada', 'ada-2', 'bo'])}` },
  { name: 'closing-clean-and-unsaved', covers: [5], at: `/customers/bo/account?${four}` },
  { name: 'unknown-section', covers: [6], at: '/customers/ada/shoes' },
  { name: 'unknown-customer', covers: [6], at: `/customers/nobody/account?${openAll(['ada', 'nobody'])}` },
  { name: 'each-as-it-was-left', covers: [7], at: '/customers/orders/orders?open=orders.orders_money.orders' },
  { name: 'outside-my-scopes', covers: [12], at: `/customers/muller/account?${openAll(['ada', 'muller'])}` },
  { name: 'leaving-over-unsaved-edits', covers: [13], at: `/customers/ada/account?${openAll(['ada', 'bo'])}` },
] as const satisfies readonly EdgeCase[]
