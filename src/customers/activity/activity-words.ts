import type { ActivityGroup } from '#/contract/activities.ts'
import type { CustomerActivityKind } from '#/contract/activity-kinds.ts'
import type { Activity } from '#/contract/activities.ts'
import { m } from '#/shared/i18n/generated/messages.js'

/** Kinds that other systems bring, and that are known all the same. */
type ForeignKind =
  | 'accountLocked'
  | 'orderCreated'
  | 'orderCanceled'
  | 'subscriptionCreated'
  | 'subscriptionChanged'
  | 'subscriptionCancelled'
  | 'subscriptionCharged'
  | 'invoiceApproved'
  | 'paymentReceived'
  | 'paymentFailed'
  | 'creditControlEntered'
  | 'paymentMethodAdded'
  | 'paymentMethodExpired'
  | 'alertSent'

const kinds: Record<CustomerActivityKind | ForeignKind, () => string> = {
  customerCreated: m.activity_kind_customer_created,
  detailsChanged: m.activity_kind_details_changed,
  passwordResetRequested: m.activity_kind_password_reset_requested,
  pinRevealed: m.activity_kind_pin_revealed,
  dataExported: m.activity_kind_data_exported,
  customerAnonymized: m.activity_kind_customer_anonymized,
  accountLocked: m.activity_kind_account_locked,
  unlocked: m.activity_kind_unlocked,
  statusChanged: m.activity_kind_status_changed,
  addressAdded: m.activity_kind_address_added,
  addressChanged: m.activity_kind_address_changed,
  addressDeleted: m.activity_kind_address_deleted,
  addressRestored: m.activity_kind_address_restored,
  preferredAddressChanged: m.activity_kind_preferred_address_changed,
  attributesChanged: m.activity_kind_attributes_changed,
  organizationAdded: m.activity_kind_organization_added,
  organizationRemoved: m.activity_kind_organization_removed,
  storeAdded: m.activity_kind_store_added,
  storeRemoved: m.activity_kind_store_removed,
  preferredStoreChanged: m.activity_kind_preferred_store_changed,
  orderCreated: m.activity_kind_order_created,
  orderCanceled: m.activity_kind_order_canceled,
  subscriptionCreated: m.activity_kind_subscription_created,
  subscriptionChanged: m.activity_kind_subscription_changed,
  subscriptionCancelled: m.activity_kind_subscription_cancelled,
  subscriptionCharged: m.activity_kind_subscription_charged,
  invoiceCreated: m.activity_kind_invoice_created,
  invoiceApproved: m.activity_kind_invoice_approved,
  billingDateChanged: m.activity_kind_billing_date_changed,
  billingTermsChanged: m.activity_kind_billing_terms_changed,
  automatedPaymentChanged: m.activity_kind_automated_payment_changed,
  paymentReceived: m.activity_kind_payment_received,
  paymentFailed: m.activity_kind_payment_failed,
  creditControlEntered: m.activity_kind_credit_control_entered,
  paymentMethodAdded: m.activity_kind_payment_method_added,
  paymentMethodDeleted: m.activity_kind_payment_method_deleted,
  paymentMethodExpired: m.activity_kind_payment_method_expired,
  paymentMethodDefaultChanged: m.activity_kind_payment_method_default_changed,
  contactAdded: m.activity_kind_contact_added,
  contactChanged: m.activity_kind_contact_changed,
  contactDeleted: m.activity_kind_contact_deleted,
  alternativeContactAdded: m.activity_kind_alternative_contact_added,
  alternativeContactChanged: m.activity_kind_alternative_contact_changed,
  alternativeContactDeleted: m.activity_kind_alternative_contact_deleted,
  caseOpened: m.activity_kind_case_opened,
  caseChanged: m.activity_kind_case_changed,
  caseStatusChanged: m.activity_kind_case_status_changed,
  caseClosed: m.activity_kind_case_closed,
  caseReopened: m.activity_kind_case_reopened,
  caseCommented: m.activity_kind_case_commented,
  noteAdded: m.activity_kind_note_added,
  noteChanged: m.activity_kind_note_changed,
  notePinned: m.activity_kind_note_pinned,
  noteDeleted: m.activity_kind_note_deleted,
  noteRestored: m.activity_kind_note_restored,
  alertSent: m.activity_kind_alert_sent,
}

const kindNames: ReadonlyMap<string, () => string> = new Map(Object.entries(kinds))

/** What happened, in words; as the other system calls it where the kind is not known. */
export const activityTitle = ({ kind, title }: Pick<Activity, 'kind' | 'title'>): string =>
  kindNames.get(kind)?.() ?? title ?? kind

const groups: Record<ActivityGroup, () => string> = {
  account: m.activity_group_account,
  status: m.activity_group_status,
  addresses: m.activity_group_addresses,
  attributes: m.activity_group_attributes,
  organizations: m.activity_group_organizations,
  stores: m.activity_group_stores,
  orders: m.activity_group_orders,
  carts: m.activity_group_carts,
  subscriptions: m.activity_group_subscriptions,
  invoices: m.activity_group_invoices,
  payments: m.activity_group_payments,
  paymentMethods: m.activity_group_payment_methods,
  contacts: m.activity_group_contacts,
  cases: m.activity_group_cases,
  notes: m.activity_group_notes,
  communication: m.activity_group_communication,
}

export const groupName = (group: ActivityGroup): string => groups[group]()
