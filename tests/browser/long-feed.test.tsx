import { cleanup, render, screen } from '@testing-library/react'
import { useCallback, useRef, useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { FeedList } from '#/shared/feed/feed-list.tsx'
import { ThemeRoot } from '#/shared/theme/theme-root.tsx'

interface Thing {
  id: string
  name: string
}

const things = (from: number, to: number): Thing[] =>
  Array.from({ length: to - from }, (_, index) => ({ id: `t${from + index}`, name: `Thing ${from + index}` }))
const all = things(0, 50_000)
const keyOf = ({ id }: Thing) => id
const guess = () => 44

/** Things of different heights that can be expanded. */
function Entry({ name }: Thing) {
  const [isOpen, setOpen] = useState(false)
  return (
    <article aria-label={name} style={{ paddingBottom: 6 }}>
      <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {name}
      </button>
      <p style={{ margin: 0, height: (name.length % 4) * 10 }}>text</p>
      {isOpen ? <div style={{ height: 200 }}>details</div> : null}
    </article>
  )
}

const none: readonly string[] = []

function Feed({ items, kept = none }: { items: readonly Thing[]; kept?: readonly string[] }) {
  const scroller = useRef<HTMLElement>(null)
  const entry = useCallback(
    (thing: Thing) => (kept.includes(thing.id) ? <input aria-label={`Text of ${thing.name}`} /> : <Entry {...thing} />),
    [kept],
  )
  return (
    <ThemeRoot>
      <section
        ref={scroller}
        aria-label="Feed"
        style={{ overflow: 'auto', overflowAnchor: 'none', height: 600, width: 900 }}
      >
        <FeedList
          label="Things"
          items={items}
          keyOf={keyOf}
          guess={guess}
          kept={kept}
          scroller={scroller}
          initialOffset={0}
          hasMore={false}
        >
          {entry}
        </FeedList>
      </section>
    </ThemeRoot>
  )
}

const feed = () => screen.getByRole('region', { name: 'Feed' })
const scrollTo = (top: number) => feed().scrollTo({ top, behavior: 'instant' })
const topOf = (name: string) => Math.round(screen.getByRole('article', { name }).getBoundingClientRect().top)
const frame = async () => new Promise(requestAnimationFrame)
/** Until nothing is measured any more. */
const rest = async () => {
  for (let count = 0; count < 5; count += 1) await frame()
}

afterEach(cleanup)

describe('50,000 things in a real browser', () => {
  it('keep few elements while they are scrolled to their end', async () => {
    render(<Feed items={all} />)
    await vi.waitFor(() => expect(feed().scrollHeight).toBeGreaterThan(2_000_000))
    for (const offset of [5_000, 900_000, Number.MAX_SAFE_INTEGER]) {
      scrollTo(offset)
      await vi.waitFor(() => expect(document.querySelectorAll('*').length).toBeLessThan(600))
    }
    const last = await screen.findByRole('article', { name: 'Thing 49999' })
    expect(last.closest('li')).toHaveAttribute('aria-posinset', '50000')
  })

  it('stay where they are when something new comes in above, and show it when they are at the top', async () => {
    const { rerender } = render(<Feed items={things(100, 5_000)} />)
    await vi.waitFor(() => expect(feed().scrollHeight).toBeGreaterThan(200_000))
    scrollTo(30_000)
    await rest()
    const name = await vi.waitFor(() => {
      const shown = screen.getAllByRole('article').find((each) => each.getBoundingClientRect().top > 200)
      if (!shown) throw new Error('nothing is shown')
      return shown.getAttribute('aria-label') ?? ''
    })
    const before = topOf(name)
    rerender(<Feed items={things(97, 5_000)} />)
    await rest()
    expect(Math.abs(topOf(name) - before)).toBeLessThanOrEqual(2)

    scrollTo(0)
    await rest()
    rerender(<Feed items={things(96, 5_000)} />)
    await rest()
    expect(feed().scrollTop).toBe(0)
    expect(screen.getByRole('article', { name: 'Thing 96' })).toBeVisible()
  })

  it('grow when they are expanded, without moving what was pressed', async () => {
    render(<Feed items={all} />)
    scrollTo(40_000)
    await rest()
    const button = await vi.waitFor(() => {
      const shown = screen.getAllByRole('button').find((each) => each.getBoundingClientRect().top > 200)
      if (!shown) throw new Error('nothing is shown')
      return shown
    })
    const before = button.getBoundingClientRect().top
    await userEvent.click(button)
    await rest()
    expect(Math.abs(button.getBoundingClientRect().top - before)).toBeLessThanOrEqual(2)
    expect(screen.getByText('details')).toBeVisible()
  })

  it('keep a form that was scrolled out of view', async () => {
    render(<Feed items={all} kept={['t2']} />)
    const field = await screen.findByRole('textbox', { name: 'Text of Thing 2' })
    await userEvent.type(field, 'half a')
    scrollTo(800_000)
    await vi.waitFor(() => expect(screen.queryByRole('article', { name: 'Thing 0' })).not.toBeInTheDocument())
    expect(field).toBeInTheDocument()
    scrollTo(0)
    await vi.waitFor(() => expect(screen.getByRole('article', { name: 'Thing 0' })).toBeVisible())
    expect(screen.getByRole('textbox', { name: 'Text of Thing 2' })).toBe(field)
    expect(field).toHaveValue('half a')
  })
})
