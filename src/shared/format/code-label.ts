import { customerLabels } from '#/shared/format/customer-code-label.ts'
import { m } from '#/shared/i18n/generated/messages.js'

const labels = {
  ...customerLabels,
  orderKind: {
    current: m.codes_order_kind_current,
    past: m.codes_order_kind_past,
    recurring: m.codes_order_kind_recurring,
  },
  orderClass: {
    open: m.codes_order_class_open,
    inProgress: m.codes_order_class_in_progress,
    completed: m.codes_order_class_completed,
    canceled: m.codes_order_class_canceled,
    attention: m.codes_order_class_attention,
  },
  orderStatus: {
    new: m.codes_order_status_new,
    inProgress: m.codes_order_status_in_progress,
    onHold: m.codes_order_status_on_hold,
    fulfilled: m.codes_order_status_fulfilled,
    shipped: m.codes_order_status_shipped,
    completed: m.codes_order_status_completed,
    canceled: m.codes_order_status_canceled,
    approved: m.codes_order_status_approved,
    backordered: m.codes_order_status_backordered,
    rejected: m.codes_order_status_rejected,
  },
  shipmentStatus: {
    new: m.codes_shipment_status_new,
    pendingResponse: m.codes_shipment_status_pending_response,
    declined: m.codes_shipment_status_declined,
    unableToRoute: m.codes_shipment_status_unable_to_route,
    inProgress: m.codes_shipment_status_in_progress,
    shipped: m.codes_shipment_status_shipped,
    delivered: m.codes_shipment_status_delivered,
    canceled: m.codes_shipment_status_canceled,
  },
  shipmentMethod: {
    pickup: m.codes_shipment_method_pickup,
    delivery: m.codes_shipment_method_delivery,
    shipping: m.codes_shipment_method_shipping,
    shipToStore: m.codes_shipment_method_ship_to_store,
  },
  paymentStatus: {
    new: m.codes_payment_status_new,
    pendingVerification: m.codes_payment_status_pending_verification,
    verified: m.codes_payment_status_verified,
    verificationFailed: m.codes_payment_status_verification_failed,
    pendingAuthorization: m.codes_payment_status_pending_authorization,
    authorized: m.codes_payment_status_authorized,
    authorizationFailed: m.codes_payment_status_authorization_failed,
    paid: m.codes_payment_status_paid,
    paymentFailed: m.codes_payment_status_payment_failed,
    onHold: m.codes_payment_status_on_hold,
    pendingVoid: m.codes_payment_status_pending_void,
    voided: m.codes_payment_status_voided,
    refunded: m.codes_payment_status_refunded,
    partiallyRefunded: m.codes_payment_status_partially_refunded,
    refundFailed: m.codes_payment_status_refund_failed,
  },
  cartType: {
    shopping: m.codes_cart_type_shopping,
    wishlist: m.codes_cart_type_wishlist,
    recurringOrder: m.codes_cart_type_recurring_order,
    orderDraft: m.codes_cart_type_order_draft,
  },
  savedPaymentStatus: {
    active: m.codes_saved_payment_status_active,
    expiringSoon: m.codes_saved_payment_status_expiring_soon,
    expired: m.codes_saved_payment_status_expired,
    disabled: m.codes_saved_payment_status_disabled,
  },
  paymentKind: {
    creditCard: m.codes_payment_kind_credit_card,
    debitCard: m.codes_payment_kind_debit_card,
    bankAccount: m.codes_payment_kind_bank_account,
    directDebit: m.codes_payment_kind_direct_debit,
    paypal: m.codes_payment_kind_paypal,
    amazonPay: m.codes_payment_kind_amazon_pay,
    applePay: m.codes_payment_kind_apple_pay,
    googlePay: m.codes_payment_kind_google_pay,
    ideal: m.codes_payment_kind_ideal,
    sofort: m.codes_payment_kind_sofort,
    postfinance: m.codes_payment_kind_postfinance,
    twint: m.codes_payment_kind_twint,
    invoice: m.codes_payment_kind_invoice,
    bpay: m.codes_payment_kind_bpay,
    giftCertificate: m.codes_payment_kind_gift_certificate,
    cash: m.codes_payment_kind_cash,
    cheque: m.codes_payment_kind_cheque,
    purchaseOrder: m.codes_payment_kind_purchase_order,
    other: m.codes_payment_kind_other,
  },
  cardBrand: {
    visa: m.codes_card_brand_visa,
    mastercard: m.codes_card_brand_mastercard,
    amex: m.codes_card_brand_amex,
    discover: m.codes_card_brand_discover,
    diners: m.codes_card_brand_diners,
    jcb: m.codes_card_brand_jcb,
    maestro: m.codes_card_brand_maestro,
    unionpay: m.codes_card_brand_unionpay,
  },
  salutation: {
    mr: m.codes_salutation_mr,
    mrs: m.codes_salutation_mrs,
    ms: m.codes_salutation_ms,
    mx: m.codes_salutation_mx,
    dr: m.codes_salutation_dr,
    diverse: m.codes_salutation_diverse,
    none: m.codes_salutation_none,
  },
  statusReason: {
    accountClosure: m.account_reason_account_closure,
    nonPayment: m.account_reason_non_payment,
    creditLimitExceeded: m.account_reason_credit_limit_exceeded,
    unbilledCreditLimitExceeded: m.account_reason_unbilled_credit_limit_exceeded,
    debtCollectionPending: m.account_reason_debt_collection_pending,
    debtCollectionSubmitted: m.account_reason_debt_collection_submitted,
    other: m.account_reason_other,
  },
  registrationSource: {
    web: m.account_source_web,
    staff: m.account_source_staff,
    store: m.account_source_store,
    import: m.account_source_import,
    app: m.account_source_app,
  },
  actorType: {
    customer: m.codes_actor_customer,
    staff: m.codes_actor_staff,
    system: m.codes_actor_system,
    api: m.codes_actor_api,
    importer: m.codes_actor_importer,
  },
  role: {
    systemAdministrator: m.codes_role_system_administrator,
    customerService: m.codes_role_customer_service,
    salesAgent: m.codes_role_sales_agent,
    finance: m.codes_role_finance,
  },
  matchField: {
    name: m.codes_match_field_name,
    email: m.codes_match_field_email,
    phone: m.codes_match_field_phone,
    number: m.codes_match_field_number,
    company: m.codes_match_field_company,
    postalCode: m.codes_match_field_postal_code,
    order: m.codes_match_field_order,
  },
  storeKind: {
    physical: m.codes_store_kind_physical,
    virtual: m.codes_store_kind_virtual,
  },
  consentChannel: {
    email: m.codes_consent_channel_email,
    phone: m.codes_consent_channel_phone,
    sms: m.codes_consent_channel_sms,
    post: m.codes_consent_channel_post,
  },
} satisfies Record<string, Record<string, () => string>>

export type CodeKind = keyof typeof labels

/** Open codes come in several spellings: `InProgress`, `in-progress`, `in_progress`. */
const squash = (code: string) => code.replace(/[\s_-]/g, '').toLowerCase()

const squashed = new Map(
  Object.entries(labels).map(([kind, table]) => [
    kind,
    new Map(Object.entries<() => string>(table).map(([code, label]) => [squash(code), label])),
  ]),
)

/** Label of an enumeration value or open code; a code that the catalogue does not know is shown as it is. */
export function codeLabel(kind: CodeKind, code: string): string {
  return squashed.get(kind)?.get(squash(code))?.() ?? code
}
