import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defaultPreferences } from '#/contract/me.ts'
import type { Me, Preferences } from '#/contract/me.ts'
import { permissionsOf } from '#/contract/permissions.ts'
import type { Scope } from '#/contract/service.ts'
import { aScope, aStaffMember } from '#tests/builders.ts'
import { refusal } from '#tests/contract/client.ts'
import { testPassword } from '#tests/contract/target.ts'
import type { Target } from '#tests/contract/target.ts'
import { targets } from '#tests/contract/targets.ts'

describe.each(targets)('sessions and service on $name', ({ open }) => {
  let target: Target
  beforeAll(async () => {
    target = await open()
    await target.insert({ scopes: [aScope({ id: 'east', name: 'East' }), aScope({ id: 'west', name: 'West' })] })
  })
  afterAll(async () => target.close())

  it('signs in whatever the case of the name, and says what the person may do', async () => {
    const { status, headers, body } = await target.anonymous.post<Me>('/auth/session', {
      username: 'FINANCE',
      password: testPassword,
    })
    expect([status, headers.get('set-cookie')]).toEqual([200, 'session=1'])
    expect(body).toMatchObject({
      username: 'finance',
      roles: ['finance'],
      permissions: permissionsOf(['finance']),
      authMethod: 'password',
      sessionExpiresAt: '2026-11-22T12:30:00.000Z',
    })
    expect(JSON.stringify(body)).not.toContain('passwordHash')
  })

  it('answers a wrong password, an unknown name and a closed account alike', async () => {
    const closed = aStaffMember({
      username: 'closed',
      passwordHash: testPassword,
      disabledAt: '2026-01-01T00:00:00.000Z',
    })
    await target.insert({ staff: [closed] })
    const answers = await Promise.all(
      [
        { username: 'finance', password: 'wrong' },
        { username: 'nobody', password: testPassword },
        { username: 'closed', password: testPassword },
      ].map(async (body) =>
        target.anonymous.post('/auth/session', body, { headers: { 'X-Request-Id': 'same-request' } }),
      ),
    )
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1)
    expect(answers.map(refusal)[0]).toEqual({ status: 401, type: 'unauthenticated' })
    expect(refusal(await target.as(closed).get('/me')).type).toBe('unauthenticated')
  })

  it('signs out', async () => {
    const { status, headers } = await target.as('finance').remove('/auth/session')
    expect([status, headers.get('set-cookie')]).toEqual([204, 'session='])
  })

  it('keeps preferences under the version of the person', async () => {
    const client = target.as('salesAgent')
    const { body: before } = await client.get<Me>('/me')
    const { body } = await client.patch<Me>(
      '/me/preferences',
      { theme: 'dark', locale: 'fr-CA' },
      { ifMatch: before.etag },
    )
    expect(body.preferences).toEqual({ ...before.preferences, theme: 'dark', locale: 'fr-CA' })
    expect((await client.get<Me>('/me')).body).toEqual(body)
    expect((await client.patch('/me/preferences', { theme: 'light' }, { ifMatch: before.etag })).status).toBe(412)
    expect(refusal(await client.patch('/me/preferences', { theme: null }, { ifMatch: '*' })).errors).toEqual([
      '/theme: not-allowed',
    ])
  })

  it('gives preferences that came up after the person’s were stored their defaults', async () => {
    const { theme, density, locale, singleKeyShortcuts } = defaultPreferences
    const member = aStaffMember({ username: 'early' })
    await target.insert({
      staff: [{ ...member, preferences: { theme, density, locale, singleKeyShortcuts } as Preferences }],
    })
    const client = target.as(member)
    const { body: before } = await client.get<Me>('/me')
    expect(before.preferences).toEqual(defaultPreferences)
    const { body } = await client.patch<Me>('/me/preferences', { includeCaseNotes: true }, { ifMatch: before.etag })
    expect(body.preferences).toEqual({ ...defaultPreferences, includeCaseNotes: true })
  })

  it('shows the scopes of the person', async () => {
    const client = target.as(aStaffMember({ username: 'west', scopeIds: ['west'] }))
    const { body } = await client.get<{ items: Scope[] }>('/scopes')
    expect(body.items.map(({ name }) => name)).toEqual(['West'])
    expect((await target.as('finance').get<{ items: Scope[] }>('/scopes')).body.items).toHaveLength(2)
  })

  it.each([
    '/config',
    '/config/public',
    '/openapi.json',
    '/scopes',
    '/metadata/lookups',
    '/metadata/customer-attributes',
  ])('lets browsers keep %s and ask whether it is current', async (path) => {
    const client = target.as('finance')
    const { headers } = await client.get(path)
    expect(headers.get('cache-control')).toBe('private, no-cache')
    const again = await client.get(path, { 'If-None-Match': headers.get('etag') ?? '' })
    expect([again.status, again.headers.get('cache-control')]).toEqual([304, 'private, no-cache'])
  })

  it('tells probes whether it lives and is ready', async () => {
    expect((await target.anonymous.get('/health/live')).body).toEqual({ status: 'ok' })
    expect((await target.anonymous.get('/health/ready')).body).toEqual({ status: 'ok' })
  })
})
