import { useEffect, useState } from 'react'
import { m } from '#/shared/i18n/generated/messages.js'
import { IconButton } from '#/shared/ui/icon-button.tsx'
import { VisuallyHidden } from '#/shared/ui/visually-hidden.tsx'

interface Props {
  /** What goes to the clipboard, or what makes it when it is asked for. */
  text: string | (() => Promise<string>)
  /** Name of the thing, for "Copy {what}". */
  what: string
}

/** Copies a value; the mark turns into a tick for two seconds and is said aloud. */
export function CopyButton({ text, what }: Props) {
  const [result, setResult] = useState<'copied' | 'failed'>()

  useEffect(() => {
    if (!result) return undefined
    const timer = setTimeout(() => setResult(undefined), 2000)
    return () => clearTimeout(timer)
  }, [result])

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(typeof text === 'string' ? text : await text())
      setResult('copied')
    } catch {
      setResult('failed')
    }
  }

  return (
    <>
      <IconButton
        label={m.common_copy({ what })}
        icon={result === 'copied' ? 'check' : result === 'failed' ? 'alert' : 'copy'}
        size="small"
        onClick={() => void copy()}
      />
      <VisuallyHidden as="output">
        {result === 'copied' ? m.common_copied() : result === 'failed' ? m.common_copy_failed() : ''}
      </VisuallyHidden>
    </>
  )
}
