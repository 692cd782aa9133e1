import { createMemoryHistory } from '@tanstack/react-router'
import { cleanup, configure, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { createApp } from '#/app/create-app.tsx'
import type { CustomerPatch } from '#/contract/customers.ts'
import { customerKeys } from '#/customers/customer.queries.ts'
import { createMockBackend } from '#mocks/mock-backend.ts'
import { signedInAs } from '#mocks/mock-state.ts'
import { smallRows } from '#mocks/seed/small-seed.ts'

// Sections and forms are loaded when they are first shown.
configure({ asyncUtilTimeout: 10_000 })

let backend = createMockBackend()
beforeEach(() => {
  backend = createMockBackend({ rows: smallRows() })
  backend.state.setState(signedInAs('admin'))
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) =>
    backend.fetch(new Request(input, init)),
  )
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

async function editing() {
  const { App, queryClient } = createApp(createMemoryHistory({ initialEntries: ['/customers/ada/account'] }), {
    windowId: Promise.resolve('window0001'),
    storesWorkspace: false,
    connectLive: null,
  })
  render(<App />)
  await userEvent.click(await screen.findByRole('button', { name: 'Edit' }))
  const form = await screen.findByRole('form', { name: 'Edit account' })
  const field = (name: string) => within(form).getByLabelText<HTMLInputElement>(name)
  const arrives = async (body: CustomerPatch) => {
    await backend.callAs('service', 'patchCustomer', { path: { id: 'ada' }, body })
    window.dispatchEvent(new Event('focus'))
    window.dispatchEvent(new Event('online'))
    document.dispatchEvent(new Event('visibilitychange'))
    await queryClient.invalidateQueries({ queryKey: customerKeys.detail('ada') })
  }
  return { form, field, arrives }
}

/** The controls that were there at first; any that is made anew, or goes, is found out. */
function controlsOf(form: HTMLElement) {
  const find = () => [...form.querySelectorAll('input, select, textarea')]
  const first = find()
  return () => {
    const now = find()
    return first.length === now.length && first.every((control, index) => control === now[index])
  }
}

it('keeps caret, focus, scroll and every control while what was typed and what was not change elsewhere', async () => {
  const { form, field, arrives } = await editing()
  const areTheSame = controlsOf(form)
  const typed = field('Last name')
  await userEvent.fill(typed, 'Parkington')
  typed.focus()
  typed.setSelectionRange(4, 4)
  const panel = screen.getByRole('tabpanel', { name: 'Account' })
  panel.scrollTo({ top: 40, behavior: 'instant' })
  const { scrollTop } = panel
  expect(scrollTop).toBeGreaterThan(0)

  for (const [index, company] of ['First', 'Second', 'Third'].entries()) {
    await arrives({ companyName: `${company} Company`, lastName: `Park ${index}` })
    await waitFor(() => expect(field('Company').value).toBe(`${company} Company`))
  }
  expect(typed.value).toBe('Parkington')
  expect(document.activeElement).toBe(typed)
  expect([typed.selectionStart, typed.selectionEnd]).toEqual([4, 4])
  expect(panel.scrollTop).toBe(scrollTop)
  expect(areTheSame()).toBe(true)
  expect(within(form).getByText(/^Sam Rivera changed this to Park 2/)).toBeVisible()
  await userEvent.keyboard('X')
  expect(typed.value).toBe('ParkXington')
})

it('keeps the caret in a field that was entered but not changed, when its text changes', async () => {
  const { form, field, arrives } = await editing()
  const areTheSame = controlsOf(form)
  const entered = field('Last name')
  entered.focus()
  entered.setSelectionRange(1, 3)
  await arrives({ lastName: 'Parkington' })
  await waitFor(() => expect(entered.value).toBe('Parkington'))
  expect(document.activeElement).toBe(entered)
  expect([entered.selectionStart, entered.selectionEnd]).toEqual([1, 3])
  expect(areTheSame()).toBe(true)
})
