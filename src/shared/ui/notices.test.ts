import { describe, expect, it } from 'vitest'
import { createNotices } from '#/shared/ui/notices.ts'

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
