import { useQuery } from '@tanstack/react-query'
import type { AlternativeContact } from '#/contract/alternative-contacts.ts'
import { referenceSearch } from '#/customers/attributes/reference-search.ts'
import { productChoicesQuery } from '#/customers/contacts/contact.queries.ts'
import type { DelegateControl } from '#/customers/contacts/delegate-editable.ts'
import { isNewDelegate } from '#/customers/contacts/delegate-values.ts'
import { isOver, productText } from '#/customers/contacts/product-words.ts'
import { isApiError } from '#/shared/api/api-error.ts'
import { failureText } from '#/shared/api/failure-text.ts'
import { CheckboxField } from '#/shared/form/checkbox-field.tsx'
import { FieldGroup, FieldGroups } from '#/shared/form/field-group.tsx'
import { MultiChoiceField } from '#/shared/form/multi-choice-field.tsx'
import { ReferenceField } from '#/shared/form/reference-field.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import { Button } from '#/shared/ui/button.tsx'
import { FormAlert } from '#/shared/ui/form-alert.tsx'

const customerSearch = referenceSearch('customer')

interface Props {
  customerId: string
  control: DelegateControl
  contact: AlternativeContact
}

/** The products of the customer to choose from; those that rights are for already stay, whatever became of them. */
function ProductsField({ customerId, control, contact }: Props) {
  const { data, error, isFetching, refetch } = useQuery(productChoicesQuery(customerId))
  const offered = data ?? []
  const kept = contact.products.filter(({ id }) => !offered.some((product) => product.id === id))
  const options = [...kept, ...offered].map((product) => ({
    value: product.id,
    label: productText(product),
    isDisabled: isOver(product),
  }))
  return (
    <>
      {error && !data ? (
        <FormAlert>
          <p>
            {isApiError(error, 'forbidden')
              ? m.contacts_products_forbidden()
              : m.contacts_products_failed({ reason: failureText(error, m.common_nothing_lost()) })}
          </p>
          <Button size="small" disabled={isFetching} onClick={() => void refetch()}>
            {m.common_retry()}
          </Button>
        </FormAlert>
      ) : null}
      {data && options.length === 0 ? <p>{m.contacts_products_none()}</p> : null}
      {options.length > 0 ? (
        <MultiChoiceField
          control={control}
          name="productIds"
          label={m.contacts_right_products()}
          options={options}
          isWide
        />
      ) : null}
      {isFetching && !data ? <output>{m.common_loading()}</output> : null}
    </>
  )
}

/** Who, for a new one, and what they may do. */
export function DelegateFields(props: Props) {
  const { control, contact } = props
  return (
    <FieldGroups>
      {isNewDelegate(contact) && customerSearch ? (
        <FieldGroup title={m.contacts_group_member()}>
          <ReferenceField
            control={control}
            name="memberId"
            label={m.contacts_field_member()}
            hint={m.contacts_member_hint()}
            search={customerSearch}
            isRequired
            isWide
          />
        </FieldGroup>
      ) : null}
      <FieldGroup title={m.contacts_group_rights()}>
        <CheckboxField
          control={control}
          name="support"
          label={m.contacts_right_support()}
          hint={m.contacts_right_support_hint()}
        />
        <CheckboxField
          control={control}
          name="billing"
          label={m.contacts_right_billing()}
          hint={m.contacts_right_billing_hint()}
        />
        <ProductsField {...props} />
      </FieldGroup>
    </FieldGroups>
  )
}
