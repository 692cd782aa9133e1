import { readFileSync } from 'node:fs'
import { useColorScheme } from '@mui/material/styles'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { schemeAttribute, schemeBootScript, schemeStorageKey } from '#/shared/theme/scheme.ts'
import { ThemeRoot } from '#/shared/theme/theme-root.tsx'

const shown = () => document.documentElement.getAttribute(schemeAttribute)

function Choice() {
  const { setMode } = useColorScheme()
  return (
    <button type="button" onClick={() => setMode('dark')}>
      Dark
    </button>
  )
}

describe('the colour scheme', () => {
  afterEach(() => document.documentElement.removeAttribute(schemeAttribute))

  it('is chosen before the first paint by the very script that the page has', () => {
    expect(readFileSync('index.html', 'utf8')).toContain(`<script>${schemeBootScript}</script>`)
  })

  it.each(['light', 'dark', 'system', null])('is the same from the script and from the app for %j', (stored) => {
    if (stored !== null) localStorage.setItem(schemeStorageKey, stored)
    // oxlint-disable-next-line typescript/no-implied-eval -- the script is ours, and this is what a page does with it
    new Function(schemeBootScript)()
    const first = shown()
    document.documentElement.removeAttribute(schemeAttribute)
    render(<ThemeRoot>app</ThemeRoot>)
    expect(shown()).toBe(first)
    expect(first).toBe(stored === 'dark' ? 'dark' : 'light')
  })

  it('changes at once and is kept, without anything else', async () => {
    const user = userEvent.setup()
    render(
      <ThemeRoot>
        <Choice />
      </ThemeRoot>,
    )
    await user.click(screen.getByRole('button', { name: 'Dark' }))
    expect(shown()).toBe('dark')
    expect(Object.entries(localStorage)).toEqual([[schemeStorageKey, 'dark']])
  })
})
