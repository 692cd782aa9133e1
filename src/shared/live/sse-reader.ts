/** One message of an event stream. */
export interface SseMessage {
  /** Position after it, as far as the stream said. */
  id: string
  event: string
  data: string
}

/**
 * Reads the text of an event stream as it comes in, in pieces of any size. A message without data is given too when it
 * sets a position; a comment is not.
 */
export function createSseReader(onMessage: (message: SseMessage) => void): (text: string) => void {
  let rest = ''
  let id = ''
  let event = ''
  let data: string[] = []
  let isSet = false

  const end = () => {
    if (data.length > 0 || isSet) onMessage({ id, event: event || 'message', data: data.join('\n') })
    event = ''
    data = []
    isSet = false
  }
  const take = (line: string) => {
    if (line === '') return end()
    const [, name = '', value = ''] = /^([^:]*):? ?(.*)$/.exec(line) ?? []
    if (name === 'data') data.push(value)
    if (name === 'event') event = value
    if (name === 'id') {
      id = value
      isSet = true
    }
  }

  return (text) => {
    const lines = (rest + text).split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop() ?? ''
    for (const line of lines) take(line)
  }
}
