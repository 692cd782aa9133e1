import { goods } from '#mocks/seed/catalogue.ts'
import { daysAgo } from '#mocks/seed/clock.ts'
import type { CustomerSpec } from '#mocks/seed/customer-rows.ts'

/** Carts and saved payments. */
export const basketCases: readonly CustomerSpec[] = [
  {
    customer: {
      id: 'carter',
      customerNumber: 'C-100401',
      firstName: 'Carla',
      lastName: 'Carter',
      email: 'carla@post.example',
      scopeIds: ['us', 'jp', 'kw'],
    },
    carts: [
      {
        name: 'Default',
        daysAgo: 0.1,
        scopeId: 'us',
        lines: goods(['TEA-ASSAM-100', 2], ['CHE-COMTE', 0.35]),
        expiresIn: 30,
      },
      { name: 'Default', daysAgo: 4, scopeId: 'jp', lines: goods(['TEA-SENCHA-100', 12]), expiresIn: 26 },
      { name: 'Default', daysAgo: 5, scopeId: 'kw', lines: goods(['FRU-APP', 1.275]) },
      { name: 'Default', daysAgo: 90, scopeId: 'us', lines: goods(['COF-ESP-1000', 1]), expiresIn: -60 },
      { name: 'WishList', type: 'wishlist', daysAgo: 200, scopeId: 'us', lines: goods(['MAC-ESP-9', 1]) },
      {
        name: 'f1c2a7e0-93d5-4a54-b1b7-6f7a1d5e9c11',
        type: 'recurringOrder',
        daysAgo: 13,
        scopeId: 'us',
        lines: goods(['COF-ESP-1000', 2]),
        totalMinor: null,
      },
      {
        name: 'draft-of-0000815',
        type: 'orderDraft',
        daysAgo: 0.5,
        scopeId: 'us',
        lines: goods(['PAS-RIG-500', 40]),
      },
      { name: 'kiosk 7', type: 'kioskSession', daysAgo: 1, scopeId: 'us', lines: goods(['TEA-ASSAM-100', 1]) },
      { name: 'Untyped', type: null, daysAgo: 3, scopeId: 'gone-scope', lines: goods(['TEA-ASSAM-100', 1]) },
      { name: 'Empty', daysAgo: 2, scopeId: 'us', lines: goods() },
      { name: 'Just ordered', daysAgo: 0.2, scopeId: 'us', lines: goods(['TEA-ASSAM-100', 3]), status: 'ordered' },
      { name: 'Free', daysAgo: 6, scopeId: 'us', lines: goods(['TEA-ASSAM-100', 1]), totalMinor: 0 },
    ],
  },
  {
    customer: {
      id: 'payer',
      customerNumber: 'C-100402',
      firstName: 'Paul',
      lastName: 'Payer',
      email: 'paul@post.example',
      isRecurringBuyer: true,
    },
    savedPayments: [
      { last4: '1111', expiry: '04/2031', isDefault: true, addedAt: daysAgo(700) },
      { last4: '4444', brand: 'mastercard', expiry: '11/2026', addedAt: daysAgo(650) },
      { last4: '0005', brand: 'amex', expiry: '12/2026', addedAt: daysAgo(600) },
      { last4: '9424', brand: 'discover', expiry: '10/2026', addedAt: daysAgo(500) },
      { last4: '0000', brand: 'dankort', expiry: '02/2019', addedAt: daysAgo(2800) },
      { last4: '7777', brand: 'starfleet-credit', expiry: '08/2033', addedAt: daysAgo(20) },
      { last4: '8888', brand: null, expiry: null, enabled: false, addedAt: null },
      {
        last4: '4242',
        kind: 'debitCard',
        provider: 'stripe',
        expiry: '09/2030',
        isDefault: true,
        label: 'Household card',
        addedAt: daysAgo(50),
      },
      { kind: 'paypal', provider: 'paypal', label: 'paul@post.example', addedAt: daysAgo(300) },
      { kind: 'applePay', provider: 'stripe', label: 'Apple Pay', addedAt: daysAgo(10) },
      {
        kind: 'bankAccount',
        provider: 'gocardless',
        isDefault: true,
        addedAt: daysAgo(900),
        bank: {
          holder: 'Paul Payer',
          ibanMasked: 'DE•• •••• 3000',
          mandateReference: 'MNDT-000123',
          mandateDate: '2024-02-29',
        },
      },
      {
        kind: 'bankAccount',
        provider: 'gocardless',
        bank: { holder: null, ibanMasked: 'FR•• •••• 2606', mandateReference: null, mandateDate: null },
      },
      { kind: 'invoice', provider: 'house', label: 'On account', addedAt: daysAgo(40) },
      { kind: 'moonbeamTransfer', provider: 'lunar', label: null },
    ],
    orders: [
      {
        number: 'R-000071',
        daysAgo: 180,
        scopeId: 'us',
        kind: 'recurring',
        code: 'Active',
        lines: goods(['COF-ESP-1000', 1]),
        recurring: { frequency: 'Every 30 days', nextAt: daysAgo(-9), lastOrderId: 'payer-o2' },
        savedPaymentIds: ['payer-p1', 'payer-p4'],
      },
      {
        number: '0071001',
        daysAgo: 21,
        scopeId: 'us',
        source: 'recurring',
        lines: goods(['COF-ESP-1000', 1]),
        savedPaymentIds: ['payer-p1'],
      },
    ],
  },
  {
    customer: {
      id: 'expired',
      customerNumber: 'C-100403',
      firstName: 'Emil',
      lastName: 'Expired',
      email: 'emil@post.example',
    },
    savedPayments: [{ last4: '0101', brand: 'visa', expiry: '01/2020', isDefault: true, addedAt: daysAgo(2600) }],
  },
]
