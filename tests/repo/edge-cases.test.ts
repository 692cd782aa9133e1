import { readFileSync, globSync } from 'node:fs'
import { expect, it } from 'vitest'
import { edgeCases } from '#mocks/edge-cases/edge-cases.ts'

const page = readFileSync('docs/edge-cases.md', 'utf8')
const numbers = [...page.matchAll(/^\| (\d+) \|/gm)].map(([, number]) => Number(number))
const tests = globSync(['src/**/*.test.tsx', 'tests/**/*.test.tsx', 'tests/**/*.test.ts']).map((file) =>
  readFileSync(file, 'utf8'),
)

it('has a named case for every number', () => {
  const covered = new Set(edgeCases.flatMap(({ covers }) => covers))
  expect(numbers.length).toBeGreaterThan(0)
  expect(numbers.filter((number) => !covered.has(number))).toEqual([])
})

it('has a test that opens each case', () => {
  const isOpened = (name: string) => tests.some((text) => text.includes(`'${name}'`) && text.includes('renderCase('))
  expect(edgeCases.map(({ name }) => name).filter((name) => !isOpened(name))).toEqual([])
})
