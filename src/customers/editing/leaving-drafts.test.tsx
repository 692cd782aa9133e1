import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { fieldIn, isStored, storedDrafts, typing } from '#tests/account-drafts.ts'
import { renderApp } from '#tests/render-app.tsx'

describe('leaving', () => {
  it('the page sends at once what waits, by a request that outlives it', async () => {
    const { form, type, sentTo } = await typing()
    await isStored(form)
    const before = sentTo('putDraft').length
    await type('Title', 'Dr.')
    act(() => void window.dispatchEvent(new Event('pagehide')))
    await waitFor(async () => expect((await storedDrafts())[0]?.values).toEqual({ firstName: 'Adele', title: 'Dr.' }))
    expect(sentTo('putDraft').length).toBeGreaterThan(before)
  })

  it('a field sends at once what was typed in it', async () => {
    const { form, user } = await typing()
    await isStored(form)
    await user.click(fieldIn(form, 'Title'))
    await user.paste('Dr.')
    await user.tab()
    await waitFor(async () => expect((await storedDrafts())[0]?.values).toEqual({ firstName: 'Adele', title: 'Dr.' }))
  })
})

describe('what drafts cost', () => {
  it('is one request for all records, and nothing while nothing is typed', async () => {
    const { user, workspace, sentNames } = renderApp('/customers/ada/account?open=ada_bo_vip')
    await screen.findByRole('button', { name: 'Edit' })
    for (const id of ['bo', 'vip', 'ada']) act(() => workspace.show(id))
    await user.click(await screen.findByRole('button', { name: 'Edit' }))
    await within(await screen.findByRole('form', { name: 'Edit account' })).findByLabelText('First name')
    const names = sentNames().filter((name) => name.endsWith('Draft') || name.endsWith('Drafts'))
    expect(names).toEqual(['listDrafts'])
  })
})
