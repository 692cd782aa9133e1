import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { networkError, problem } from '#mocks/answers.ts'
import { mock } from '#mocks/mock.ts'
import { mockBackend } from '#mocks/node.ts'
import { anAttributeGroup, insertRows } from '#tests/builders.ts'
import { renderApp } from '#tests/render-app.tsx'

async function administering(at = '/attributes') {
  const app = renderApp(at)
  const page = await screen.findByRole('main')
  await within(page).findByRole('region', { name: 'Loyalty' })
  const group = (name: string) => within(page).getByRole('region', { name })
  const names = (of: string) =>
    within(group(of))
      .getAllByRole('listitem')
      .map((item) => item.querySelector('b')?.textContent)
  const act = async (what: string, action: string) => {
    await app.user.click(within(page).getByRole('button', { name: `Actions for ${what}` }))
    await app.user.click(await screen.findByRole('menuitem', { name: action }))
  }
  return { ...app, page, group, names, act }
}

const stored = async (name: string) => mockBackend().store.get('attributeDefinitions', name)
const notices = () => screen.getByRole('status', { name: 'Notices' })

describe('the page of the attributes', () => {
  it('is in the navigation of administrators, and says to others that it is not for them', async () => {
    const { user } = renderApp('/customers')
    await user.click(await screen.findByRole('link', { name: 'Attributes' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Attributes' })).toBeVisible()
    expect(screen.getByRole('link', { name: 'Attributes' })).toHaveAttribute('aria-current', 'page')
  })

  it.each(['service', 'sales', 'finance'] as const)('is closed to %s', async (as) => {
    const { sentNames } = renderApp('/attributes', { as })
    expect(await screen.findByRole('heading', { name: 'Only administrators set up attributes' })).toBeVisible()
    expect(screen.queryByRole('link', { name: 'Attributes' })).not.toBeInTheDocument()
    expect(sentNames()).not.toContain('listAttributeDefinitions')
  })

  it('shows groups and attributes in their order, with what they are', async () => {
    const { names, page, group } = await administering()
    expect(names('Loyalty')).toEqual(['Loyalty tier', 'Loyalty points', 'Member since', 'Welcome text'])
    expect(names('Other attributes')).toContain('Consent to fax')
    expect(group('Loyalty')).toHaveTextContent('Choice: Loyalty tier · Searchable')
    expect(within(page).getByRole('list', { name: 'Lookups' })).toHaveTextContent(
      '4 choices · 1 not offered · used by Loyalty tier',
    )
  })

  it('says what failed and tries again', async () => {
    mock('listLookups', () => problem('not-acceptable'), { once: true })
    const { user } = renderApp('/attributes')
    await user.click(await screen.findByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('region', { name: 'Loyalty' })).toBeVisible()
  })
})

describe('the order', () => {
  it('changes by keyboard: at once, said, and with one save where there is room', async () => {
    const { user, names, sentTo } = await administering()
    const down = screen.getByRole('button', { name: 'Move Loyalty tier down' })
    down.focus()
    await user.keyboard('{Enter}')
    await waitFor(() =>
      expect(names('Loyalty')).toEqual(['Loyalty points', 'Loyalty tier', 'Member since', 'Welcome text']),
    )
    expect(screen.getByText('Loyalty tier is at place 2 of 4')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Move Loyalty tier down' })).toHaveFocus()
    await waitFor(() => expect(sentTo('putAttributeDefinition')).toHaveLength(1))
    expect(sentTo('putAttributeDefinition')[0]?.headers.get('if-match')).toBe('"1"')
    await user.keyboard('{Enter}{Enter}')
    await waitFor(() => expect(names('Loyalty').at(-1)).toBe('Loyalty tier'))
    await waitFor(async () => {
      const last = await stored('welcomeText')
      expect((await stored('loyaltyTier'))?.displayOrder).toBeGreaterThan(last?.displayOrder ?? Infinity)
    })
  })

  it('keeps what a colleague changed meanwhile', async () => {
    const { user } = await administering()
    let isFirst = true
    mock('putAttributeDefinition', async ({ passThrough }) => {
      if (isFirst) {
        isFirst = false
        const row = await stored('loyaltyTier')
        if (!row) throw new Error('no row')
        const { id: _id, version: _version, updatedAt: _at, updatedBy: _by, ...body } = row
        await mockBackend().callAs('admin', 'putAttributeDefinition', {
          path: { name: 'loyaltyTier' },
          body: { ...body, required: true },
        })
      }
      return passThrough()
    })
    await user.click(screen.getByRole('button', { name: 'Move Loyalty tier down' }))
    await waitFor(async () => expect((await stored('loyaltyTier'))?.version).toBe(3))
    expect(await stored('loyaltyTier')).toMatchObject({ required: true })
  })

  it('of groups changes too', async () => {
    const { user, page } = await administering()
    await user.click(screen.getByRole('button', { name: 'Move group Tastes up' }))
    await waitFor(() =>
      expect(
        within(page)
          .getAllByRole('heading', { level: 3 })
          .map(({ textContent }) => textContent),
      ).toEqual(['Tastes', 'Loyalty', 'Tax and terms', 'Other attributes']),
    )
  })

  it('comes back when saving it fails, with a notice', async () => {
    mock('putAttributeDefinition', () => problem('unavailable'))
    const { user, names } = await administering()
    await user.click(screen.getByRole('button', { name: 'Move Loyalty tier down' }))
    await waitFor(() => expect(notices().textContent).toMatch(/not work/))
    await waitFor(() => expect(names('Loyalty')[0]).toBe('Loyalty tier'))
  })
})

describe('a definition', () => {
  it('is made with a name for its label, previewed, and there on open records at once', async () => {
    const { user, sentTo } = await administering('/attributes?open=all-kinds.attributes')
    await user.click(screen.getByRole('button', { name: 'Add attribute to Tastes' }))
    const dialog = await screen.findByRole('dialog', { name: 'Add attribute' })
    await user.type(within(dialog).getByLabelText('Label in English'), 'Milk kind')
    await user.tab()
    expect(within(dialog).getByLabelText('Name')).toHaveValue('milkKind')
    await user.selectOptions(within(dialog).getByLabelText('Type'), 'Whole number')
    await user.type(within(dialog).getByLabelText('Minimum'), '1')
    await user.click(within(dialog).getByLabelText('Required'))
    const preview = within(dialog).getByRole('region', { name: 'Preview' })
    expect(within(preview).getByRole('textbox', { name: 'Milk kind' })).toHaveValue('1')
    expect(preview).toHaveTextContent('Not less than 1.')
    await user.click(within(dialog).getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(dialog).not.toBeInTheDocument())
    expect(notices()).toHaveTextContent('Attribute saved')
    expect(sentTo('putAttributeDefinition')[0]?.headers.get('if-none-match')).toBe('*')
    expect(await stored('milkKind')).toMatchObject({ groupId: 'tastes', dataType: 'integer', min: 1, required: true })

    await user.click(screen.getByRole('tab', { name: 'Alma Attribute' }))
    const section = await screen.findByRole('region', { name: 'Custom Attributes' })
    expect(await within(section).findByText('Milk kind')).toBeVisible()
  })

  it('changes on a record that is open and was looked at, without a reload', async () => {
    const { user } = renderApp('/customers/all-kinds/attributes')
    expect(await screen.findByText('Cups per day')).toBeVisible()
    await user.click(screen.getByRole('link', { name: 'Attributes' }))
    await user.click(await screen.findByRole('button', { name: 'Edit Cups per day' }))
    const dialog = await screen.findByRole('dialog', { name: 'Edit attribute Cups per day' })
    await user.clear(within(dialog).getByLabelText('Label in English'))
    await user.type(within(dialog).getByLabelText('Label in English'), 'Cups each day')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(dialog).not.toBeInTheDocument())
    await user.click(screen.getByRole('tab', { name: 'Alma Attribute' }))
    const panel = await screen.findByRole('tabpanel', { name: 'Alma Attribute' })
    expect(await within(panel).findByText('Cups each day')).toBeVisible()
  })

  it('says at the fields what is wrong and sends nothing', async () => {
    const { user, sentTo } = await administering()
    await user.click(screen.getByRole('button', { name: 'Add attribute to Loyalty' }))
    const dialog = await screen.findByRole('dialog', { name: 'Add attribute' })
    await user.type(within(dialog).getByLabelText('Name'), 'loyaltyTier')
    await user.selectOptions(within(dialog).getByLabelText('Type'), 'Decimal number')
    await user.type(within(dialog).getByLabelText('Minimum'), '5')
    await user.type(within(dialog).getByLabelText('Maximum'), '2')
    await user.click(within(dialog).getByRole('button', { name: 'Save' }))
    expect(await within(dialog).findByText('Enter a value')).toBeVisible()
    expect(within(dialog).getByLabelText('Maximum')).toHaveAccessibleDescription('Less than the minimum')
    expect(within(dialog).getByLabelText('Name')).toHaveAccessibleDescription(/Another record has this already/)
    expect(sentTo('putAttributeDefinition')).toEqual([])
  })

  it('keeps its name, and its type while customers have values', async () => {
    const { user } = await administering()
    await user.click(screen.getByRole('button', { name: 'Edit Cups per day' }))
    const dialog = await screen.findByRole('dialog', { name: 'Edit attribute Cups per day' })
    expect(within(dialog).getByLabelText('Name')).toBeDisabled()
    await user.selectOptions(within(dialog).getByLabelText('Type'), 'Text')
    await user.click(within(dialog).getByRole('button', { name: 'Save' }))
    expect((await within(dialog).findByRole('alert')).textContent).toMatch(/Not saved: .*customers use it \(C-100301/)
    expect(within(dialog).getByLabelText('Type')).toHaveDisplayValue('Text')
  })

  it('keeps what was typed when saving fails, and asks before it goes', async () => {
    mock('putAttributeDefinition', () => networkError(), { once: true })
    const { user } = await administering()
    await user.click(screen.getByRole('button', { name: 'Edit Remarks' }))
    const dialog = await screen.findByRole('dialog', { name: 'Edit attribute Remarks' })
    await user.type(within(dialog).getByLabelText('Description in English'), 'What else matters')
    await user.click(within(dialog).getByRole('button', { name: 'Save' }))
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('cannot be reached')
    expect(within(dialog).getByLabelText('Description in English')).toHaveValue('What else matters')
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }))
    const question = await screen.findByRole('dialog', { name: 'Discard your changes?' })
    await user.click(within(question).getByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(question).not.toBeInTheDocument())
    await user.click(within(dialog).getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(dialog).not.toBeInTheDocument())
    expect(await stored('remarks')).toMatchObject({ description: { en: 'What else matters' } })
  })

  it('that somebody else changed: who, what was taken over, and nothing typed is lost', async () => {
    const { user } = await administering()
    await user.click(screen.getByRole('button', { name: 'Edit Remarks' }))
    const dialog = await screen.findByRole('dialog', { name: 'Edit attribute Remarks' })
    await user.clear(within(dialog).getByLabelText('Longest text, in characters'))
    await user.type(within(dialog).getByLabelText('Longest text, in characters'), '500')
    const row = await stored('remarks')
    if (!row) throw new Error('no row')
    const { id: _id, version: _version, updatedAt: _at, updatedBy: _by, ...body } = row
    await mockBackend().callAs('admin', 'putAttributeDefinition', {
      path: { name: 'remarks' },
      body: { ...body, maxLength: 300, searchable: true },
    })
    await user.click(within(dialog).getByRole('button', { name: 'Save' }))
    const alert = await within(dialog).findByRole('alert')
    expect(alert.textContent).toMatch(/changed this/)
    expect(alert).toHaveTextContent('Taken over from them: Searchable')
    expect(alert).toHaveTextContent('You both changed Longest text, in characters; yours is shown')
    expect(within(dialog).getByLabelText('Longest text, in characters')).toHaveValue('500')
    expect(within(dialog).getByLabelText('Searchable')).toBeChecked()
    await user.click(within(alert).getByRole('button', { name: 'Load their version instead' }))
    expect(within(dialog).getByLabelText('Longest text, in characters')).toHaveValue('300')
    await user.clear(within(dialog).getByLabelText('Longest text, in characters'))
    await user.click(within(dialog).getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(dialog).not.toBeInTheDocument())
    expect(await stored('remarks')).toMatchObject({ maxLength: null, searchable: true })
  })

  it('is not deleted while customers have values; it can be retired instead and brought back', async () => {
    const { user, act } = await administering()
    await act('Cups per day', 'Delete')
    const dialog = await screen.findByRole('dialog', { name: 'Delete Cups per day?' })
    await user.click(within(dialog).getByRole('button', { name: 'Delete' }))
    expect((await within(dialog).findByRole('alert')).textContent).toMatch(/Not deleted: .*customers use it \(C-/)
    await user.click(within(dialog).getByRole('button', { name: 'Retire instead' }))
    await waitFor(() => expect(dialog).not.toBeInTheDocument())
    expect((await stored('cupsPerDay'))?.retiredAt).not.toBeNull()
    expect(await screen.findAllByText(/Retired/)).not.toHaveLength(0)
    await act('Cups per day', 'Bring back')
    await waitFor(async () => expect((await stored('cupsPerDay'))?.retiredAt).toBeNull())
  })

  it('that nobody uses is deleted', async () => {
    await insertRows(mockBackend().store, {
      attributeGroups: [anAttributeGroup({ id: 'empty', label: { en: 'Empty' }, displayOrder: 90 })],
    })
    const { user, page } = await administering()
    await user.click(screen.getByRole('button', { name: 'Delete group Empty' }))
    const dialog = await screen.findByRole('dialog', { name: 'Delete Empty?' })
    await user.click(within(dialog).getByRole('button', { name: 'Delete' }))
    await waitFor(() => expect(within(page).queryByRole('region', { name: 'Empty' })).not.toBeInTheDocument())
    await waitFor(() => expect(notices()).toHaveTextContent('Empty was deleted'))
  })
})

describe('groups and lookups', () => {
  it('makes and renames groups, and keeps one that has attributes', async () => {
    const { user, group } = await administering()
    await user.click(screen.getByRole('button', { name: 'Add group' }))
    const dialog = await screen.findByRole('dialog', { name: 'Add group' })
    await user.click(within(dialog).getByRole('button', { name: 'Save' }))
    expect(await within(dialog).findByText('Enter a value')).toBeVisible()
    await user.type(within(dialog).getByLabelText('Label in English'), 'Pets')
    await user.selectOptions(await within(dialog).findByLabelText('Add a language to Label'), 'German (Germany)')
    expect(within(dialog).getByLabelText('Label in German (Germany)')).toHaveFocus()
    await user.keyboard('Haustiere')
    await user.click(within(dialog).getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(group('Pets')).toHaveTextContent('No attributes yet'))

    await user.click(screen.getByRole('button', { name: 'Delete group Loyalty' }))
    const question = await screen.findByRole('dialog', { name: 'Delete Loyalty?' })
    await user.click(within(question).getByRole('button', { name: 'Delete' }))
    expect((await within(question).findByRole('alert')).textContent).toMatch(/4 attributes use it \(.*loyaltyTier/)
  })

  it('changes choices: order, label, new ones; a used one can be switched off but not removed', async () => {
    const { user } = await administering()
    await user.click(screen.getByRole('button', { name: 'Edit lookup Loyalty tier' }))
    const dialog = await screen.findByRole('dialog', { name: 'Edit lookup Loyalty tier' })
    const save = async () => user.click(within(dialog).getByRole('button', { name: 'Save' }))
    await user.click(within(dialog).getByRole('button', { name: 'Remove gold' }))
    await save()
    expect((await within(dialog).findByRole('alert')).textContent).toMatch(/Not saved: .*use/)
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }))
    const question = await screen.findByRole('dialog', { name: 'Discard your changes?' })
    await user.click(within(question).getByRole('button', { name: 'Discard' }))

    await user.click(screen.getByRole('button', { name: 'Edit lookup Loyalty tier' }))
    const again = await screen.findByRole('dialog', { name: 'Edit lookup Loyalty tier' })
    await user.click(within(again).getByLabelText('gold is offered'))
    await user.click(within(again).getByRole('button', { name: 'Move silver up' }))
    await user.click(within(again).getByRole('button', { name: 'Add choice' }))
    await user.keyboard('diamond')
    await user.type(within(again).getByLabelText('Label of diamond in English'), 'Diamond')
    await user.click(within(again).getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(again).not.toBeInTheDocument())
    const lookup = await mockBackend().store.get('lookups', 'loyaltyTier')
    expect(lookup?.values.map(({ value, active, sortOrder }) => [value, active, sortOrder])).toEqual([
      ['silver', true, 1],
      ['bronze', true, 2],
      ['gold', false, 3],
      ['platinum', false, 4],
      ['diamond', true, 5],
    ])
  })

  it('makes a lookup and refuses two choices of one code', async () => {
    const { user } = await administering()
    await user.click(screen.getByRole('button', { name: 'Add lookup' }))
    const dialog = await screen.findByRole('dialog', { name: 'Add lookup' })
    await user.type(within(dialog).getByLabelText('Label in English'), 'Pets')
    await user.type(within(dialog).getByLabelText('Name'), 'pets')
    for (const code of ['cat', 'cat']) {
      await user.click(within(dialog).getByRole('button', { name: 'Add choice' }))
      await user.keyboard(code)
    }
    await user.click(within(dialog).getByRole('button', { name: 'Save' }))
    expect(await within(dialog).findByText('Two choices have the same code')).toBeVisible()
    await user.clear(within(dialog).getByLabelText('Code of choice 2'))
    await user.type(within(dialog).getByLabelText('Code of choice 2'), 'dog')
    await user.click(within(dialog).getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(dialog).not.toBeInTheDocument())
    expect((await mockBackend().store.get('lookups', 'pets'))?.values).toHaveLength(2)
  })
})
