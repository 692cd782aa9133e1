import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createNotices, noticeDuration, undoDuration } from '#/shared/ui/notices.ts'

describe('notices', () => {
  it('shows the newest, and an error comes back after it', () => {
    const notices = createNotices()
    notices.show({ kind: 'error', text: 'Failed' })
    const saved = notices.show({ kind: 'success', text: 'Saved' })
    expect(notices.current()?.text).toBe('Saved')
    notices.dismiss(saved)
    expect(notices.current()?.text).toBe('Failed')
  })

  it('forgets a plain notice when the next one comes', () => {
    const notices = createNotices()
    notices.show({ kind: 'success', text: 'One' })
    const two = notices.show({ kind: 'success', text: 'Two' })
    notices.dismiss(two)
    expect(notices.current()).toBeUndefined()
  })

  it('does not pile up the same error', () => {
    const notices = createNotices()
    notices.show({ kind: 'error', text: 'Failed' })
    notices.dismiss(notices.show({ kind: 'error', text: 'Failed' }))
    expect(notices.current()).toBeUndefined()
  })

  it('runs the action once and lets the notice go', () => {
    const notices = createNotices()
    let runs = 0
    notices.show({ kind: 'success', text: 'Deleted', action: { label: 'Undo', run: () => (runs += 1) } })
    expect(notices.runAction()).toBe(true)
    expect(notices.runAction()).toBe(false)
    expect(runs).toBe(1)
    expect(notices.current()).toBeUndefined()
  })

  it('puts a notice in the place of the one before on the same topic', () => {
    const notices = createNotices()
    const undo = vi.fn<() => void>()
    notices.show({ kind: 'info', text: 'One closed', topic: 'close', undo })
    const two = notices.show({ kind: 'info', text: 'Two closed', topic: 'close', undo: () => undefined })
    notices.dismiss(two)
    expect(notices.current()).toBeUndefined()
    expect(notices.undo()).toBe(true)
    expect(undo).toHaveBeenCalledOnce()
  })

  it('tells its listeners, until they leave', () => {
    const notices = createNotices()
    let calls = 0
    const leave = notices.subscribe(() => (calls += 1))
    notices.show({ kind: 'info', text: 'A' })
    leave()
    notices.show({ kind: 'info', text: 'B' })
    expect(calls).toBe(1)
  })
})

describe('undo', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  /** Notices with this to undo, each said by its name. */
  function undoable(...names: string[]) {
    const notices = createNotices()
    const undone: string[] = []
    const ids = names.map((name) => notices.show({ kind: 'success', text: name, undo: () => void undone.push(name) }))
    return { notices, undone, ids }
  }

  it('takes back the last thing, then the one before', () => {
    const { notices, undone } = undoable('one', 'two')
    expect([notices.undo(), notices.undo(), notices.undo()]).toEqual([true, true, false])
    expect(undone).toEqual(['two', 'one'])
    expect(notices.current()).toBeUndefined()
  })

  it('takes back what a notice tells of', () => {
    const { notices, undone, ids } = undoable('one', 'two')
    notices.undo(ids[0])
    expect(undone).toEqual(['one'])
  })

  it('stays at hand when the notice goes by its time, and is given up with a notice that is dismissed', () => {
    const { notices, undone, ids } = undoable('one', 'two')
    const [one = 0, two = 0] = ids
    expect(notices.hiddenUndo()).toBeUndefined()
    notices.expire(two)
    notices.expire(one)
    expect(notices.current()).toBeUndefined()
    expect(notices.hiddenUndo()?.text).toBe('two')
    notices.dismiss(two)
    expect(notices.hiddenUndo()?.text).toBe('one')
    notices.undo()
    expect(undone).toEqual(['one'])
  })

  it('is over after some minutes', () => {
    const { notices, ids } = undoable('one')
    notices.expire(ids[0] ?? 0)
    vi.advanceTimersByTime(undoDuration)
    expect(notices.hiddenUndo()).toBeUndefined()
    expect(notices.undo()).toBe(false)
  })

  it('brings back no notice whose time went by while another covered it', () => {
    const { notices, ids } = undoable('one', 'two')
    vi.advanceTimersByTime(noticeDuration)
    notices.expire(ids[1] ?? 0)
    expect(notices.current()).toBeUndefined()
    expect(notices.hiddenUndo()?.text).toBe('two')
  })
})
