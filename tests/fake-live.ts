import { act, waitFor } from '@testing-library/react'
import type { ChangeEvent } from '#/contract/changes.ts'
import type { ConnectLive } from '#/app/live-updates.ts'
import type { LiveListener } from '#/shared/live/connect-windows.ts'
import { demoStaff } from '#mocks/seed/demo-staff.ts'

let lastSeq = 0

/** An event of the log: `customer.updated` and so on, done by a colleague unless told. */
export function aChange(type: string, id: string, over: Partial<ChangeEvent> = {}): ChangeEvent {
  lastSeq += 1
  return {
    seq: lastSeq,
    type,
    resource: { type: type.split('.')[0] ?? '', id },
    customerId: type.startsWith('customer.') ? id : null,
    etag: null,
    at: new Date().toISOString(),
    actor: { type: 'staff', id: demoStaff.service.id },
    activityId: null,
    ...over,
  }
}

/** A connection to the log of changes that says what the test wants said. */
export function fakeLive() {
  let listener: LiveListener | undefined
  let reconnects = 0
  const connect: ConnectLive = (given) => {
    listener = given
    return {
      position: () => undefined,
      reconnect: () => {
        reconnects += 1
      },
      stop: () => {
        listener = undefined
      },
    }
  }
  const say = async (speak: (to: LiveListener) => void) => {
    const to = await waitFor(() => {
      if (!listener) throw new Error('The window is not connected')
      return listener
    })
    act(() => speak(to))
  }
  return {
    connect,
    say,
    /** Tells the window of changes. */
    tell: async (...events: ChangeEvent[]) => say((to) => to.onEvents(events, false)),
    reconnects: () => reconnects,
  }
}

export type FakeLive = ReturnType<typeof fakeLive>
