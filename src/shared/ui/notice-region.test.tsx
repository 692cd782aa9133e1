import { act, fireEvent, render, screen } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { NoticeRegion, NoticesProvider } from '#/shared/ui/notice-region.tsx'
import { createNotices, noticeDuration } from '#/shared/ui/notices.ts'

function renderRegion() {
  const notices = createNotices()
  render(
    <NoticesProvider value={notices}>
      <NoticeRegion />
    </NoticesProvider>,
  )
  return notices
}

const wait = (time: number) => act(() => vi.advanceTimersByTimeAsync(time))

describe('NoticeRegion', () => {
  beforeEach(() => void vi.useFakeTimers())

  it('is a polite live region that is there before the first notice', async () => {
    const notices = renderRegion()
    const region = screen.getByRole('status', { name: 'Notices' })
    expect(region).toBeEmptyDOMElement()
    act(
      () =>
        void notices.show({ kind: 'success', text: 'Saved', subject: { id: 'a', name: 'Ada Park', number: 'C-1' } }),
    )
    expect(region).toHaveTextContent('Ada ParkC-1Saved')
  })

  it('goes after 20 seconds, but not while the pointer or the focus is on it', async () => {
    const notices = renderRegion()
    act(() => void notices.show({ kind: 'success', text: 'Saved' }))
    await wait(noticeDuration - 1)
    fireEvent.pointerEnter(screen.getByText('Saved'))
    await wait(noticeDuration)
    expect(screen.getByText('Saved')).toBeInTheDocument()
    fireEvent.pointerLeave(screen.getByText('Saved'))
    act(() => screen.getByRole('button', { name: 'Dismiss' }).focus())
    await wait(noticeDuration)
    expect(screen.getByText('Saved')).toBeInTheDocument()
    act(() => screen.getByRole('button', { name: 'Dismiss' }).blur())
    await wait(noticeDuration)
    expect(screen.queryByText('Saved')).not.toBeInTheDocument()
  })

  it('never lets an error go by itself', async () => {
    const notices = renderRegion()
    act(() => void notices.show({ kind: 'error', text: 'Failed' }))
    await wait(noticeDuration * 10)
    fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }))
    expect(screen.queryByText('Failed')).not.toBeInTheDocument()
  })

  it('undoes', () => {
    const notices = renderRegion()
    const undo = vi.fn<() => void>()
    act(() => void notices.show({ kind: 'success', text: 'Deleted', undo }))
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
    expect(undo).toHaveBeenCalledOnce()
    expect(screen.queryByText('Deleted')).not.toBeInTheDocument()
  })
})
