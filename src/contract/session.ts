import * as z from 'zod/mini'
import { endpoint } from '#/contract/endpoint.ts'
import { meSchema } from '#/contract/me.ts'

/** Sign in; the server answers with a cookie, never with a token. */
export const createSession = endpoint({
  name: 'createSession',
  method: 'POST',
  path: '/auth/session',
  summary: 'Sign in with username and password',
  tag: 'Session',
  access: 'public',
  body: z.strictObject({
    username: z.string().check(z.minLength(1), z.maxLength(200)),
    password: z.string().check(z.minLength(1), z.maxLength(1000)),
  }),
  responses: { 200: meSchema },
})

export const deleteSession = endpoint({
  name: 'deleteSession',
  method: 'DELETE',
  path: '/auth/session',
  summary: 'Sign out',
  tag: 'Session',
  access: 'public',
  responses: { 204: null },
})
