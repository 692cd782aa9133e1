import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const page = readFileSync('docs/features.md', 'utf8')
const rows = [...page.matchAll(/^\| ((?:ORC|SIN|EMR|INV|PLE)-\d+) \|.*\| (.*) \|$/gm)].map(
  ([, number = '', proof = '']) => ({
    number,
    proof,
  }),
)

/** Tests that a row names; `…` stands for the file named before it. */
function testsOf(proof: string): { file: string; title: string }[] {
  let last = ''
  return [...proof.matchAll(/`([^`]+) › ([^`]+)`/g)].map(([, file = '', title = '']) => {
    if (file !== '…') last = file
    return { file: last, title }
  })
}

it('lists every feature once', () => {
  const numbers = rows.map(({ number }) => number)
  const catalogue = { ORC: 88, SIN: 32, EMR: 36, INV: 17, PLE: 24 }
  // Numbers that were never given.
  const gaps = new Set(['INV-14', 'INV-15', 'INV-16'])
  for (const [product, count] of Object.entries(catalogue)) {
    const all = Array.from({ length: count }, (_, index) => `${product}-${String(index + 1).padStart(2, '0')}`)
    const listed = numbers.filter((number) => number.startsWith(product)).toSorted()
    expect(listed).toEqual(all.filter((number) => !gaps.has(number)))
  }
  expect(numbers.length).toBe(new Set(numbers).size)
})

it('has a test or a reason for every feature', () => {
  const without = rows.filter(({ proof }) => testsOf(proof).length === 0 && !/^(left out|comes|by id)/.test(proof))
  expect(without.map(({ number }) => number)).toEqual([])
})

it('names tests that exist', () => {
  const missing = rows
    .flatMap(({ proof }) => testsOf(proof))
    .filter(({ file, title }) => !existsSync(file) || !readFileSync(file, 'utf8').includes(title))
  expect(missing).toEqual([])
})
