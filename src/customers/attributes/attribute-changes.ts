import {
  attributeDefinitionsQuery,
  customerAttributesQuery,
  lookupsQuery,
} from '#/customers/attributes/attribute.queries.ts'
import { dataOf, listShows, type ChangeRule, type ChangeRules } from '#/shared/live/change-rules.ts'

/** Open records show at once what attributes are like now. */
const valuesOfAll = [{ queryKey: ['customers', 'attributes'] }]

const definition: ChangeRule = (event) => ({
  source: dataOf(attributeDefinitionsQuery, ({ items }) =>
    listShows(
      items.map(({ name, etag }) => ({ id: name, etag })),
      event,
    ),
  ),
  others: valuesOfAll,
})

/** Values of custom attributes, and what they are defined by. */
export const attributeChanges: ChangeRules = {
  attributes: ({ resource, etag }) => ({
    source: dataOf(customerAttributesQuery(resource.id), (attributes) => attributes.etag === etag),
  }),
  attributeDefinition: definition,
  attributeGroup: (event) => ({
    source: dataOf(attributeDefinitionsQuery, ({ groups }) => listShows(groups, event)),
  }),
  lookup: (event) => ({
    source: dataOf(lookupsQuery, (items) =>
      listShows(
        items.map(({ name, etag }) => ({ id: name, etag })),
        event,
      ),
    ),
  }),
}
