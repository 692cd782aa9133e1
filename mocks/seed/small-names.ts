import type { Actor } from '#/contract/common.ts'
import {
  apiActor,
  customerActor,
  formerActor,
  importerActor,
  salesActor,
  serviceActor,
  systemActor,
} from '#mocks/seed/actors.ts'
import { daysAgo } from '#mocks/seed/clock.ts'
import type { CustomerSpec } from '#mocks/seed/customer-rows.ts'
import { postalAddress } from '#mocks/seed/places.ts'

const home = { name: 'Home', isPreferredBilling: true, isPreferredShipping: true }

/** One activity of each kind of actor; two at the same instant, one of a kind that nobody knows. */
const timeline: CustomerSpec['activities'] = [
  changed(60, customerActor('wolf'), 'birthday', null, '1984-12-13'),
  changed(50, importerActor, 'referralCode', null, 'WOLF'),
  changed(40, apiActor, 'preferredLanguage', 'en-GB', 'sv-SE'),
  changed(20, formerActor, 'lastName', 'Øster', 'Øster-Straße'),
  changed(10, serviceActor, 'phone', null, '+46701740610'),
  changed(10, salesActor, 'mobile', '+46701740611', null),
  { kind: 'tea-leaves-read', group: 'oracle', at: daysAgo(5), actor: systemActor, changes: [], data: { omen: 'good' } },
]

function changed(days: number, actor: Actor, field: string, from: string | null, to: string | null) {
  return {
    kind: 'detailsChanged',
    group: 'account',
    at: daysAgo(days),
    actor,
    changes: [{ field, from, to }],
    data: {},
  }
}

/** Names of all shapes; the first ones are what most tests use. */
export const nameCases: readonly CustomerSpec[] = [
  {
    customer: {
      id: 'ada',
      customerNumber: 'C-100001',
      firstName: 'Ada',
      lastName: 'Park',
      salutation: 'mrs',
      email: 'ada.park@mail.example',
      phone: '+12125550110',
      phoneExt: '204',
      mobile: '+12125550111',
      workPhone: '+12125550112',
      workPhoneExt: '9',
      fax: '+12125550113',
      faxExt: '1',
      birthday: '1990-02-28',
      referralCode: 'ADA-7781',
      pin: '4711',
      registeredAt: daysAgo(1010),
      lastLoginAt: daysAgo(0, 42),
      lastActivityAt: daysAgo(0, 12),
      lastPasswordChangeAt: daysAgo(90),
      scopeIds: ['us', 'us-nyc'],
      marketingConsents: [
        { channel: 'email', granted: true, at: daysAgo(800) },
        { channel: 'sms', granted: false, at: daysAgo(31) },
      ],
    },
    addresses: [
      { ...postalAddress('us', '11 Wall Street', 'New York', 'US-NY', '10005', { line2: 'Apt 4B' }), ...home },
    ],
  },
  {
    customer: {
      id: 'ada-2',
      customerNumber: 'C-100002',
      firstName: 'Ada',
      lastName: 'Park',
      email: 'a.park@school.example',
      phone: '+15145550120',
      preferredLanguage: 'en-CA',
      lastLoginAt: daysAgo(12),
      scopeIds: ['ca'],
    },
    addresses: [{ ...postalAddress('ca', '1200 Rue Sherbrooke', 'Montréal', 'CA-QC', 'H3A 1H6'), ...home }],
  },
  {
    customer: {
      id: 'bo',
      customerNumber: 'C-100003',
      firstName: 'Bo',
      email: 'bo@mail.example',
      lastLoginAt: daysAgo(3),
    },
  },
  {
    customer: {
      id: 'muller',
      customerNumber: 'C-100004',
      firstName: 'Käthe',
      lastName: 'Müller-Lüdenscheidt',
      title: 'Dr.',
      salutation: 'mrs',
      email: 'kaethe.mueller@post.example',
      mobile: '+491713920010',
      preferredLanguage: 'de-DE',
      tier: 'vip',
      lastLoginAt: daysAgo(1),
      scopeIds: ['de', 'de-ber'],
    },
    addresses: [
      {
        ...postalAddress('de', 'Straße des 17. Juni 100', 'Berlin', 'DE-BE', '10557'),
        ...home,
        phone: '+493023125010',
      },
    ],
  },
  { customer: { id: 'cher', customerNumber: 'C-100005', lastName: 'Cher', email: 'cher@stage.example', tier: 'vip' } },
  {
    customer: {
      id: 'long-name',
      customerNumber: 'C-100006',
      firstName: 'Maximiliana Theodora Wilhelmina Alexandrina',
      middleName: 'Charlotte Augusta Friederike Josephine',
      lastName: 'von und zu Hohenstein-Oettingen-Wallerstein-Schwarzburg-Sondershausen',
      displayName: 'Maximiliana Theodora Wilhelmina Alexandrina of Hohenstein-Oettingen',
      companyName:
        'Hohenstein-Oettingen-Wallersteinsche Forst- und Güterverwaltung Gesellschaft mit beschränkter Haftung',
      email: 'maximiliana.theodora.wilhelmina.alexandrina.von-und-zu-hohenstein@forstverwaltung-wallerstein.example',
      preferredLanguage: 'de-DE',
      scopeIds: ['de'],
    },
    addresses: [
      postalAddress(
        'de',
        'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch-Gedächtnisstraße 12345 Hinterhaus',
        'Rottendorf an der langen Donauniederung',
        'DE-BY',
        '97228',
      ),
    ],
  },
  {
    customer: {
      id: 'layla',
      customerNumber: 'C-100007',
      firstName: 'ليلى',
      lastName: 'الحداد',
      email: 'layla@post.example',
      phone: '+96522250010',
      preferredLanguage: 'ar-KW',
      scopeIds: ['kw'],
    },
    addresses: [{ ...postalAddress('kw', 'شارع الخليج العربي 15', 'مدينة الكويت', null, '13001'), ...home }],
  },
  {
    customer: {
      id: 'noa',
      customerNumber: 'C-100008',
      firstName: 'נועה',
      lastName: 'כהן (Cohen)',
      email: 'noa.cohen@post.example',
      preferredLanguage: 'he-IL',
    },
  },
  {
    customer: {
      id: 'zalgo',
      customerNumber: 'C-100009',
      firstName: 'Zoe\u0308',
      lastName: 'A\u030angstro\u0308m\u0301\u0323\u0307',
      email: 'zoe@post.example',
    },
  },
  {
    customer: {
      id: 'emoji',
      customerNumber: 'C-100010',
      firstName: '👩🏽‍🚀 Mia',
      lastName: 'Star ⭐️',
      displayName: '🚀🚀🚀',
      email: 'mia@orbit.example',
    },
  },
  {
    customer: {
      id: 'obrien',
      customerNumber: 'C-100011',
      firstName: "D'Arcy",
      middleName: 'Ó',
      lastName: "O'Brien-N’Diaye",
      email: "d'arcy.o'brien@post.example",
      phone: '+353209100010',
      preferredLanguage: 'en-GB',
    },
    addresses: [{ ...postalAddress('ie', "St. Stephen's Green 1", 'Dublin', 'IE-D', 'D02 X285'), ...home }],
  },
  {
    customer: {
      id: 'html',
      customerNumber: 'C-100012',
      firstName: '<img src=x onerror=alert(1)>',
      lastName: '<b>Tables</b> &amp; "Quotes"',
      companyName: '</script><script>alert("company")</script>',
      email: 'bobby.tables@school.example',
    },
    addresses: [
      postalAddress('us', '<i>1</i> Main St', '{{city}}', 'US-TX', '73301', { line2: "'; DROP TABLE addresses; --" }),
    ],
  },
  {
    customer: {
      id: 'tanaka',
      customerNumber: 'C-100013',
      firstName: '恵',
      lastName: '田中',
      email: 'megumi.tanaka@post.example',
      phone: '+81355500110',
      preferredLanguage: 'ja-JP',
      scopeIds: ['jp'],
    },
    addresses: [{ ...postalAddress('jp', '道玄坂2-1-1', '渋谷区', 'JP-13', '150-0043'), ...home }],
    organizations: [{ id: 'tanaka-kk', memberSince: daysAgo(300) }],
  },
  {
    customer: {
      id: 'acme',
      customerNumber: 'C-100014',
      companyName: 'Acme Coffee Supplies Ltd',
      email: 'orders@acme.example',
      workPhone: '+442079460110',
      preferredLanguage: 'en-GB',
      scopeIds: ['uk'],
    },
    addresses: [
      {
        ...postalAddress('gb', '1 Canada Square', 'London', null, 'E14 5AB', {
          companyName: 'Acme Coffee Supplies Ltd',
        }),
        name: 'Head office',
        isBusiness: true,
        vatNumber: 'GB999999973',
        isPreferredBilling: true,
      },
    ],
    organizations: [{ id: 'northwind' }, { id: 'no-number' }],
  },
  {
    customer: { id: 'spaces', customerNumber: 'C-100015', firstName: '  Trailing ', lastName: ' Blank  ', email: null },
  },
  {
    customer: {
      id: 'wolf',
      customerNumber: 'C-100016',
      firstName: 'Łukasz',
      lastName: 'Øster-Straße',
      email: 'lukasz@post.example',
      phone: '+46701740610',
      preferredLanguage: 'sv-SE',
      scopeIds: ['se'],
    },
    addresses: [{ ...postalAddress('se', 'Sveavägen 44', 'Stockholm', 'SE-AB', '111 34'), ...home }],
    activities: timeline,
  },
]
