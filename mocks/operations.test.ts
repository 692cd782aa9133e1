import { expect, it } from 'vitest'
import { endpoints, type EndpointName } from '#/contract/endpoints.ts'
import { operationOf, pathOf } from '#mocks/operations.ts'

const origin = 'http://localhost'

it.each(Object.keys(endpoints) as EndpointName[])('recognises %s by its method and path', (name) => {
  const endpoint = endpoints[name]
  const placeholders = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, key = '']) => [key, `${key} ä`] as const)
  const path = Object.fromEntries(placeholders)
  const url = `${origin}${pathOf(endpoint, path, {})}`
  expect(operationOf({ method: endpoint.method, url })).toMatchObject({ name, path })
})

it('knows no path and no method that the contract lacks', () => {
  expect(operationOf({ method: 'GET', url: `${origin}/api/v1/customers/ada/dreams` })).toBeUndefined()
  expect(operationOf({ method: 'DELETE', url: `${origin}/api/v1/customers` })).toBeUndefined()
  expect(operationOf({ method: 'GET', url: `${origin}/api/v2/customers` })).toBeUndefined()
})

it('repeats list parameters and leaves out what is not set', () => {
  expect(pathOf(endpoints.listCustomers, {}, { status: ['active', 'blocked'], sort: '-name', q: undefined })).toBe(
    '/api/v1/customers?status=active&status=blocked&sort=-name',
  )
})
