import { createMemoryHistory } from '@tanstack/react-router'
import { act, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { NoticesProvider } from '#/shared/ui/notice-region.tsx'
import { createNotices, undoDuration } from '#/shared/ui/notices.ts'
import { Workspace } from '#/workspace/workspace.ts'
import { WorkspaceProvider } from '#/workspace/workspace-context.ts'
import { StatusBar } from '#/workspace/status-bar.tsx'

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }))

function renderBar() {
  const notices = createNotices()
  const workspace = new Workspace(createMemoryHistory())
  render(
    <NoticesProvider value={notices}>
      <WorkspaceProvider value={workspace}>
        <StatusBar>
          <span>Not live</span>
        </StatusBar>
      </WorkspaceProvider>
    </NoticesProvider>,
  )
  const undo = vi.fn<() => void>()
  const subject = { id: 'a', name: 'Ada Park', number: 'C-1' }
  const bar = within(screen.getByRole('contentinfo', { name: 'Status' }))
  const id = notices.show({ kind: 'success', subject, text: 'Address deleted', undo })
  return { notices, bar, undo, workspace, expire: () => act(() => notices.expire(id)) }
}

it('offers to undo what was done last once its notice is gone, and says for whom', async () => {
  const { bar, undo, expire } = renderBar()
  expect(bar.getByText('Not live')).toBeInTheDocument()
  expect(bar.queryByRole('button')).not.toBeInTheDocument()
  expire()
  expect(bar.getByText('Ada Park')).toBeInTheDocument()
  expect(bar.getByText('C-1')).toBeInTheDocument()
  await userEvent.click(bar.getByRole('button', { name: 'Undo' }))
  expect(undo).toHaveBeenCalledOnce()
  expect(bar.queryByRole('button')).not.toBeInTheDocument()
})

it('offers it for some minutes', () => {
  const { bar, expire } = renderBar()
  expire()
  act(() => void vi.advanceTimersByTime(undoDuration))
  expect(bar.queryByRole('button')).not.toBeInTheDocument()
})

it('says when what is open could not be stored', () => {
  const { bar, workspace } = renderBar()
  act(() => workspace.store.setState({ isStored: false }))
  expect(bar.getByText(/could not be stored/)).toBeInTheDocument()
})
