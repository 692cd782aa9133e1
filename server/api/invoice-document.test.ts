import { extractText } from 'unpdf'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Invoice } from '#/contract/invoices.ts'
import { invoiceDocuments } from '#server/api/invoice-document.ts'
import { documentFonts } from '#server/main/document-fonts.ts'
import { aCustomer } from '#tests/builders.ts'

const money = { amountMinor: 500, currency: 'CAD' }

function anInvoiceFor(over: Partial<Invoice>): Invoice {
  const actor = { type: 'staff', id: 'u1', displayName: 'Somebody' } as const
  const written = { createdAt: '2026-01-05T00:00:00.000Z', createdBy: actor, updatedAt: '2026-01-05T00:00:00.000Z' }
  return {
    ...written,
    updatedBy: actor,
    sourceSystem: null,
    externalId: null,
    id: 'i1',
    etag: '"1"',
    customerId: 'c1',
    number: 'I-1',
    type: 'invoice',
    issuedAt: '2026-01-05T00:00:00.000Z',
    dueAt: null,
    state: 'approved',
    sent: true,
    total: money,
    outstanding: money,
    disputed: money,
    onPaymentPlan: money,
    payable: money,
    finalOutstanding: money,
    overdue: false,
    hasDocument: true,
    lines: [],
    billingAddress: null,
    note: null,
    ...over,
  }
}

const withFonts = invoiceDocuments(async () => documentFonts)
const withoutFonts = invoiceDocuments()

async function linesOf(make: typeof withFonts, note: string, firstName = 'Ada'): Promise<string[]> {
  const bytes = await make(anInvoiceFor({ note }), aCustomer({ firstName, lastName: 'Zażółć' }))
  const { text } = await extractText(bytes, { mergePages: false })
  return text
    .join('\n')
    .split('\n')
    .map((line) => line.trim())
}

describe('the PDF of an invoice', () => {
  const names = [
    'Łukasz Żółć Øyvind Ðorđe Šimůnek',
    'Nguyễn Thị Minh Khai',
    'Юлия Щукина Ґалаґан',
    'Γιώργος Παπαδόπουλος',
    '王小明 北京市朝阳区',
    '김민준 서울특별시',
    'Zoë d’Arc — “quoted” 1x2 -> €',
  ]
  let lines: string[]
  beforeAll(async () => {
    lines = await linesOf(
      withFonts,
      [...names, '山田太郎 さくら', 'ﬁne ☕ สมชาย', 'a\u0301\tb\u0007c'].join('\n'),
      'Юлия',
    )
  })

  it.each(names)('says %s, so that it can be read and copied', (name) => {
    expect(lines).toContain(name)
  })

  it('says who the customer is, and Japanese beside Chinese', () => {
    expect(lines).toContain('Юлия Zażółć')
    expect(lines).toContain('山田太郎 さくら')
  })

  it('puts a question mark for a letter that no font has, and composes what is composed', () => {
    expect(lines).toContain('fine ? ?????')
    expect(lines).toContain('á bc')
  })

  it('orders what is written from the right, and keeps numbers as they are', async () => {
    const text = (await linesOf(withFonts, 'שלום כהן 12\nمحمد بن علي 34\nخیابان ۱۲۳')).join('\n')
    for (const word of ['שלום', 'כהן', '12', 'محمد', 'بن', 'علي', '34', '۱۲۳']) expect(text).toContain(word)
  })

  it('is made without fonts too: letters lose their marks or become a question mark', async () => {
    const plain = await linesOf(withoutFonts, 'Łukasz Ząb\n王 Юлия שלום\nZoë ß')
    expect(plain).toContain('?ukasz Zab')
    expect(plain).toContain('? ???? ????')
    expect(plain).toContain('Zoë ß')
  })

  it.each(['\u202E\u200F', '🎉👩‍👩‍👧', '\uD800', '()[]', '\u0301', '٣٤ ۵'])('never fails: %j', async (note) => {
    await expect(linesOf(withFonts, note)).resolves.toContain('Invoice I-1')
    await expect(linesOf(withoutFonts, note)).resolves.toContain('Invoice I-1')
  })
})
