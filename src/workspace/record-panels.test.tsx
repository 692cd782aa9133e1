import { createMemoryHistory } from '@tanstack/react-router'
import { act, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useEffect, useState } from 'react'
import { expect, it } from 'vitest'
import type { RecordKind } from '#/workspace/record-kind.ts'
import { tabId } from '#/workspace/record-ids.ts'
import { RecordPanels } from '#/workspace/record-panels.tsx'
import { useRememberedScroll } from '#/workspace/use-remembered-scroll.ts'
import { Workspace } from '#/workspace/workspace.ts'
import { WorkspaceProvider } from '#/workspace/workspace-context.ts'
import { expectConsole } from '#tests/console-guard.ts'

/** Records of a test: one input each, and a note of what runs. */
function renderPanels(at: string) {
  const running = new Set<string>()
  const rendered: string[] = []
  const broken = new Set<string>()

  function Record({ id, section }: { id: string; section: string }) {
    const [text, setText] = useState('')
    rendered.push(id)
    useEffect(() => {
      running.add(id)
      return () => void running.delete(id)
    }, [id])
    if (broken.has(id)) throw new Error(`${id} is broken`)
    return (
      <>
        <h1>{`${id} ${section}`}</h1>
        <input aria-label="Note" value={text} onChange={({ target }) => setText(target.value)} />
      </>
    )
  }
  const kind: RecordKind = { useTitles: () => new Map(), Record }

  const workspace = new Workspace(createMemoryHistory({ initialEntries: [at] }))
  const names = workspace.store.getState().records.map(({ id }) => id)
  render(
    <WorkspaceProvider value={workspace}>
      {names.map((id) => (
        <span key={id} id={tabId(id)}>
          {id}
        </span>
      ))}
      <RecordPanels kind={kind} />
    </WorkspaceProvider>,
  )
  return { workspace, running, rendered, broken, user: userEvent.setup() }
}

const panel = (name: string) => screen.getByRole('tabpanel', { name })

it('keeps what was typed in a record while another is shown', async () => {
  const { workspace, user } = renderPanels('/customers/a/account?open=a_b')
  await user.type(within(panel('a')).getByLabelText('Note'), 'half typed')
  act(() => workspace.show('b'))
  expect(within(panel('b')).getByLabelText('Note')).toHaveValue('')
  act(() => workspace.show('a'))
  expect(within(panel('a')).getByLabelText('Note')).toHaveValue('half typed')
})

it('runs nothing of a hidden record, and mounts none that was not looked at', () => {
  const { workspace, running, rendered } = renderPanels('/customers/a/account?open=a_b_c')
  act(() => workspace.show('b'))
  expect([...running]).toEqual(['b'])
  expect(rendered).not.toContain('c')
})

it('renders only the records that a switch is about', () => {
  const { workspace, rendered } = renderPanels('/customers/a/account?open=a_b_c')
  for (const id of ['b', 'c', 'a']) act(() => workspace.show(id))
  rendered.length = 0
  act(() => workspace.show('b'))
  expect(rendered).not.toContain('c')
  rendered.length = 0
  act(() => void workspace.openInBackground('d'))
  act(() => workspace.move('a', 2))
  expect(rendered).toEqual([])
})

it('shows the section that the record is on', () => {
  const { workspace } = renderPanels('/customers/a/orders')
  expect(screen.getByRole('heading', { name: 'a orders' })).toBeVisible()
  act(() => workspace.show('a', 'carts'))
  expect(screen.getByRole('heading', { name: 'a carts' })).toBeVisible()
})

it('unmounts the ninth', async () => {
  const ids = Array.from({ length: 10 }, (_, index) => `r${index}`)
  const { workspace, user } = renderPanels(`/customers/r0/account?open=${ids.join('_')}`)
  await user.type(within(panel('r0')).getByLabelText('Note'), 'gone')
  act(() => workspace.show('r1'))
  await user.type(within(panel('r1')).getByLabelText('Note'), 'kept')
  for (const id of ids.slice(2, 9)) act(() => workspace.show(id))
  act(() => workspace.show('r1'))
  expect(within(panel('r1')).getByLabelText('Note')).toHaveValue('kept')
  act(() => workspace.show('r0'))
  expect(within(panel('r0')).getByLabelText('Note')).toHaveValue('')
})

it('shows that one record broke, and the others go on', async () => {
  const { workspace, broken, user } = renderPanels('/customers/a/account?open=a_b')
  broken.add('b')
  expectConsole('error', /b is broken/)
  act(() => workspace.show('b'))
  expect(within(panel('b')).getByRole('alert')).toHaveTextContent('This record could not be shown')
  act(() => workspace.show('a'))
  expect(within(panel('a')).getByLabelText('Note')).toBeVisible()
  act(() => workspace.show('b'))
  broken.clear()
  await user.click(within(panel('b')).getByRole('button', { name: 'Try again' }))
  expect(within(panel('b')).getByLabelText('Note')).toBeVisible()
})

/** A box of 100 px whose content has the height that the test gives; jsdom would let it scroll anywhere. */
function renderScroller(workspace: Workspace) {
  let height = 100
  let top = 0
  const clamp = (wanted: number) => Math.max(0, Math.min(wanted, height - 100))
  function Scroller() {
    const remember = useRememberedScroll('a', 'account/scroll')
    return (
      <div
        ref={(element) => {
          if (!element) return undefined
          Object.defineProperty(element, 'scrollTop', {
            configurable: true,
            get: () => clamp(top),
            set: (wanted: number) => {
              top = clamp(wanted)
              element.dispatchEvent(new Event('scroll'))
            },
          })
          return remember(element)
        }}
      >
        <p />
      </div>
    )
  }
  const { container, unmount } = render(
    <WorkspaceProvider value={workspace}>
      <Scroller />
    </WorkspaceProvider>,
  )
  const element = container.firstElementChild as HTMLElement
  const grow = async (to: number) => {
    height = to
    await act(async () => element.append(document.createElement('p')))
  }
  return { element, grow, unmount }
}

it('scrolls back once the content is there, and remembers nothing until then', async () => {
  const workspace = new Workspace(createMemoryHistory({ initialEntries: ['/customers/a/account'] }))
  workspace.remember('a', 'account/scroll', [400, 0])
  const { element, grow, unmount } = renderScroller(workspace)
  expect(element.scrollTop).toBe(0)
  expect(workspace.recall('a', 'account/scroll')).toEqual([400, 0])
  await grow(300)
  expect(element.scrollTop).toBe(200)
  expect(workspace.recall('a', 'account/scroll')).toEqual([400, 0])
  await grow(900)
  expect(element.scrollTop).toBe(400)
  element.scrollTop = 500
  expect(workspace.recall('a', 'account/scroll')).toEqual([500, 0])
  unmount()
})

it('leaves the scrolling to a person who has begun to', async () => {
  const workspace = new Workspace(createMemoryHistory({ initialEntries: ['/customers/a/account'] }))
  workspace.remember('a', 'account/scroll', [400, 0])
  const { element, grow } = renderScroller(workspace)
  await grow(300)
  element.dispatchEvent(new Event('wheel'))
  element.scrollTop = 50
  await grow(900)
  expect(element.scrollTop).toBe(50)
  expect(workspace.recall('a', 'account/scroll')).toEqual([50, 0])
})
