import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AuditEntry } from '#/contract/activities.ts'
import type { Page } from '#/contract/common.ts'
import type { Customer } from '#/contract/customers.ts'
import type { Job } from '#/contract/jobs.ts'
import { customerCollections } from '#server/api/customer-records.ts'
import { anInvoice } from '#tests/billing-builders.ts'
import { aCustomer, aSavedPayment, anAddress, anOrder, anOrderDetail } from '#tests/builders.ts'
import { aCase, aContact, aFile, aNote, anActivity, anAlert, anAlternativeContact } from '#tests/care-builders.ts'
import { refusal } from '#tests/contract/client.ts'
import type { Client } from '#tests/contract/client.ts'
import { sealedPin } from '#tests/contract/target.ts'
import type { Target } from '#tests/contract/target.ts'
import { targets } from '#tests/contract/targets.ts'

/** What is looked for wherever it may have stayed. */
const secret = 'Quetzalcoatl'

describe.each(targets)('what is kept apart or forgotten on $name', ({ open }) => {
  let target: Target
  let admin: Client
  beforeAll(async () => {
    target = await open()
    admin = target.as('systemAdministrator')
  })
  afterAll(async () => target.close())

  const auditOf = async (customerId: string) =>
    (await admin.get<Page<AuditEntry>>(`/audit-log?customerId=${customerId}`)).body.items

  it('reveals a PIN for a reason, with one entry in the audit log however often it is asked again', async () => {
    const customer = aCustomer({ pin: sealedPin('4711') })
    await target.insert({ customers: [customer] })
    const path = `/customers/${customer.id}/pin-reveals`
    const service = target.as('customerService')
    const key = crypto.randomUUID()
    const body = { reason: 'Caller forgot it' }
    const first = await service.post(path, body, { key })
    expect([first.status, first.body]).toEqual([200, { pin: '4711', shownSeconds: 30 }])
    expect((await service.post(path, body, { key })).body).toEqual(first.body)
    expect(await auditOf(customer.id)).toMatchObject([
      { kind: 'pinRevealed', actor: target.actorOf('customerService'), data: body },
    ])
    expect(refusal(await service.post(path, { reason: ' ' })).errors).toEqual(['/reason: too-short'])
    expect((await target.as('salesAgent').post(path, body)).status).toBe(403)
    const kept = JSON.stringify((await target.store.find('idempotencyKeys', {})).rows)
    expect(kept).not.toContain('4711')
  })

  it('has no PIN to reveal of somebody who has none', async () => {
    const customer = aCustomer()
    await target.insert({ customers: [customer] })
    const answer = await admin.post(`/customers/${customer.id}/pin-reveals`, { reason: 'Asked' })
    expect([answer.status, (answer.body as { errors: { code: string }[] }).errors[0]?.code]).toEqual([422, 'no-pin'])
    expect(await auditOf(customer.id)).toEqual([])
  })

  /** A customer whose name stands everywhere. */
  async function known() {
    const address = { firstName: secret, lastName: null, companyName: null, line1: `${secret} Street` }
    const place = { line2: null, postbox: null, city: 'Lévis', regionCode: null, countryCode: 'CA', postalCode: null }
    const customer = aCustomer({
      lastName: secret,
      email: `${secret}@example.org`,
      status: 'blocked',
      externalId: secret,
    })
    const customerId = customer.id
    const friend = aCustomer()
    const order = anOrder(customer)
    const theCase = aCase({ customerId, subject: secret, description: secret })
    const file = aFile()
    await target.insert({
      customers: [customer, friend],
      customerAttributes: [{ id: customerId, version: 1, updatedAt: null, updatedBy: null, values: { note: secret } }],
      addresses: [anAddress({ customerId, line1: `${secret} Street` })],
      savedPayments: [aSavedPayment({ customerId, label: secret })],
      orders: [order],
      orderDetails: [
        anOrderDetail(order, {
          billingAddress: { ...address, ...place },
          shipments: [
            {
              id: '1',
              number: null,
              status: 'Shipped',
              method: 'delivery',
              address: { ...address, ...place },
              storeId: null,
              tracking: null,
              expectedAt: null,
            },
          ],
        }),
      ],
      invoices: [anInvoice({ customerId, note: secret, billingAddress: { ...address, ...place } })],
      contacts: [aContact({ customerId, name: secret, isPrimary: true, isBilling: true })],
      alternativeContacts: [
        anAlternativeContact({ customerId, memberId: friend.id }),
        anAlternativeContact({ customerId: friend.id, memberId: customerId }),
      ],
      alerts: [anAlert({ customerId, recipient: secret })],
      files: [file],
      cases: [theCase],
      notes: [
        aNote({ customerId, content: secret, fileId: file.id }),
        aNote({ customerId, content: secret, source: 'case', caseId: theCase.id, entry: 'comment' }),
      ],
      activities: [
        anActivity({ customerId, changes: [{ field: 'lastName', from: null, to: secret }], data: { comment: secret } }),
      ],
    })
    return { customer, customerId, friend, fileId: file.id }
  }

  /** Every row around a customer, as text. */
  async function everythingOf(customerId: string) {
    const where = { op: 'in', field: 'customerId', values: [customerId] } as const
    const rows: unknown[] = [
      await target.store.get('customers', customerId),
      await target.store.get('customerAttributes', customerId),
    ]
    for (const collection of customerCollections) rows.push((await target.store.find(collection, { where })).rows)
    const { rows: orders } = await target.store.find('orders', { where })
    rows.push(
      await target.store.getMany(
        'orderDetails',
        orders.map(({ id }) => id),
      ),
    )
    return JSON.stringify(rows)
  }

  it('forgets a person for good, and keeps what was bought and billed', async () => {
    const { customer, customerId, friend, fileId } = await known()
    const path = `/customers/${customerId}/anonymization`
    const draft = { baseEtag: '"1"', values: { lastName: secret } }
    await target.as('salesAgent').put(`/me/drafts/${customerId}/account/-`, draft)
    expect(await everythingOf(customerId)).toContain(secret)
    expect((await admin.post(path, { reason: 'Asked' })).status).toBe(428)
    expect((await target.as('customerService').post(path, { reason: 'Asked' }, { ifMatch: '*' })).status).toBe(403)
    const { status, body: job } = await admin.post<Job>(path, { reason: 'Asked' }, { ifMatch: '"1"' })
    expect([status, job]).toMatchObject([202, { kind: 'anonymization', status: 'succeeded' }])
    expect((await admin.get<Job>(`/jobs/${job.id}`)).body).toEqual(job)

    const kept = await everythingOf(customerId)
    expect(kept.toLowerCase()).not.toContain(secret.toLowerCase())
    expect(await target.store.get('files', fileId)).toBeUndefined()
    expect(await target.store.count('drafts', { op: 'in', field: 'recordId', values: [customerId] }, 1)).toBe(0)
    const { body } = await admin.get<Customer>(`/customers/${customerId}`)
    expect(body).toMatchObject({ firstName: 'Anonymised', lastName: customer.customerNumber, status: 'inactive' })
    for (const [list, count] of [
      ['orders', 1],
      ['invoices', 1],
      ['contacts', 0],
      ['notes', 0],
      ['saved-payments', 0],
    ] as const) {
      expect((await admin.get<Page<unknown>>(`/customers/${customerId}/${list}`)).body.items).toHaveLength(count)
    }
    expect((await admin.get<Page<unknown>>(`/customers/${friend.id}/alternative-contacts`)).body.items).toEqual([])
    expect((await admin.patch(`/customers/${customerId}`, { firstName: 'Back' }, { ifMatch: '*' })).status).toBe(403)
    const lines = [{ description: 'Rounding', quantity: 1, unitPriceMinor: -100 }]
    const invoice = { currency: 'CAD', lines }
    expect((await admin.post(`/customers/${customerId}/invoices`, invoice)).status).toBe(403)
    expect((await admin.post(`/customers/${customerId}/invoices`, { ...invoice, type: 'correction' })).status).toBe(201)
    expect((await auditOf(customerId)).map(({ kind }) => kind)).toEqual(['customerAnonymized'])
  })

  it('gives everything about a customer as one file, for a day', async () => {
    const { customerId } = await known()
    const { body: job } = await admin.post<Job>(`/customers/${customerId}/data-exports`, { reason: 'Asked' })
    expect(job.result).toMatchObject({ fileUrl: `/jobs/${job.id}/file`, rows: { customers: 1, notes: 2, orders: 1 } })
    const response = await admin.request(`/jobs/${job.id}/file`)
    const text = await response.text()
    expect(response.headers.get('content-disposition')).toContain('attachment')
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { resource: string })
    expect(lines).toHaveLength(job.progress.total)
    expect(new Set(lines.map(({ resource }) => resource))).toEqual(new Set(Object.keys(job.result?.rows ?? {})))
    expect((await target.as('customerService').get(`/jobs/${job.id}`)).status).toBe(404)
    expect((await auditOf(customerId)).map(({ kind }) => kind)).toEqual(['dataExported'])

    target.clock.now += 24 * 60 * 60_000
    expect(refusal(await admin.get(`/jobs/${job.id}/file`))).toEqual({ status: 410, type: 'cursor-expired' })
    expect((await admin.remove(`/jobs/${job.id}`)).status).toBe(204)
    expect((await admin.get(`/jobs/${job.id}`)).status).toBe(404)
  })
})
