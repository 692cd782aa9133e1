import { legacyValues } from '#mocks/seed/attribute-rows.ts'
import type { CustomerSpec } from '#mocks/seed/customer-rows.ts'

const reference = (id: string, label: string) => ({ entityType: 'customer', id, label })

const everyKind = {
  loyaltyTier: 'gold',
  loyaltyPoints: 12_450,
  memberSince: '2019-05-01T00:00:00.000Z',
  welcomeText: { en: 'Welcome back!', de: 'Willkommen zurück!', fr: 'Content de vous revoir !' },
  favouriteRoasts: ['light', 'dark'],
  allergies: ['hazelnut', 'lactose'],
  cupsPerDay: 3.5,
  remarks: 'Prefers the phone.\nNever before ten.\n\n<i>No markup, please.</i>',
  taxExempt: true,
  contractNumber: 'K-2024-17',
  creditRating: 0.875,
  ledgerId: '9007199254740993123',
  accountManager: reference('muller', 'Käthe Müller-Lüdenscheidt'),
  household: [reference('ada-2', 'Ada Park'), reference('bo', 'Bo')],
  newsletterTopic: 'recipes',
  faxConsent: false,
}

/** Custom attributes: every kind, and what real data does to them. */
export const attributeCases: readonly CustomerSpec[] = [
  {
    customer: {
      id: 'all-kinds',
      customerNumber: 'C-100301',
      firstName: 'Alma',
      lastName: 'Attribute',
      email: 'alma@post.example',
    },
    attributes: everyKind,
  },
  {
    customer: {
      id: 'odd-values',
      customerNumber: 'C-100302',
      firstName: 'Otto',
      lastName: 'Oddvalue',
      email: 'otto@post.example',
    },
    attributes: {
      /* inactive value, value outside the limits, text where a number belongs, unknown value, cleared value */
      loyaltyTier: 'platinum',
      loyaltyPoints: -5,
      memberSince: '1999-12-31T23:00:00.000Z',
      cupsPerDay: 'a lot',
      /* one text where several are taken now */
      allergies: 'hazelnut',
      favouriteRoasts: ['medium', 'burnt'],
      welcomeText: { 'pt-BR': 'Bem-vindo!' },
      remarks: null,
      accountManager: reference('gone-forever', 'Somebody deleted'),
      shoeSize: 44,
    },
  },
  {
    customer: {
      id: 'fifty-roasts',
      customerNumber: 'C-100303',
      firstName: 'Rosa',
      lastName: 'Roast',
      email: 'rosa@post.example',
    },
    attributes: {
      taxExempt: false,
      favouriteRoasts: Array.from({ length: 50 }, (_, index) => `origin-${index + 1}`),
      ledgerId: '-9007199254740993',
      /* a date without time zone */
      memberSince: '2020-01-01',
    },
  },
  {
    customer: {
      id: 'two-hundred',
      customerNumber: 'C-100304',
      firstName: 'Hugo',
      lastName: 'Hundreds',
      email: 'hugo@post.example',
    },
    attributes: { ...everyKind, ...legacyValues(184) },
  },
]
