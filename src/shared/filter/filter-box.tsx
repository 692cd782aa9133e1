import { TextInput } from '#/shared/ui/control.ts'

interface Props {
  label: string
  /** What can be typed; the label unless told. */
  hint?: string
  filter: string
  onFilter: (filter: string) => void
}

/** Narrows what is loaded by words; Escape takes them away. */
export function FilterBox({ label, hint = label, filter, onFilter }: Props) {
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={hint}
      autoComplete="off"
      spellCheck={false}
      maxLength={200}
      value={filter}
      onChange={({ target }) => onFilter(target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || filter === '') return
        event.preventDefault()
        onFilter('')
      }}
    />
  )
}
