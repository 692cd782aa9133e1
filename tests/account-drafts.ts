import { screen, waitFor, within } from '@testing-library/react'
import { expect } from 'vitest'
import { mockBackend } from '#mocks/node.ts'
import { renderApp } from '#tests/render-app.tsx'

type App = ReturnType<typeof renderApp>
type Options = Parameters<typeof renderApp>[1]

/** The account of the customer that is shown, as a form. */
export const accountForm = async () => screen.findByRole('form', { name: 'Edit account' })
export const fieldIn = (form: HTMLElement, name: string) => within(form).getByLabelText(name)
/** What the server holds of the person. */
export const storedDrafts = async () => (await mockBackend().callAs('admin', 'listDrafts', {})).items

/** Waits until the form says that its draft is stored, and the last first name that was typed is in it. */
export async function isStored(form: HTMLElement) {
  const field = within(form).getByLabelText<HTMLInputElement>('First name')
  await waitFor(async () => {
    const typed = (await storedDrafts()).flatMap(({ values }) => ('firstName' in values ? [values['firstName']] : []))
    for (const firstName of typed) expect(firstName).toBe(field.value)
  })
  return within(form).findByText(/^Saved as draft, /)
}

async function typeInto({ user }: App, field: HTMLElement, text: string) {
  await user.clear(field)
  if (text !== '') await user.paste(text)
}

/** The account of a record, in its form, with a first name typed. */
export async function typing(at = '/customers/ada/account', options?: Options) {
  const app = renderApp(at, options)
  await app.user.click(await screen.findByRole('button', { name: 'Edit' }))
  const form = await accountForm()
  await typeInto(app, fieldIn(form, 'First name'), 'Adele')
  return { ...app, form, type: async (field: string, text: string) => typeInto(app, fieldIn(form, field), text) }
}

export const place = { recordId: 'ada', section: 'account', itemId: '-' }

/** The same person types on in the draft of the account, on another machine. */
export async function elsewhere(values: Record<string, unknown>) {
  const [{ baseEtag } = { baseEtag: '' }] = await storedDrafts()
  const body = { baseEtag, values, baseValues: { firstName: 'Ada', title: '' }, windowId: 'elsewhere1' }
  await mockBackend().callAs('admin', 'putDraft', { path: place, body })
}

/** True when leaving the page would be asked about. */
export function isAskedToStay() {
  const event = new Event('beforeunload', { cancelable: true })
  window.dispatchEvent(event)
  return event.defaultPrevented
}
