/** One message of an event stream; `event` is `message` and `id` the last one seen where the stream names none. */
export interface StreamMessage {
  event: string
  id: string
  data: string
}

export interface EventReader {
  /** The next message, without those that only move the position on; `undefined` at the end of the stream. */
  next(): Promise<StreamMessage | undefined>
  /** Everything that was sent, as it was written. */
  text(): string
  /** The position so far. */
  lastId(): string
  close(): Promise<void>
}

/** Reads an event stream as a browser would. */
export function readEvents(body: ReadableStream<Uint8Array>): EventReader {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader()
  let text = ''
  let rest = ''
  let lastId = ''
  const waiting: StreamMessage[] = []

  const take = (block: string) => {
    const fields = new Map(block.split('\n').map((line) => /^(\w*): ?(.*)$/.exec(line)?.slice(1) as [string, string]))
    lastId = fields.get('id') ?? lastId
    const data = fields.get('data')
    if (data !== undefined) waiting.push({ event: fields.get('event') ?? 'message', id: lastId, data })
  }
  return {
    next: async () => {
      for (;;) {
        const message = waiting.shift()
        if (message) return message
        const { done, value } = await reader.read()
        if (done) return undefined
        text += value
        const blocks = (rest + value).split('\n\n')
        rest = blocks.pop() ?? ''
        for (const block of blocks) take(block)
      }
    },
    text: () => text,
    lastId: () => lastId,
    // One that broke off is closed already.
    close: async () => reader.cancel().catch(() => undefined),
  }
}
