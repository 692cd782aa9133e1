import type { OpenForm } from '#/customers/contacts/use-open-forms.ts'

interface Listed {
  id: string
}

interface Placed<Item extends Listed, Values> {
  key: string
  item: Item | undefined
  form: OpenForm<Item, Values> | undefined
}

/** New ones first, then the list; a form stays where it is, also when a colleague took its thing away. */
export function placeForms<Item extends Listed, Values>(
  items: readonly Item[],
  open: readonly OpenForm<Item, Values>[],
): Placed<Item, Values>[] {
  const unlisted = open.filter(({ key }) => !items.some(({ id }) => id === key))
  return [
    ...unlisted.map((form) => ({ key: form.key, item: form.item, form })),
    ...items.map((item) => ({ key: item.id, item, form: open.find(({ key }) => key === item.id) })),
  ]
}
