import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { endpoints } from '#/contract/endpoints.ts'
import { routes } from '#server/api/create-api.ts'
import { describeApi } from '#server/api/openapi.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

it('is committed as it is generated: else run `npm run description`', async () => {
  const committed = JSON.parse(await readFile(`${root}docs/api/openapi.json`, 'utf8')) as unknown
  expect(committed).toEqual(JSON.parse(JSON.stringify(describeApi())))
})

it('describes every route of the API and nothing else', () => {
  const { paths } = describeApi() as { paths: Record<string, object> }
  const described = Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  )
  const routed = routes.map(({ endpoint: { method, path } }) => `${method} ${path}`)
  expect(routed.toSorted()).toEqual(described.toSorted())
  expect(routed).toHaveLength(Object.keys(endpoints).length)
})

it('lints clean', { timeout: 60_000 }, async () => {
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }
  const { stderr } = await promisify(execFile)(
    process.execPath,
    [
      `${root}node_modules/@redocly/cli/bin/cli.js`,
      'lint',
      `${root}docs/api/openapi.json`,
      '--config',
      `${root}docs/api/redocly.yaml`,
    ],
    { env },
  )
  expect(stderr).toContain('Your API description is valid')
})
