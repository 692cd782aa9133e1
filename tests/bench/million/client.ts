import { randomUUID } from 'node:crypto'
import { quantile } from '#tests/bench/numbers.ts'

interface Listed {
  items: unknown[]
  next?: string
}

export interface Timed {
  /** Milliseconds from the request to the whole answer. */
  took: number
  /** Milliseconds on a processor, of server and database together. */
  worked: number
  address: string
  answer: Listed
}

export type Ask = (path: string, query: Readonly<Record<string, string | readonly string[]>>) => Promise<Timed>

/** Somebody who is signed in at a server and asks for lists. */
export async function signIn(server: string, password: string, startWork: () => () => number): Promise<Ask> {
  const api = `${server}/api/v1`
  const signedIn = await fetch(`${api}/auth/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server, 'idempotency-key': randomUUID() },
    body: JSON.stringify({ username: 'admin', password }),
  })
  if (!signedIn.ok) throw new Error(`signing in answered ${signedIn.status}: ${await signedIn.text()}`)
  const cookie = signedIn.headers
    .getSetCookie()
    .map((text) => text.split(';')[0])
    .join('; ')
  return async (path, query) => {
    const entries = Object.entries(query).flatMap(([name, value]) =>
      [value].flat().map((each) => [name, each] as [string, string]),
    )
    const address = `${path}?${new URLSearchParams(entries).toString()}`
    const work = startWork()
    const started = performance.now()
    const response = await fetch(api + address, { headers: { cookie } })
    const answer = (await response.json()) as Listed
    const took = performance.now() - started
    if (!response.ok) throw new Error(`${address} answered ${response.status}: ${JSON.stringify(answer)}`)
    return { took, worked: work(), address, answer }
  }
}

export interface Times {
  p50: number
  p95: number
  /** The same of the time on a processor. */
  work50: number
  work95: number
  worst: Timed
  /** How long each took. */
  took: readonly number[]
}

export function timesOf(all: readonly Timed[]): Times {
  const took = all.map((one) => one.took)
  const worked = all.map((one) => one.worked)
  return {
    p50: quantile(took, 0.5),
    p95: quantile(took, 0.95),
    work50: quantile(worked, 0.5),
    work95: quantile(worked, 0.95),
    worst: all.reduce((a, b) => (b.worked > a.worked ? b : a)),
    took,
  }
}
