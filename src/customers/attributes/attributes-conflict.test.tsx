import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { AttributeValue } from '#/contract/attributes.ts'
import { attributeDefinitionsQuery, customerAttributesQuery } from '#/customers/attributes/attribute.queries.ts'
import type { AttributeDefinitionRow } from '#server/store/rows.ts'
import { mockBackend } from '#mocks/node.ts'
import { renderApp } from '#tests/render-app.tsx'

const id = 'all-kinds'
const stored = async () => (await mockBackend().store.get('customerAttributes', id))?.values ?? {}

/** The attributes of a customer in their form, and colleagues whose work arrives as soon as it is done. */
async function editing() {
  const app = renderApp(`/customers/${id}/attributes`)
  const { user, queryClient } = app
  await user.click(await screen.findByRole('button', { name: 'Edit' }))
  await screen.findByRole('form', { name: 'Edit custom attributes' })
  const field = async (label: string) => screen.findByLabelText<HTMLInputElement>(label)
  const type = async (label: string, text: string) => {
    await user.clear(await field(label))
    await user.type(await field(label), text)
  }
  const press = async (name: string) => user.click(screen.getByRole('button', { name }))
  const colleagueSaves = async (values: Record<string, AttributeValue>) => {
    await mockBackend().callAs('service', 'patchCustomerAttributes', { path: { id }, body: { values } })
    await queryClient.invalidateQueries({ queryKey: customerAttributesQuery(id).queryKey })
  }
  const define = async (name: string, over: Partial<AttributeDefinitionRow>) => {
    await mockBackend().store.transaction(async (rows) => rows.update('attributeDefinitions', name, over))
    await queryClient.invalidateQueries({ queryKey: attributeDefinitionsQuery.queryKey })
  }
  return { ...app, field, type, press, colleagueSaves, define }
}

const surface = () => screen.findByRole('region', { name: /saved these attributes/ })

describe('attributes that somebody else changes while they are edited', () => {
  it('keep what both added to a list, and the caret where it was', async () => {
    const { user, field, type, press, colleagueSaves } = await editing()
    await user.click(await field('Medium'))
    await press('Add to Allergies')
    await user.keyboard('nuts')
    const line = await field('Allergies 3')
    line.setSelectionRange(1, 2)
    await colleagueSaves({ allergies: ['lactose', 'gluten'], favouriteRoasts: ['light'] })

    await waitFor(async () => expect(await field('Allergies 2')).toHaveValue('nuts'))
    expect(await field('Allergies 1')).toHaveValue('lactose')
    expect(await field('Allergies 3')).toHaveValue('gluten')
    expect(line).toHaveFocus()
    expect([line.value, line.selectionStart, line.selectionEnd]).toEqual(['nuts', 1, 2])
    expect(await field('Dark')).not.toBeChecked()
    expect(screen.queryByRole('button', { name: /^Use theirs/ })).not.toBeInTheDocument()
    await type('Remarks', 'Rings twice')
    await press('Save')
    await waitFor(async () =>
      expect(await stored()).toMatchObject({
        allergies: ['lactose', 'nuts', 'gluten'],
        favouriteRoasts: ['light', 'medium'],
        remarks: 'Rings twice',
      }),
    )
  })

  it('ask when both rewrote the same line', async () => {
    const { type, press, colleagueSaves } = await editing()
    await type('Allergies 1', 'hazelnuts')
    await colleagueSaves({ allergies: ['all nuts', 'lactose'] })
    await screen.findByRole('button', { name: 'Use theirs: Allergies' })
    await press('Save')
    const group = within(await surface()).getByRole('radiogroup', { name: 'Allergies' })
    expect(within(group).getByRole('radio', { name: 'Yours: hazelnuts, lactose' })).toBeChecked()
    expect(within(group).getByRole('radio', { name: 'Theirs (Sam Rivera): all nuts, lactose' })).toBeVisible()
  })

  it('count language by language', async () => {
    const { user, field, type, press, colleagueSaves } = await editing()
    await type('Welcome text in German', 'Servus!')
    await type('Welcome text in English', 'Hi!')
    await colleagueSaves({ welcomeText: { en: 'Hello!', de: 'Willkommen zurück!', fr: 'Salut !' } })
    await waitFor(async () => expect(await field('Welcome text in French')).toHaveValue('Salut !'))
    expect(screen.getAllByRole('button', { name: /^Use theirs/ })).toHaveLength(1)
    await user.click(screen.getByRole('button', { name: 'Use theirs: Welcome text in English' }))
    expect(await field('Welcome text in English')).toHaveValue('Hello!')
    await press('Save')
    await waitFor(async () =>
      expect(await stored()).toMatchObject({ welcomeText: { en: 'Hello!', de: 'Servus!', fr: 'Salut !' } }),
    )
  })
})

describe('an attribute whose definition changes while it is edited', () => {
  it('keeps what was typed in sight when it is retired, and saves the others', async () => {
    const { user, field, type, press, define } = await editing()
    await type('Cups per day', '4')
    await type('Remarks', 'Rings twice')
    await define('remarks', { retiredAt: '2026-11-20T00:00:00.000Z' })
    const dropped = within(await screen.findByRole('region', { name: 'Draft without a field' }))
    expect(dropped.getByText('Remarks: Rings twice')).toBeVisible()
    expect(await field('Cups per day')).toHaveValue('4')

    await user.click(dropped.getByRole('button', { name: 'Copy what you typed' }))
    expect(await navigator.clipboard.readText()).toBe('Remarks: Rings twice')
    await press('Save')
    await waitFor(async () => expect(await stored()).toMatchObject({ cupsPerDay: 4 }))
    expect(dropped.getByText('Remarks: Rings twice')).toBeVisible()
    await user.click(dropped.getByRole('button', { name: 'Discard' }))
    await waitFor(() => expect(screen.queryByText('Remarks: Rings twice')).not.toBeInTheDocument())
  })

  it('is said when the refused save tells it', async () => {
    const { type, press } = await editing()
    await type('Remarks', 'Rings twice')
    await mockBackend().store.transaction(async (rows) => rows.remove('attributeDefinitions', 'remarks'))
    await press('Save')
    const dropped = await screen.findByRole('region', { name: 'Draft without a field' })
    expect(dropped).toHaveTextContent('Rings twice')
  })

  it('keeps what was typed in sight when it takes another kind of value', async () => {
    const { type, define, field } = await editing()
    await type('Remarks', 'Rings twice')
    await define('remarks', { multiple: true })
    const dropped = await screen.findByRole('region', { name: 'Draft without a field' })
    expect(dropped).toHaveTextContent('Rings twice')
    expect(await field('Cups per day')).toHaveValue('3.5')
  })
})
