import { expect, it } from 'vitest'
import { createSseReader, type SseMessage } from '#/shared/live/sse-reader.ts'

const text = [
  ': hello',
  'retry: 3000',
  '',
  'id: 7',
  'event: customer.updated',
  'data: {"a":1,',
  'data: "b":2}',
  '',
  ': still there',
  '',
  'id: 9',
  '',
  'data',
  '',
  '',
].join('\n')

const expected: SseMessage[] = [
  { id: '7', event: 'customer.updated', data: '{"a":1,\n"b":2}' },
  { id: '9', event: 'message', data: '' },
  { id: '9', event: 'message', data: '' },
]

function read(pieces: readonly string[]): SseMessage[] {
  const messages: SseMessage[] = []
  const feed = createSseReader((message) => messages.push(message))
  for (const piece of pieces) feed(piece)
  return messages
}

it.each(['\n', '\r\n', '\r'])('reads messages in pieces of any size, whatever ends a line (%j)', (ending) => {
  const sent = text.replaceAll('\n', ending)
  expect(read([`${sent} `])).toEqual(expected)
  for (const size of [1, 2, 3, 7, 50]) {
    const pieces = sent.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? []
    expect(read([...pieces, ' '])).toEqual(expected)
  }
})
