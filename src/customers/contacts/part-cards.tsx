import { useState, type ReactNode } from 'react'
import { placeForms } from '#/customers/contacts/place-forms.ts'
import type { OpenForm, OpenForms } from '#/customers/contacts/use-open-forms.ts'
import { CardCell, CardRows } from '#/customers/record/cards.ts'
import { TableTail } from '#/shared/table/table-tail.tsx'

/** So many are drawn at once: hundreds of cards would keep a record from opening at once. */
const step = 48

interface Props<Item extends { id: string }, Values> {
  label: string
  items: readonly Item[]
  forms: OpenForms<Item, Values>
  renderCard: (item: Item) => ReactNode
  renderForm: (form: OpenForm<Item, Values>) => ReactNode
}

/** Cards and the forms between them; of very many the first, and the others if asked for. */
export function PartCards<Item extends { id: string }, Values>({
  label,
  items,
  forms,
  renderCard,
  renderForm,
}: Props<Item, Values>) {
  const [limit, setLimit] = useState(step)
  const placed = placeForms(items, forms.open)
  // What takes the focus stays when it has it.
  const wanted = placed.findIndex(({ key }) => key === forms.focusId)
  if (wanted >= limit) setLimit(wanted + step)
  const drawn = placed.filter(({ form }, index) => index < limit || form)
  return (
    <>
      <CardRows aria-label={label}>
        {drawn.map(({ key, item, form }) => (
          <CardCell key={key} data-wide={form !== undefined} data-card={key}>
            {form ? renderForm(form) : item ? renderCard(item) : null}
          </CardCell>
        ))}
      </CardRows>
      <TableTail hasMore={placed.length > limit} onEndReached={() => setLimit(limit + step)} />
    </>
  )
}
