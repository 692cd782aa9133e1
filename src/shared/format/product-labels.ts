import { m } from '#/shared/i18n/generated/messages.js'

/** Labels of what customers have and how they pay for it. */
export const productLabels = {
  productType: {
    subscription: m.codes_product_type_subscription,
    payPerView: m.codes_product_type_pay_per_view,
    accessPass: m.codes_product_type_access_pass,
    package: m.codes_product_type_package,
    licence: m.codes_product_type_licence,
  },
  subscriptionStatus: {
    active: m.codes_subscription_status_active,
    inactive: m.codes_subscription_status_inactive,
    expired: m.codes_subscription_status_expired,
    cancelled: m.codes_subscription_status_cancelled,
    paused: m.codes_subscription_status_paused,
    scheduled: m.codes_subscription_status_scheduled,
  },
  billingFrequency: {
    once: m.codes_billing_frequency_once,
    daily: m.codes_billing_frequency_daily,
    weekly: m.codes_billing_frequency_weekly,
    biweekly: m.codes_billing_frequency_biweekly,
    monthly: m.codes_billing_frequency_monthly,
    quarterly: m.codes_billing_frequency_quarterly,
    halfYearly: m.codes_billing_frequency_half_yearly,
    yearly: m.codes_billing_frequency_yearly,
  },
  cancellationReason: {
    tooExpensive: m.codes_cancellation_reason_too_expensive,
    notUsed: m.codes_cancellation_reason_not_used,
    moved: m.codes_cancellation_reason_moved,
    otherProvider: m.codes_cancellation_reason_other_provider,
    dissatisfied: m.codes_cancellation_reason_dissatisfied,
    nonPayment: m.codes_cancellation_reason_non_payment,
    other: m.codes_cancellation_reason_other,
  },
  subscriptionEntry: {
    initialCharge: m.codes_subscription_entry_initial_charge,
    repeatingCharge: m.codes_subscription_entry_repeating_charge,
    charge: m.codes_subscription_entry_charge,
    credit: m.codes_subscription_entry_credit,
    payment: m.codes_subscription_entry_payment,
    refund: m.codes_subscription_entry_refund,
  },
  purchaseKind: {
    instalment: m.codes_purchase_kind_instalment,
    outright: m.codes_purchase_kind_outright,
    recurring: m.codes_purchase_kind_recurring,
  },
  instalmentStatus: {
    inProgress: m.codes_instalment_status_in_progress,
    complete: m.codes_instalment_status_complete,
    incomplete: m.codes_instalment_status_incomplete,
  },
}
