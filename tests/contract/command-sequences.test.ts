import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Address } from '#/contract/addresses.ts'
import type { BillingInfo } from '#/contract/billing-info.ts'
import type { CaseListItem } from '#/contract/cases.ts'
import type { Page } from '#/contract/common.ts'
import type { Contact } from '#/contract/contacts.ts'
import type { StatusChange } from '#/contract/customer-status.ts'
import type { Customer } from '#/contract/customers.ts'
import type { InvoiceListItem } from '#/contract/invoices.ts'
import type { Note } from '#/contract/notes.ts'
import type { SavedPayment } from '#/contract/saved-payments.ts'
import type { CustomerStore } from '#/contract/stores.ts'
import { aCustomer, aSavedPayment, aStoreLocation, anAddress } from '#tests/builders.ts'
import type { Answer, Client } from '#tests/contract/client.ts'
import type { Target } from '#tests/contract/target.ts'
import { targets } from '#tests/contract/targets.ts'

const storeLocations = [aStoreLocation(), aStoreLocation(), aStoreLocation({ active: false })]
const roles = ['systemAdministrator', 'customerService', 'salesAgent', 'finance'] as const

/** What somebody does; a number chooses among what is there. */
const commandArbitrary = fc.record({
  role: fc.constantFrom(...roles),
  kind: fc.constantFrom(
    ...(['addAddress', 'changeAddress', 'deleteAddress', 'restoreAddress', 'setDefault', 'deletePayment'] as const),
    ...(['changeStatus', 'preferStore', 'linkStore', 'unlinkStore', 'rename', 'unlock', 'resetPassword'] as const),
    ...(['addNote', 'changeNote', 'deleteNote', 'restoreNote', 'openCase', 'moveCase', 'commentCase'] as const),
    ...(['addContact', 'flagContact', 'deleteContact', 'changeTerms', 'addInvoice'] as const),
  ),
  which: fc.nat(7),
  billing: fc.boolean(),
  shipping: fc.boolean(),
  to: fc.constantFrom('active', 'inactive', 'blocked', 'requiresApproval'),
})
type Command = typeof commandArbitrary extends fc.Arbitrary<infer C> ? C : never

const anyVersion = { ifMatch: '*' }
const street = { line1: '2 Side Street', city: 'Québec', countryCode: 'CA' }

describe.each(targets)('whatever people do on $name', ({ open }) => {
  let target: Target
  let clients: Record<(typeof roles)[number], Client>
  beforeAll(async () => {
    target = await open()
    const [admin, service, sales, finance] = roles
    clients = {
      [admin]: target.as(admin),
      [service]: target.as(service),
      [sales]: target.as(sales),
      [finance]: target.as(finance),
    }
    await target.insert({ storeLocations })
  })
  afterAll(async () => target.close())

  async function aSubject() {
    const customer = aCustomer({ lockedUntil: '2026-12-01T00:00:00.000Z' })
    const addresses = [
      anAddress({ customerId: customer.id, isPreferredBilling: true }),
      anAddress({ customerId: customer.id }),
    ]
    const savedPayments = ['Bambora', 'Bambora', 'PayPal', 'PayPal'].map((provider) =>
      aSavedPayment({ customerId: customer.id, provider }),
    )
    await target.insert({ customers: [customer], addresses, savedPayments })
    return {
      at: `/customers/${customer.id}`,
      id: customer.id,
      addressIds: addresses.map(({ id }) => id),
      paymentIds: savedPayments.map(({ id }) => id),
      noteIds: [] as string[],
      caseIds: [] as string[],
      contactIds: [] as string[],
    }
  }
  type Subject = Awaited<ReturnType<typeof aSubject>>

  async function run(
    subject: Subject,
    { role, kind, which, billing, shipping, to }: Command,
  ): Promise<Answer<unknown>> {
    const client = clients[role]
    const { at, addressIds, paymentIds, noteIds, caseIds, contactIds } = subject
    const pick = (ids: readonly string[]) => ids[which % ids.length] ?? ''
    const address = `${at}/addresses/${pick(addressIds)}`
    const payment = `${at}/saved-payments/${pick(paymentIds)}`
    const storeId = pick(storeLocations.map(({ id }) => id))
    const flags = { isPreferredBilling: billing, isPreferredShipping: shipping }
    const note = `${at}/notes/${pick(noteIds) || 'none'}`
    const theCase = `/cases/${pick(caseIds) || 'none'}`
    const contact = `${at}/contacts/${pick(contactIds) || 'none'}`
    const add = async (path: string, ids: string[], body: object) => {
      const answer = await client.post<{ id: string }>(path, body)
      if (answer.status === 201) ids.push(answer.body.id)
      return answer
    }
    const status = billing ? 'closed' : 'escalated'
    const commands: Record<Command['kind'], () => Promise<Answer<unknown>>> = {
      addAddress: async () => {
        const answer = await client.post<Address>(`${at}/addresses`, { ...street, ...flags })
        if (answer.status === 201) addressIds.push(answer.body.id)
        return answer
      },
      changeAddress: async () => client.patch(address, flags, anyVersion),
      deleteAddress: async () => client.remove(address, anyVersion),
      restoreAddress: async () => client.post(`${address}/restoration`),
      setDefault: async () => client.patch(payment, { isDefault: billing }, anyVersion),
      deletePayment: async () => client.remove(payment, anyVersion),
      changeStatus: async () => client.post(`${at}/status-changes`, { to, reason: 'accountClosure' }, anyVersion),
      preferStore: async () => client.put(`${at}/preferred-store`, { storeId: shipping ? storeId : null }, anyVersion),
      linkStore: async () => client.put(`${at}/stores/${storeId}`),
      unlinkStore: async () => client.remove(`${at}/stores/${storeId}`),
      rename: async () => client.patch(at, { displayName: `Name ${which % 2}`, accessBlocked: billing }, anyVersion),
      unlock: async () => client.remove(`${at}/sign-in-lock`, anyVersion),
      resetPassword: async () => client.post(`${at}/password-resets`),
      addNote: async () => add(`${at}/notes`, noteIds, { content: 'Said so', pinned: billing }),
      changeNote: async () => client.patch(note, { content: `Said ${which % 2}` }, anyVersion),
      deleteNote: async () => client.remove(note, anyVersion),
      restoreNote: async () => client.post(`${note}/restoration`),
      openCase: async () => add(`${at}/cases`, caseIds, { subject: 'Late' }),
      moveCase: async () => client.patch(theCase, { status }, anyVersion),
      commentCase: async () => client.post(`${theCase}/comments`, { content: 'Still late' }),
      addContact: async () =>
        add(`${at}/contacts`, contactIds, { name: 'Somebody', isPrimary: billing, isBilling: shipping }),
      flagContact: async () => client.patch(contact, { isPrimary: billing, isBilling: shipping }, anyVersion),
      deleteContact: async () => client.remove(contact, anyVersion),
      changeTerms: async () => client.patch(`${at}/billing-info`, { billingDay: 1 + which }, anyVersion),
      addInvoice: async () =>
        client.post(`${at}/invoices`, {
          currency: 'CAD',
          lines: [{ description: 'x', quantity: 1, unitPriceMinor: which }],
        }),
    }
    return await commands[kind]()
  }
  async function stateOf({ at, id }: Subject) {
    const { systemAdministrator: admin } = clients
    const list = async <Item>(path: string) => (await admin.get<Page<Item>>(`${at}/${path}?limit=200`)).body.items
    const where = { op: 'in', field: 'customerId', values: [id] } as const
    const { rows: outbox } = await target.store.find('outbox', { where })
    return {
      customer: (await admin.get<Customer>(at)).body,
      addresses: await list<Address>('addresses'),
      payments: await list<SavedPayment>('saved-payments'),
      stores: await list<CustomerStore>('stores'),
      statusChanges: await list<StatusChange>('status-changes'),
      outbox: outbox.length,
      notes: await list<Note>('notes'),
      contacts: await list<Contact>('contacts'),
      cases: await list<CaseListItem>('cases'),
      invoices: await list<InvoiceListItem>('invoices'),
      terms: (await admin.get<BillingInfo>(`${at}/billing-info`)).body.billingDay,
      openCaseCount: (await target.store.get('customers', id))?.openCaseCount,
    }
  }

  it('nothing is preferred twice, the status is the last change, and each effect has one activity and is told', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(commandArbitrary, { minLength: 6, maxLength: 14 }), async (commands) => {
        const subject = await aSubject()
        const where = { op: 'in', field: 'customerId', values: [subject.id] } as const
        let known = new Set<string>()
        let before = await stateOf(subject)
        const toldSoFar = async () => target.store.count('changes', where, 10_000)
        let told = await toldSoFar()
        for (const command of commands) {
          const { status } = await run(subject, command)
          const after = await stateOf(subject)
          const { rows } = await target.store.find('activities', { where })
          const written = rows.filter(({ id }) => !known.has(id))
          const isEffective = JSON.stringify(after) !== JSON.stringify(before)
          expect({ command, status, actors: written.map(({ actor }) => actor.displayName) }).toEqual({
            command,
            status,
            actors: isEffective ? [command.role] : [],
          })
          expect(isEffective && status >= 300).toBe(false)
          const toldNow = await toldSoFar()
          expect({ command, isTold: toldNow > told }).toEqual({ command, isTold: isEffective })
          told = toldNow
          expectInvariants(after)
          known = new Set(rows.map(({ id }) => id))
          before = after
        }
      }),
      { numRuns: 6 },
    )
  }, 60_000)

  function expectInvariants({
    customer,
    addresses,
    payments,
    stores,
    statusChanges,
    contacts,
    cases,
    notes,
    openCaseCount,
  }: Awaited<ReturnType<typeof stateOf>>) {
    const providers = payments.filter(({ isDefault }) => isDefault).map(({ provider }) => provider)
    expect({
      billing: addresses.filter(({ isPreferredBilling }) => isPreferredBilling).length > 1,
      shipping: addresses.filter(({ isPreferredShipping }) => isPreferredShipping).length > 1,
      stores: stores.filter(({ preferred }) => preferred).length > 1,
      providers: new Set(providers).size < providers.length,
      status: customer.status,
      primary: contacts.filter(({ isPrimary }) => isPrimary).length,
      billingContacts: contacts.filter(({ isBilling }) => isBilling).length,
      openCases: openCaseCount,
      numbers: new Set(notes.map(({ number }) => number)).size,
    }).toEqual({
      billing: false,
      shipping: false,
      stores: false,
      providers: false,
      status: statusChanges[0]?.to ?? 'active',
      primary: Math.min(contacts.length, 1),
      billingContacts: Math.min(contacts.length, 1),
      openCases: cases.filter((each) => each.status.class === 'open').length,
      numbers: notes.length,
    })
  }
})
