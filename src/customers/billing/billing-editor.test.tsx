import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { BillingInfoRow } from '#server/store/billing-rows.ts'
import { problem } from '#mocks/answers.ts'
import { mock } from '#mocks/mock.ts'
import { mockBackend } from '#mocks/node.ts'
import { aBillingInfo, anInvoice } from '#tests/billing-builders.ts'
import { insertRows } from '#tests/builders.ts'
import { aChange, fakeLive } from '#tests/fake-live.ts'
import { renderApp } from '#tests/render-app.tsx'

const id = 'payer'
const stored = async () => mockBackend().callAs('admin', 'getBillingInfo', { path: { id } })
const overdue = { customerId: id, dueAt: '2020-01-01' }

async function edit(over: Partial<BillingInfoRow> | null = {}, options: Parameters<typeof renderApp>[1] = {}) {
  if (over) await insertRows(mockBackend().store, { billingInfos: [aBillingInfo({ id, ...over })] })
  const app = renderApp(`/customers/${id}/billing`, { as: 'finance', ...options })
  await app.user.click(await screen.findByRole('button', { name: 'Edit billing information' }))
  const form = within(await screen.findByRole('form', { name: 'Billing information' }))
  const field = (name: string) => form.getByLabelText(name)
  const type = async (name: string, text: string) => {
    await app.user.clear(field(name))
    if (text) await app.user.paste(text)
  }
  const save = async () => app.user.click(form.getByRole('button', { name: 'Save' }))
  return { ...app, form, field, type, save }
}

const notice = () => screen.getByRole('status', { name: 'Notices' })

describe('billing terms', () => {
  it('are saved with what was changed only, over the version that was seen', async () => {
    const { type, field, save, user, sentTo } = await edit({ creditLimit: { amountMinor: 500_000, currency: 'CAD' } })
    expect(field('Credit limit')).toHaveValue('5,000.00')
    await type('Billing day', '31')
    await user.selectOptions(field('Billing cycle'), 'Anniversary')
    await type('Credit limit', '48000')
    await user.selectOptions(field('Currency of the credit limit'), 'JPY')
    await user.selectOptions(field('Late fee'), 'Disabled')
    await type('Tax rate', '8.875')
    await save()
    await waitFor(() => expect(notice()).toHaveTextContent('Billing information saved'))
    expect(sentTo('patchBillingInfo').at(-1)?.body).toEqual({
      billingDay: 31,
      cycle: { kind: 'anniversary' },
      creditLimit: { amountMinor: 48_000, currency: 'JPY' },
      lateFee: 'disabled',
      taxRate: 8.875,
    })
    expect(sentTo('patchBillingInfo').at(-1)?.headers.get('if-match')).toBe('"1"')
    expect(await screen.findByRole('button', { name: 'Edit billing information' })).toHaveFocus()
    expect(await screen.findByText('JPY 48,000')).toBeVisible()
  })

  it('can be set for a customer that has none', async () => {
    const { type, field, save, user } = await edit(null)
    await type('Days to pay', '30')
    await user.selectOptions(field('Billing cycle'), 'Months')
    await type('Months of a cycle', '36')
    await save()
    await waitFor(async () => expect(await stored()).toMatchObject({ termsDays: 30, cycle: { months: 36 } }))
  })

  it('are held against their limits, on the fields', async () => {
    const { type, field, save, user, sentTo, form } = await edit({ cycle: null })
    await type('Billing day', '32')
    await user.selectOptions(field('Billing cycle'), 'Months')
    await type('Months of a cycle', '37')
    await type('Tax rate', '101')
    await type('Credit limit', '1.234')
    await user.selectOptions(field('Currency of the credit limit'), 'CAD')
    await type('Alert when unbilled', '10.5')
    await user.selectOptions(field('Currency of the unbilled alert'), 'JPY')
    await save()
    await waitFor(() => expect(field('Billing day')).toBeInvalid())
    expect(field('Months of a cycle')).toHaveAccessibleDescription(/At most 36/)
    expect(field('Tax rate')).toHaveAccessibleDescription(/At most 100/)
    expect(form.getByText('Enter an amount in CAD of at most 2 decimals')).toBeVisible()
    expect(form.getByText('Enter an amount in JPY, which has no decimals')).toBeVisible()
    await type('Months of a cycle', '')
    await save()
    await waitFor(() => expect(field('Months of a cycle')).toHaveAccessibleDescription(/Required|required|Enter/))
    expect(sentTo('patchBillingInfo')).toHaveLength(0)
  })

  it('keep what was typed when the save fails, and say so', async () => {
    mock('patchBillingInfo', () => problem('source-unavailable'), { once: true })
    const { type, field, save, form } = await edit()
    await type('Cost centre', 'NY-1')
    await save()
    expect(await form.findByRole('alert')).toBeVisible()
    expect(field('Cost centre')).toHaveValue('NY-1')
    await save()
    await waitFor(async () => expect((await stored()).costCentre).toBe('NY-1'))
  })

  it('merge with what a colleague saved meanwhile, and ask where both changed the same', async () => {
    const { type, save, user } = await edit({ costCentre: 'A' })
    await type('Cost centre', 'Mine')
    await type('Days to pay', '20')
    await mockBackend().callAs('admin', 'patchBillingInfo', {
      path: { id },
      body: { costCentre: 'Theirs', billingDay: 7 },
    })
    await save()
    const theirs = await screen.findByRole('radio', { name: /Theirs/ })
    await user.click(theirs)
    await user.click(screen.getByRole('button', { name: 'Save my choices' }))
    await waitFor(async () =>
      expect(await stored()).toMatchObject({ costCentre: 'Theirs', billingDay: 7, termsDays: 20 }),
    )
  })

  it('take over what changes while they are edited', async () => {
    const live = fakeLive()
    const { field } = await edit({}, { live })
    const { etag } = await mockBackend().callAs('admin', 'patchBillingInfo', { path: { id }, body: { billingDay: 9 } })
    await live.tell(aChange('billingInfo.updated', id, { customerId: id, etag }))
    await waitFor(() => expect(field('Billing day')).toHaveValue('9'))
  })
})

describe('automated payment', () => {
  const on = 'Take payments automatically'

  it('says how much is charged at once before it is switched on', async () => {
    await insertRows(mockBackend().store, {
      invoices: [
        anInvoice({ ...overdue, totalMinor: 9900 }),
        anInvoice({ ...overdue, currency: 'KWD', totalMinor: 12_345 }),
        anInvoice({ ...overdue, state: 'pending' }),
        anInvoice({ ...overdue, onPlanMinor: 10_000 }),
      ],
    })
    const { user, field, form, save, type } = await edit()
    await user.click(field(on))
    expect(form.getByText(/charges what is overdue at once: CAD.99\.00 and KWD.12\.345\./u)).toBeVisible()
    await type('Not before', '2099-01-01')
    expect(form.getByText(/is charged on Jan 1, 2099, and nothing before/u)).toBeVisible()

    await save()
    await waitFor(() => expect(field('Paid from')).toBeInvalid())
    const options = within(field('Paid from')).getAllByRole('option')
    expect(options.map(({ textContent }) => textContent)).toContain('Visa •••• 1111')
    // Expired: shown, and why it cannot be chosen.
    expect(within(field('Paid from')).getByRole('option', { name: /0000 \(Expired\)/ })).toBeDisabled()
    expect(within(field('Paid from')).queryByRole('option', { name: /Apple Pay/ })).not.toBeInTheDocument()
    await user.selectOptions(field('Paid from'), 'Visa •••• 1111')
    await save()
    await waitFor(async () =>
      expect((await stored()).autoPay).toEqual({ enabled: true, savedPaymentId: 'payer-p1', notBefore: '2099-01-01' }),
    )
    expect(await screen.findByText('Visa •••• 1111')).toBeVisible()
  })

  it('says what switching it off means, and nothing while all stays as it was', async () => {
    const { user, field, form } = await edit({
      autoPay: { enabled: true, savedPaymentId: 'payer-p1', notBefore: null },
    })
    await user.click(field(on))
    expect(form.getByText(/^Nothing is charged automatically any more/)).toBeVisible()
    await user.click(field(on))
    expect(form.queryByText(/charged automatically any more/)).not.toBeInTheDocument()
  })

  it('shows on its field what the API refuses', async () => {
    const { user, field, save } = await edit()
    await user.click(field(on))
    await within(field('Paid from')).findByRole('option', { name: 'Visa •••• 1111' })
    await user.selectOptions(field('Paid from'), 'Visa •••• 1111')
    mock(
      'patchBillingInfo',
      () =>
        problem('validation', {
          errors: [{ pointer: '/autoPay/savedPaymentId', code: 'expired', detail: 'This method cannot be charged' }],
        }),
      { once: true },
    )
    await save()
    await waitFor(() => expect(field('Paid from')).toHaveAccessibleDescription(/This payment method has expired/))
    expect(field(on)).toBeChecked()
  })
})
