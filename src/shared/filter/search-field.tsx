import { styled } from '@mui/material/styles'
import type { KeyboardEvent, Ref } from 'react'
import { color } from '#/shared/theme/color.ts'
import { Icon } from '#/shared/ui/icon.tsx'

const Frame = styled('div')({
  position: 'relative',
  flex: '1 1 260px',
  maxWidth: 480,
  '& > svg': {
    position: 'absolute',
    left: 8,
    top: '50%',
    translate: '0 -50%',
    color: color.secondary,
    pointerEvents: 'none',
  },
  '& > input': {
    width: '100%',
    height: 32,
    padding: '0 8px 0 32px',
    borderRadius: 6,
    border: `1px solid ${color.controlBorder}`,
    background: color.surface,
    color: color.text,
    '&::placeholder': { color: color.secondary, opacity: 1 },
    '@media (pointer: coarse)': { height: 36 },
  },
})

interface Props {
  label: string
  placeholder?: string
  value: string
  onChange: (value: string) => void
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
  /** Id of the text that says what is wrong with the search. */
  problemId?: string | undefined
  ref?: Ref<HTMLInputElement> | undefined
}

/** One line to search with. Escape empties it. */
export function SearchField({ label, placeholder, value, onChange, onKeyDown, problemId, ref }: Props) {
  return (
    <Frame>
      <Icon name="search" />
      <input
        ref={ref}
        type="search"
        aria-label={label}
        aria-keyshortcuts="/ Control+K"
        aria-invalid={problemId !== undefined || undefined}
        aria-describedby={problemId}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && value !== '') {
            event.preventDefault()
            onChange('')
          }
          onKeyDown?.(event)
        }}
      />
    </Frame>
  )
}
