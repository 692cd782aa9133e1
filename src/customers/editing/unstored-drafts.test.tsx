import { act, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { networkError, problem } from '#mocks/answers.ts'
import { mock } from '#mocks/mock.ts'
import { configureMocks } from '#mocks/node.ts'
import { signedInAs } from '#mocks/mock-state.ts'
import { fieldIn, isAskedToStay, isStored, storedDrafts, typing } from '#tests/account-drafts.ts'

describe('what cannot be stored', () => {
  it('stays in the window while there is no connection, and is sent when it is back', async () => {
    mock('putDraft', networkError)
    const { form, type } = await typing()
    expect(
      await within(form).findByText('Not stored: no connection. Kept in this window.', { ignore: 'output' }),
    ).toBeVisible()
    expect(isAskedToStay()).toBe(true)
    mock('putDraft', async ({ passThrough }) => passThrough())
    await type('Title', 'Dr.')
    act(() => void window.dispatchEvent(new Event('online')))
    await isStored(form)
    expect(isAskedToStay()).toBe(false)
    expect((await storedDrafts())[0]?.values).toEqual({ firstName: 'Adele', title: 'Dr.' })
  })

  it('is tried again by itself when the server fails', async () => {
    mock('putDraft', () => problem('internal'), { once: true })
    const { form, sentTo } = await typing()
    await within(form).findByText(/the server does not answer/, { ignore: 'output' })
    await isStored(form)
    expect(sentTo('putDraft').length).toBeGreaterThanOrEqual(2)
  })

  it.each([
    ['the number of a card', 'Username', 'card 4111 1111 1111 1111', /number of a payment card/],
    ['more than a draft may hold', 'Username', 'x'.repeat(70_000), /too much text/],
  ])('says so: %s', async (_what, field, text, reason) => {
    const { form, type } = await typing()
    await isStored(form)
    await type(field, text)
    expect(
      await within(form).findByText(reason, { selector: 'form > div:last-child *', ignore: 'output' }),
    ).toBeVisible()
    expect(fieldIn(form, field)).toHaveValue(text)
    expect(isAskedToStay()).toBe(true)
    expect((await storedDrafts())[0]?.values).toEqual({ firstName: 'Adele' })
    await type(field, 'ada.park')
    await isStored(form)
    expect(isAskedToStay()).toBe(false)
  })

  it('waits for the sign-in when the session is over, and goes then', async () => {
    const { form, type, sentTo, session } = await typing()
    await isStored(form)
    configureMocks({ isExpired: true })
    await type('Title', 'Dr.')
    await waitFor(() => expect(session.getState().expired).toBe(true))
    const before = sentTo('putDraft').length
    configureMocks(signedInAs('admin'))
    act(() => session.setState({ expired: false }))
    await waitFor(async () => expect((await storedDrafts())[0]?.values).toEqual({ firstName: 'Adele', title: 'Dr.' }))
    expect(sentTo('putDraft')).toHaveLength(before + 1)
    await isStored(form)
  })
})
