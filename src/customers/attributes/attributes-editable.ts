import { customerAttributesSchema, type CustomerAttributes } from '#/contract/attributes.ts'
import type { AttributeDefinition, Lookup } from '#/contract/metadata.ts'
import { attributeLabel } from '#/customers/attributes/attribute-groups.ts'
import {
  attributeValueOf,
  formValueOf,
  isFormValueOf,
  isSameAttribute,
  type AttributeFormValue,
  type AttributeFormValues,
} from '#/customers/attributes/attribute-form-values.ts'
import { mergeAttributeLists, textParts } from '#/customers/attributes/merge-attributes.ts'
import { attributeText } from '#/customers/attributes/attribute-text.ts'
import { checkAttributes, type AttributesPatch } from '#/customers/attributes/check-attributes.ts'
import type { Editable } from '#/customers/editing/editable.ts'
import { languageName } from '#/shared/format/country-name.ts'
import { m } from '#/shared/i18n/generated/messages.js'

export type AttributesEditable = Editable<CustomerAttributes, AttributeFormValues, AttributesPatch>

export const isEditable = ({ readOnly, retiredAt }: AttributeDefinition) => !readOnly && retiredAt === null

/** The values of a customer's attributes, as the editor needs to know them; what may not be changed is not among them. */
export function attributesEditable(
  definitions: readonly AttributeDefinition[],
  lookups: readonly Lookup[],
): AttributesEditable {
  const editable = definitions.filter(isEditable)
  const byName = new Map(editable.map((definition) => [definition.name, definition]))
  const labelOf = (name: string) => {
    const definition = definitions.find((each) => each.name === name)
    return definition ? attributeLabel(definition) : name
  }
  return {
    form: 'attributes',
    fields: editable.map(({ name }) => name),
    valuesOf: ({ values }) =>
      Object.fromEntries(
        editable.map((definition) => [definition.name, formValueOf(values[definition.name] ?? null, definition)]),
      ),
    check: async (base, typed) => checkAttributes(base, typed, editable, lookups),
    isSame: isSameAttribute,
    parts: (name) => (byName.get(name)?.multilingual === true ? textParts : undefined),
    mergeLists: (name, lists) => {
      const definition = byName.get(name)
      return definition && mergeAttributeLists(definition, lists)
    },
    accepts: (name, value) => {
      const definition = byName.get(name)
      return definition !== undefined && isFormValueOf(value, definition)
    },
    schema: customerAttributesSchema,
    within: '/values',
    label: (name, culture) => {
      const label = labelOf(name)
      return culture === undefined ? label : m.common_text_in({ label, language: languageName(culture) })
    },
    text: (name, value, culture) => {
      const definition = byName.get(name)
      if (culture !== undefined) return String(value)
      return definition
        ? attributeText(attributeValueOf(value as AttributeFormValue, definition), definition, lookups)
        : String(value)
    },
    texts: {
      form: m.attributes_form,
      saved: m.attributes_saved,
      conflict: m.attributes_conflict,
      discard: m.attributes_discard,
      refused: m.attributes_refused,
    },
  }
}
