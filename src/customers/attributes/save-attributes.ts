import { mutationOptions } from '@tanstack/react-query'
import { patchCustomerAttributes } from '#/contract/attributes.ts'
import { customerAttributesQuery } from '#/customers/attributes/attribute.queries.ts'
import type { AttributesPatch } from '#/customers/attributes/check-attributes.ts'
import type { Edit } from '#/customers/editing/record-editor.tsx'
import { api } from '#/shared/api/api.ts'

/** Changes values of custom attributes. The form shows what is refused. */
export const saveAttributesMutation = (customerId: string) => {
  const { queryKey } = customerAttributesQuery(customerId)
  return mutationOptions({
    mutationKey: ['save-attributes', customerId],
    mutationFn: ({ patch, ...options }: Edit<AttributesPatch>) =>
      api(patchCustomerAttributes, { path: { id: customerId }, body: { values: patch }, ...options }),
    meta: { onFailure: 'form' },
    onSuccess: async (saved, _edit, _result, { client }) => {
      // A read that is under way may bring the old version.
      await client.cancelQueries({ queryKey })
      client.setQueryData(queryKey, saved)
    },
  })
}
