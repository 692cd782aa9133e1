import { render, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { useFoundFocus } from '#/orders/use-found-focus.ts'

function Page() {
  return (
    <main ref={useFoundFocus()} tabIndex={-1}>
      An order
    </main>
  )
}

const nextFrame = () => new Promise(requestAnimationFrame)

it('waits for a menu that has not closed yet, then takes the focus that it leaves behind', async () => {
  const menu = (
    <div role="menu">
      <button type="button">View order</button>
    </div>
  )
  const { rerender } = render(menu)
  const item = screen.getByRole('button', { name: 'View order' })
  item.focus()
  rerender(
    <>
      {menu}
      <Page />
    </>,
  )
  screen.getByRole('button', { name: 'View order' }).focus()
  await nextFrame()
  await nextFrame()
  rerender(<Page />)
  await waitFor(() => expect(screen.getByRole('main')).toHaveFocus())
})

it('leaves the focus where the person has put it', async () => {
  render(
    <>
      <input aria-label="Search" />
      <Page />
    </>,
  )
  screen.getByLabelText('Search').focus()
  await nextFrame()
  await nextFrame()
  expect(screen.getByLabelText('Search')).toHaveFocus()
})
