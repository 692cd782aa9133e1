import { act, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { switchDuration } from '#/shared/ui/switch-guard.ts'
import { renderApp } from '#tests/render-app.tsx'

const tess = 'Tess Twohomes'
const tab = async (name: string) => screen.findByRole('tab', { name })

// However long the machine takes, it is within the moment of the switch.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))

/** A person comes from Bo to Tess, and goes for one of her addresses. */
async function switchTo() {
  const app = renderApp('/customers/two-homes/addresses?open=bo.account_two-homes.addresses')
  const more = await screen.findByRole('button', { name: 'More actions for Bills' })
  await app.user.click(await tab('Bo'))
  await app.user.click(await tab(tess))
  await app.user.click(more)
  return app
}

async function ask({ user }: Pick<Awaited<ReturnType<typeof switchTo>>, 'user'>) {
  await user.click(await screen.findByRole('menuitem', { name: 'Delete' }))
  const question = within(await screen.findByRole('dialog', { name: 'Delete this address?' }))
  return { question, answer: question.getByRole('button', { name: 'Delete' }) }
}

describe('what destroys', () => {
  it('is described by the customer, in the menu and in the question', async () => {
    const app = await switchTo()
    expect(await screen.findByRole('menuitem', { name: 'Delete' })).toHaveAccessibleDescription(`${tess} C-100203`)
    const { answer } = await ask(app)
    expect(answer).toHaveAccessibleDescription(`${tess}, C-100203`)
  })

  it('asks once more right after a switch, which a double click does not answer', async () => {
    const app = await switchTo()
    const { question, answer } = await ask(app)
    await app.user.dblClick(answer)
    expect(question.getByRole('alert')).toHaveTextContent(`You switched to ${tess}, C-100203 a moment ago.`)
    expect(app.sentTo('deleteAddress')).toEqual([])
    await app.user.click(answer)
    await waitFor(() => expect(app.sentTo('deleteAddress')).toMatchObject([{ path: { id: 'two-homes' } }]))
  })

  it('asks no more after two seconds', async () => {
    const app = await switchTo()
    const { answer } = await ask(app)
    vi.setSystemTime(Date.now() + switchDuration)
    await app.user.click(answer)
    await waitFor(() => expect(app.sentTo('deleteAddress')).toHaveLength(1))
  })

  it('needs no second answer by the keyboard: the question names the customer', async () => {
    const app = await switchTo()
    const { answer } = await ask(app)
    act(() => answer.focus())
    await app.user.keyboard('{Enter}')
    await waitFor(() => expect(app.sentTo('deleteAddress')).toHaveLength(1))
  })
})

it('asks once more by any means when another customer came to be shown since the question', async () => {
  const app = await switchTo()
  const { question, answer } = await ask(app)
  act(() => app.workspace.show('bo'))
  // The question stays with its customer.
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  act(() => app.workspace.show('two-homes'))
  await screen.findByRole('dialog')
  act(() => answer.focus())
  await app.user.keyboard('{Enter}')
  expect(question.getByRole('alert')).toHaveTextContent(`You switched to ${tess}, C-100203 a moment ago.`)
  expect(app.sentTo('deleteAddress')).toEqual([])
  await app.user.keyboard('{Enter}')
  await waitFor(() => expect(app.sentTo('deleteAddress')).toHaveLength(1))
})
