import { cleanup, render, screen } from '@testing-library/react'
import { useRef } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { CardGrid } from '#/customers/addresses/card-grid.tsx'
import type { Placed } from '#/customers/addresses/card-rows.ts'
import { ThemeRoot } from '#/shared/theme/theme-root.tsx'

interface Site extends Placed {
  name: string
}

const sites = (formAt?: number): Site[] =>
  Array.from({ length: 1_000 }, (_, index) => ({
    key: `s${index}`,
    name: `Site ${index}`,
    isWide: index === formAt,
  }))

function Book({ placed, width = 900 }: { placed: readonly Site[]; width?: number }) {
  const scroller = useRef<HTMLElement>(null)
  return (
    <ThemeRoot>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached */}
      <section ref={scroller} aria-label="Book" tabIndex={0} style={{ overflow: 'auto', height: 600, width }}>
        <CardGrid placed={placed} scroller={scroller} initialOffset={0}>
          {({ name, isWide }) =>
            isWide ? (
              <input aria-label={`Name of ${name}`} style={{ height: 400 }} />
            ) : (
              <div style={{ height: 80 + (name.length % 3) * 20 }}>
                <h3>{name}</h3>
                <button type="button">{`Edit ${name}`}</button>
              </div>
            )
          }
        </CardGrid>
      </section>
    </ThemeRoot>
  )
}

const book = () => screen.getByRole('region', { name: 'Book' })
const scrollTo = (top: number) => book().scrollTo({ top, behavior: 'instant' })

afterEach(cleanup)

describe('a thousand cards in a real browser', () => {
  it('keeps few elements while it scrolls to its end', async () => {
    render(<Book placed={sites()} />)
    await vi.waitFor(() => expect(book().scrollHeight).toBeGreaterThan(30_000))
    for (const offset of [5_000, 20_000, Number.MAX_SAFE_INTEGER]) {
      scrollTo(offset)
      await vi.waitFor(() => expect(document.querySelectorAll('*').length).toBeLessThan(500))
    }
    expect(await screen.findByRole('heading', { name: 'Site 999' })).toBeVisible()
    expect(screen.getByRole('heading', { name: 'Site 999' }).closest('li')).toHaveAttribute('aria-posinset', '1000')
  })

  it('stands in rows without gaps, whatever is drawn', async () => {
    render(<Book placed={sites(301)} />)
    await vi.waitFor(() => expect(book().scrollHeight).toBeGreaterThan(30_000))
    scrollTo(12_000)
    const first = await vi.waitFor(() => {
      const shown = screen.getAllByRole('listitem').filter((item) => item.getBoundingClientRect().top >= 0)
      expect(shown.length).toBeGreaterThan(6)
      return shown
    })
    const tops = [...new Set(first.map((item) => Math.round(item.getBoundingClientRect().top)))].toSorted(
      (a, b) => a - b,
    )
    for (const [index, top] of tops.slice(1, 5).entries()) expect(top - (tops[index] ?? 0)).toBeLessThan(220)
  })

  it('keeps what is typed in a form that was scrolled out of view, and when the width changes', async () => {
    const placed = sites(4)
    const { rerender } = render(<Book placed={placed} />)
    const field = await screen.findByRole('textbox', { name: 'Name of Site 4' })
    await userEvent.type(field, 'half a name')
    scrollTo(25_000)
    await vi.waitFor(() => expect(screen.queryByRole('heading', { name: 'Site 0' })).not.toBeInTheDocument())
    expect(field).toBeInTheDocument()
    rerender(<Book placed={placed.slice(2)} width={600} />)
    scrollTo(0)
    await vi.waitFor(() => expect(field).toBeVisible())
    expect(screen.getByRole('textbox', { name: 'Name of Site 4' })).toBe(field)
    expect(field).toHaveValue('half a name')
  })

  it('lets the keyboard go from card to card', async () => {
    render(<Book placed={sites()} />)
    const button = await screen.findByRole('button', { name: 'Edit Site 0' })
    button.focus()
    for (let step = 0; step < 40; step += 1) {
      await userEvent.tab()
      await new Promise(requestAnimationFrame)
    }
    expect(screen.getByRole('button', { name: 'Edit Site 40' })).toHaveFocus()
  })
})
