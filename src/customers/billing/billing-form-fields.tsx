import { useWatch } from 'react-hook-form'
import { termSettings, type BillingInfo } from '#/contract/billing-info.ts'
import { AutoPayConsequence } from '#/customers/billing/auto-pay-consequence.tsx'
import type { BillingControl } from '#/customers/billing/billing-editable.ts'
import { BillingGroup } from '#/customers/billing/billing-group.tsx'
import { billingFieldLabel, periodText } from '#/customers/billing/billing-labels.ts'
import type { BillingField } from '#/customers/billing/billing-values.ts'
import { useCurrencyOptions } from '#/customers/billing/currency-options.ts'
import { MoneyField } from '#/customers/billing/money-field.tsx'
import type { PayMethods } from '#/customers/billing/pay-methods.ts'
import { CheckboxField } from '#/shared/form/checkbox-field.tsx'
import { DateField } from '#/shared/form/date-field.tsx'
import { NumberField } from '#/shared/form/number-field.tsx'
import { SelectField, type Option } from '#/shared/form/select-field.tsx'
import { TextField } from '#/shared/form/text-field.tsx'
import { codeLabel, type CodeKind } from '#/shared/format/code-label.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { Field, FieldArea, FieldGrid, FieldList } from '#/shared/ui/field-list.tsx'

const coded = (kind: CodeKind, codes: readonly string[]): Option[] =>
  codes.map((value) => ({ value, label: codeLabel(kind, value) }))

/** Codes are open: one that is not among these stays when it is set. */
const usualTerms = ['net', 'endOfMonth', 'onReceipt', 'inAdvance']
const usualInvoiceMethods = ['email', 'post', 'download', 'eInvoice']

interface Props {
  control: BillingControl
  info: BillingInfo
  methods: PayMethods
}

/** Billing terms and automated payment as fields, in the order and places of the read view. */
export function BillingFormFields({ control, info, methods }: Props) {
  const isMonthly = useWatch({ control, name: 'cycleKind' }) === 'months'
  const isOn = useWatch({ control, name: 'autoPayEnabled' })
  const currencies = useCurrencyOptions([info.currency, info.creditLimit?.currency, info.unbilledAlert?.currency])
  const field = (name: BillingField) => ({ control, name, label: billingFieldLabel(name) })
  const optional = { emptyLabel: m.editing_not_set() }
  const kept = (usual: readonly string[], present: string | null) =>
    present === null || usual.includes(present) ? usual : [...usual, present]

  return (
    <FieldArea>
      <BillingGroup title={m.billing_group_cycle()}>
        <FieldGrid>
          <NumberField {...field('billingDay')} isWhole hint={m.billing_hint_billing_day()} />
          <SelectField
            {...field('cycleKind')}
            {...optional}
            options={coded('billingCycle', ['months', 'anniversary'])}
          />
          <FieldList>
            <Field label={m.billing_field_period()}>{periodText(info.period)}</Field>
          </FieldList>
          {isMonthly ? (
            <NumberField {...field('cycleMonths')} isWhole isRequired hint={m.billing_hint_cycle_months()} />
          ) : null}
        </FieldGrid>
      </BillingGroup>
      <BillingGroup title={m.billing_group_terms()}>
        <FieldGrid>
          <NumberField {...field('termsDays')} isWhole />
          <SelectField
            {...field('termsMethod')}
            {...optional}
            options={coded('termsMethod', kept(usualTerms, info.termsMethod))}
          />
          <SelectField
            {...field('invoiceMethod')}
            {...optional}
            options={coded('invoiceMethod', kept(usualInvoiceMethods, info.invoiceMethod))}
          />
          <TextField {...field('costCentre')} />
          {(['creditLimit', 'unbilledAlert'] as const).map((name) => (
            <MoneyField
              key={name}
              {...field(name)}
              currencyName={`${name}Currency`}
              currencyLabel={billingFieldLabel(`${name}Currency`)}
              currencies={currencies}
            />
          ))}
          <SelectField {...field('lateFee')} options={coded('termSetting', termSettings)} />
          <SelectField {...field('earlyDiscount')} options={coded('termSetting', termSettings)} />
          <NumberField {...field('taxRate')} hint={m.billing_hint_tax_rate()} />
          <SelectField {...field('currency')} {...optional} options={currencies} />
        </FieldGrid>
      </BillingGroup>
      <BillingGroup title={m.billing_group_auto_pay()}>
        <FieldGrid>
          <CheckboxField {...field('autoPayEnabled')} label={m.billing_auto_pay_switch()} isWide />
          <AutoPayConsequence control={control} info={info} />
          <SelectField
            {...field('autoPaySavedPaymentId')}
            {...optional}
            options={methods.options}
            isRequired={isOn}
            hint={methods.isIncomplete ? m.billing_methods_incomplete() : m.billing_hint_method()}
          />
          <DateField {...field('autoPayNotBefore')} hint={m.billing_hint_not_before()} />
        </FieldGrid>
      </BillingGroup>
    </FieldArea>
  )
}
