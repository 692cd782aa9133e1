import type { PDFPage } from '@cantoo/pdf-lib'
import { customerName } from '#/contract/customer-name.ts'
import type { Money } from '#/contract/common.ts'
import type { Invoice } from '#/contract/invoices.ts'
import { typesetter } from '#server/api/document-text.ts'
import type { DocumentFonts, Typesetter } from '#server/api/document-text.ts'
import type { CustomerRow } from '#server/store/rows.ts'

const [width, height, margin] = [595, 842, 56]
const lineHeight = 16
const columns = { quantity: 330, unitPrice: 430, total: width - margin }

interface Paper {
  text: (text: string, x: number, options?: { bold?: boolean; right?: boolean; size?: number }) => void
  down: (lines?: number) => void
}

export type MakeInvoiceDocument = (invoice: Invoice, customer: CustomerRow) => Promise<Uint8Array<ArrayBuffer>>

/** Makes invoices as PDF, of our data alone. Fonts are loaded when somebody wants a document. */
export const invoiceDocuments =
  (loadFonts?: () => Promise<DocumentFonts>): MakeInvoiceDocument =>
  async (invoice, customer) => {
    const [{ PDFDocument }, fonts] = await Promise.all([import('@cantoo/pdf-lib'), loadFonts?.()])
    const document = await PDFDocument.create()
    document.setTitle(`${titles[invoice.type]} ${invoice.number}`)
    document.setCreationDate(new Date(invoice.updatedAt))
    document.setModificationDate(new Date(invoice.updatedAt))
    const wanted = { texts: textsOf(invoice, customer), country: invoice.billingAddress?.countryCode ?? null }
    const typeset = await typesetter(document, wanted, fonts)
    write(
      invoice,
      customer,
      paperOn(() => document.addPage([width, height]), typeset),
    )
    return Uint8Array.from(await document.save())
  }

/** What will stand on the paper: fonts are made of its letters. */
function textsOf(invoice: Invoice, customer: CustomerRow) {
  const texts: { text: string; isBold: boolean }[] = []
  write(invoice, customer, {
    text: (text, _, { bold = false } = {}) => texts.push({ text, isBold: bold }),
    down: () => undefined,
  })
  return texts
}

function paperOn(addPage: () => PDFPage, typeset: Typesetter): Paper {
  let page = addPage()
  let y = height - margin
  return {
    text: (text, x, { bold = false, right = false, size = 10 } = {}) => {
      const pieces = typeset(text, bold)
      const widths = pieces.map((piece) => piece.font.widthOfTextAtSize(piece.text, size))
      let left = right ? x - widths.reduce((sum, one) => sum + one, 0) : x
      for (const [index, { text: drawn, font }] of pieces.entries()) {
        page.drawText(drawn, { x: left, y, size, font })
        left += widths[index] ?? 0
      }
    },
    down: (lines = 1) => {
      y -= lines * lineHeight
      if (y >= margin) return
      page = addPage()
      y = height - margin
    },
  }
}

const titles: Record<Invoice['type'], string> = {
  invoice: 'Invoice',
  correction: 'Correction',
  cancellation: 'Cancellation',
}

function moneyText({ amountMinor, currency }: Money): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'code' })
  return format.format(amountMinor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
}

function write(invoice: Invoice, customer: CustomerRow, { text, down }: Paper): void {
  text(`${titles[invoice.type]} ${invoice.number}`, margin, { bold: true, size: 18 })
  down(2)
  for (const line of [customerName(customer), ...addressLines(invoice.billingAddress)]) {
    text(line, margin)
    down()
  }
  down()
  for (const [label, value] of [
    ['Customer number', customer.customerNumber],
    ['Date', invoice.issuedAt.slice(0, 10)],
    ['Due', invoice.dueAt ?? ''],
  ] as const) {
    if (value === '') continue
    text(label, margin)
    text(value, margin + 120)
    down()
  }
  down()
  text('Description', margin, { bold: true })
  text('Quantity', columns.quantity, { bold: true, right: true })
  text('Price', columns.unitPrice, { bold: true, right: true })
  text('Total', columns.total, { bold: true, right: true })
  down(1.5)
  for (const { description, quantity, unitPrice, total } of invoice.lines) {
    text(description.length > 48 ? `${description.slice(0, 47)}…` : description, margin)
    text(String(quantity), columns.quantity, { right: true })
    text(moneyText(unitPrice), columns.unitPrice, { right: true })
    text(moneyText(total), columns.total, { right: true })
    down()
  }
  down()
  text('Total', margin, { bold: true })
  text(moneyText(invoice.total), columns.total, { bold: true, right: true })
  down()
  text('Outstanding', margin)
  text(moneyText(invoice.outstanding), columns.total, { right: true })
  for (const line of invoice.note?.split('\n') ?? []) {
    down()
    text(line, margin)
  }
}

function addressLines(address: Invoice['billingAddress']): string[] {
  if (!address) return []
  const { companyName, line1, line2, postbox, city, regionCode, postalCode, countryCode } = address
  const place = [postalCode, city, regionCode?.replace(/^[A-Z]{2}-/, '')].filter(Boolean).join(' ')
  return [companyName, line1, line2, postbox, place, countryCode].filter((line): line is string => !!line)
}
