import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { ConfirmDialog } from '#/shared/ui/confirm-dialog.tsx'
import { MenuButton } from '#/shared/ui/menu-button.tsx'

function Example({ onConfirm }: { onConfirm: () => Promise<unknown> }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Delete address
      </button>
      <ConfirmDialog
        isOpen={isOpen}
        title="Delete this address?"
        subject={{ id: 'a', name: 'Ada Park', number: 'C-10427' }}
        confirmLabel="Delete"
        isDestructive
        onConfirm={async () => {
          await onConfirm()
          setOpen(false)
        }}
        onCancel={() => setOpen(false)}
      >
        It is the preferred one.
      </ConfirmDialog>
    </>
  )
}

async function openDialog(onConfirm: () => Promise<unknown>) {
  const user = userEvent.setup()
  render(<Example onConfirm={onConfirm} />)
  await user.click(screen.getByRole('button', { name: 'Delete address' }))
  const dialog = await screen.findByRole('dialog', { name: 'Delete this address?' })
  return { user, dialog, inDialog: within(dialog) }
}

describe('ConfirmDialog', () => {
  it('names the customer and the consequence, and begins on the harmless button', async () => {
    const { dialog, inDialog } = await openDialog(async () => {})
    expect(dialog).toHaveAccessibleDescription(/Ada Park.*C-10427.*preferred/u)
    expect(inDialog.getByRole('button', { name: 'Cancel' })).toHaveFocus()
  })

  it('stays open with the reason when it fails, and closes when it works', async () => {
    const confirm = vi
      .fn<() => Promise<unknown>>()
      .mockRejectedValueOnce(new Error('no'))
      .mockResolvedValueOnce(undefined)
    const { user, inDialog } = await openDialog(confirm)
    await user.click(inDialog.getByRole('button', { name: 'Delete' }))
    expect(await inDialog.findByRole('alert')).toHaveTextContent('That did not work')
    expect(inDialog.getByRole('button', { name: 'Delete' })).toHaveFocus()
    await user.click(inDialog.getByRole('button', { name: 'Delete' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    expect(screen.getByRole('button', { name: 'Delete address' })).toHaveFocus()
  })

  it('asks once, however often it is pressed, and cannot be left meanwhile', async () => {
    let finish = () => {}
    const confirm = vi.fn<() => Promise<unknown>>(() => new Promise<void>((resolve) => (finish = resolve)))
    const { user, inDialog } = await openDialog(confirm)
    await user.dblClick(inDialog.getByRole('button', { name: 'Delete' }))
    await user.keyboard('{Escape}')
    expect(confirm).toHaveBeenCalledOnce()
    expect(screen.getByRole('dialog')).toBeInTheDocument()
    finish()
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  })

  it('closes on Escape', async () => {
    const { user } = await openDialog(async () => {})
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  })
})

describe('MenuButton', () => {
  it('opens by keyboard, runs the chosen action and gives the focus back', async () => {
    const user = userEvent.setup()
    const view = vi.fn<() => void>()
    render(
      <MenuButton
        label="Actions for 100"
        groups={[
          [{ label: 'View in Orders Module', onSelect: view }],
          [{ label: 'Delete', onSelect: () => {}, isCritical: true }],
        ]}
      />,
    )
    const button = screen.getByRole('button', { name: 'Actions for 100' })
    button.focus()
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('menu', { name: 'Actions for 100' })).toBeInTheDocument()
    expect(screen.getAllByRole('menuitem').map((item) => item.textContent)).toEqual(['View in Orders Module', 'Delete'])
    await user.keyboard('{Enter}')
    expect(view).toHaveBeenCalledOnce()
    await waitFor(() => expect(screen.queryByRole('menu')).not.toBeInTheDocument())
    expect(button).toHaveFocus()
  })

  it('keeps an action that is not to be had, with the reason', async () => {
    const user = userEvent.setup()
    const remove = vi.fn<() => void>()
    render(
      <MenuButton label="More" groups={[[{ label: 'Delete', onSelect: remove, disabledReason: 'Still in use' }]]} />,
    )
    await user.click(screen.getByRole('button', { name: 'More' }))
    const item = await screen.findByRole('menuitem', { name: /Delete/u })
    expect(item).toHaveAttribute('aria-disabled', 'true')
    expect(item).toHaveTextContent('Still in use')
    await user.click(item)
    expect(remove).not.toHaveBeenCalled()
  })

  it('shows which choice is on', async () => {
    const user = userEvent.setup()
    render(
      <MenuButton
        label="Section: Account"
        groups={[
          [
            { label: 'Account', onSelect: () => {}, isChecked: true },
            { label: 'Orders', onSelect: () => {}, isChecked: false },
          ],
        ]}
      >
        Account
      </MenuButton>,
    )
    await user.click(screen.getByRole('button', { name: 'Section: Account' }))
    expect(await screen.findByRole('menuitemradio', { name: 'Account' })).toBeChecked()
    expect(screen.getByRole('menuitemradio', { name: 'Orders' })).not.toBeChecked()
  })
})
