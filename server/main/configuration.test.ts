import { describe, expect, it } from 'vitest'
import { readConfiguration } from '#server/main/configuration.ts'

describe('readConfiguration', () => {
  it('has a default for everything that needs one', () => {
    expect(readConfiguration({})).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      DATA_DIR: './data',
      TRUST_PROXY: 0,
      SESSION_IDLE_MINUTES: 30,
      SESSION_HOURS: 12,
      SIGN_IN_ATTEMPTS: 5,
      RATE_LIMIT_PER_SECOND: 20,
      RATE_LIMIT_BURST: 60,
      LOG_LEVEL: 'info',
      PERSONAL_DETAIL: 'displayName',
    })
  })

  it('takes an empty variable for an absent one', () => {
    expect(readConfiguration({ PORT: '', SEED: '' })).toMatchObject({ PORT: 3000 })
  })

  it.each([
    ['PORT', 'http'],
    ['PORT', '70000'],
    ['SEED', 'production'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['TRUST_PROXY', 'maybe'],
    ['LOG_LEVEL', 'loud'],
    ['RATE_LIMIT_BURST', '0'],
    ['EXTERNAL_ORDER_URL', 'http://commerce.example/orders/{number}'],
    ['EXTERNAL_ORDER_URL', 'https://commerce.example/orders'],
    ['PERSONAL_DETAIL', 'email'],
    ['LIVE_UPDATES', 'sometimes'],
    ['PRESENCE', 'true'],
    ['PASSWORD_RESET_WEBHOOK', 'mailto:a@b.example'],
    ['PASSWORD_RESET_WEBHOOK', 'https://me:pw@hooks.example'],
  ])('refuses %s=%s and names the setting', (name, value) => {
    expect(() => readConfiguration({ [name]: value })).toThrow(`The setting ${name} cannot be`)
  })

  it('never repeats a secret', () => {
    expect(() => readConfiguration({ ADMIN_PASSWORD: 'pw' })).toThrow('The setting ADMIN_PASSWORD cannot be its value')
    expect(() => readConfiguration({ DATABASE_URL: 'me:pw@host' })).toThrow(
      'The setting DATABASE_URL cannot be its value',
    )
    expect(() => readConfiguration({ PASSWORD_RESET_WEBHOOK: 'token' })).toThrow(
      'The setting PASSWORD_RESET_WEBHOOK cannot be its value',
    )
  })

  it('refuses a misspelt setting of its own, and leaves other variables alone', () => {
    expect(() => readConfiguration({ RATE_LIMIT: '5' })).toThrow('There is no setting RATE_LIMIT')
    expect(() => readConfiguration({ PASSWORD_RESET_HOOK: 'x' })).toThrow('There is no setting PASSWORD_RESET_HOOK')
    expect(readConfiguration({ PATH: '/bin', SESSION_MANAGER: 'local' }).PORT).toBe(3000)
  })

  it.each(['127.0.0.1', '127.1.2.3', '::1', 'localhost'])('listens on %s without a proxy', (HOST) => {
    expect(readConfiguration({ HOST }).HOST).toBe(HOST)
  })

  it.each(['0.0.0.0', '::', '192.168.1.5', 'shop.example'])(
    'refuses %s without a proxy and takes it with one',
    (HOST) => {
      expect(() => readConfiguration({ HOST })).toThrow('TRUST_PROXY=1')
      expect(readConfiguration({ HOST, TRUST_PROXY: 'true' }).TRUST_PROXY).toBe(1)
    },
  )
})
