import { customerName } from '#/contract/customer-name.ts'
import { customerSchema, getCustomer, listCustomers, patchCustomer } from '#/contract/customers.ts'
import { changesOf, recordActivity } from '#server/api/activity.ts'
import { addressesOf } from '#server/api/address-book.ts'
import { ok } from '#server/api/answer.ts'
import type { Registry, WriteCall } from '#server/api/call.ts'
import { customerOf } from '#server/api/customer-answer.ts'
import { customerFilters, customerListItem, customerSort } from '#server/api/customer-list.ts'
import { matchesOf } from '#server/api/customer-match.ts'
import { brokenRulesOf } from '#server/api/customer-rules.ts'
import { customerSearchOf } from '#server/api/customer-search.ts'
import { consentsAfter } from '#server/api/marketing-consents.ts'
import { touched } from '#server/api/entity-row.ts'
import { defaultLimit, findPage } from '#server/api/page.ts'
import { invalid } from '#server/api/refusal.ts'
import { visibleCustomer, visibleCustomers, writableCustomer } from '#server/api/visibility.ts'
import { deriveCustomer } from '#server/store/derive-customer.ts'
import type { CustomerRow } from '#server/store/rows.ts'
import { searchTextOf } from '#server/store/search-text.ts'

export function registerCustomers({ handle, handleWrite }: Registry): void {
  handle(listCustomers, async (call) => {
    const { q, sort, id } = call.query
    const search = customerSearchOf(q, call.identity)
    const { rows, ...page } = await findPage(call, 'customers', {
      where: [
        ...visibleCustomers(call.identity),
        ...customerFilters(call.query),
        ...(search.condition ? [search.condition] : []),
      ],
      sort: customerSort(sort, search.terms),
      limit: id ? 100 : defaultLimit,
    })
    const matches = await matchesOf(call.store, rows, search.terms)
    return ok({ items: rows.map((row) => customerListItem(row, matches.get(row.id))), ...page })
  })

  handle(getCustomer, async (call) => {
    const row = await visibleCustomer(call, call.params.id)
    return ok(await customerOf(call, row))
  })

  handleWrite(patchCustomer, async (call) => {
    const row = await writableCustomer(call, call.params.id)
    const current = await customerOf(call, row)
    call.preconditions.requireMatch(current, customerSchema)
    const patch = call.body()
    const errors = brokenRulesOf(row, patch)
    if (errors.length > 0) throw invalid(...errors)

    const marketingConsents = patch.marketingConsents && consentsAfter(row, patch.marketingConsents, call.now)
    const { values, changes } = changesOf<CustomerRow>(row, { ...patch, marketingConsents })
    if (changes.length === 0) return ok(current)
    const changed: CustomerRow = { ...row, ...values, ...touched(call, row) }
    const derived = deriveCustomer(changed, await addressesOf(call.store, row.id))
    await call.store.update('customers', row.id, { ...values, ...touched(call, row), ...derived })
    if (customerName(changed) !== customerName(row)) await renameInOrders(call, changed)
    await recordActivity(call, {
      customerId: row.id,
      kind: 'detailsChanged',
      group: 'account',
      subject: { type: 'customer', id: row.id, label: customerName(changed) },
      changes,
    })
    return ok(await customerOf(call, { ...changed, ...derived }))
  })
}

/** Orders are found by the name of their customer too. */
async function renameInOrders({ store }: WriteCall, customer: CustomerRow): Promise<void> {
  const where = { op: 'in', field: 'customerId', values: [customer.id] } as const
  for (const { id, number } of (await store.find('orders', { where })).rows) {
    const searchText = searchTextOf([number, customerName(customer), customer.customerNumber])
    await store.update('orders', id, { searchText })
  }
}
