/** What a handler gives back; the pipeline adds what every answer has. */
export interface Answer<Body> {
  status: 200 | 201 | 202 | 204
  body: Body
  headers: Record<string, string>
}

export const ok = <Body>(body: Body, headers: Record<string, string> = {}): Answer<Body> => ({
  status: 200,
  body,
  headers,
})

/** `location` is below `/api/v1`. */
export const created = <Body>(body: Body, location: string): Answer<Body> => ({
  status: 201,
  body,
  headers: { Location: `/api/v1${location}` },
})

export const done = (headers: Record<string, string> = {}): Answer<null> => ({ status: 204, body: null, headers })

/** A file; what it is called and how it may be used stand in its headers. */
export const file = (bytes: Uint8Array, headers: Record<string, string>): Answer<never> => ({
  status: 200,
  body: bytes as never,
  headers,
})

/** Will be done later. */
export const accepted = <Body>(body: Body): Answer<Body> => ({ status: 202, body, headers: {} })
