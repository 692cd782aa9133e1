import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const page = readFileSync('docs/features.md', 'utf8')
const rows = [...page.matchAll(/^\| (ORC-\d+) \|.*\| (.*) \|$/gm)].map(([, number = '', proof = '']) => ({
  number,
  proof,
}))

/** Tests that a row names; `…` stands for the file named before it. */
function testsOf(proof: string): { file: string; title: string }[] {
  let last = ''
  return [...proof.matchAll(/`([^`]+) › ([^`]+)`/g)].map(([, file = '', title = '']) => {
    if (file !== '…') last = file
    return { file: last, title }
  })
}

it('lists every feature once', () => {
  const all = Array.from({ length: 88 }, (_, index) => `ORC-${String(index + 1).padStart(2, '0')}`)
  expect(rows.map(({ number }) => number)).toEqual(all)
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
