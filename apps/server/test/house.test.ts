import { deepEqual, ok } from 'node:assert/strict'
import { existsSync, globSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { modules, words } from '../src/app.ts'

/** What the house promises of itself and a compiler does not see. Who may know whom: .dependency-cruiser.cjs. */
const root = join(import.meta.dirname, '../../..')
const server = 'apps/server/src'
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const find = (...patterns: string[]) => globSync(patterns, { cwd: root, exclude: (path) => /node_modules|(^|\/)dist(\/|$)/.test(path) }).toSorted()
const isTest = (path: string) => /\.(test|fixture)\.tsx?$/.test(path)
const isWritten = (path: string) => !/\.(gen|data)\.ts$/.test(path)

/** Lines that say something to the machine: neither blank nor comment. */
const linesOfCode = (paths: string[]) => paths.flatMap((path) => read(path).split('\n')).filter((line) => !/^\s*($|\/\/|\/?\*)/.test(line)).length
const linesOf = (path: string) => read(path).trimEnd().split('\n').length

const sources = find('apps/*/{src,test,demo}/**/*.{ts,tsx}', 'packages/*/{src,tools}/**/*.ts', 'tools/*.{ts,mjs}', 'bench/**/*.ts', 'e2e/**/*.ts')

test('the kernel stays small enough to be read in an hour', () => {
  const lines = linesOfCode(find(`${server}/kernel/*.ts`).filter((path) => isWritten(path) && !isTest(path)))
  ok(lines > 500 && lines <= 800, `${lines} lines`)
})

test('a module is one noun', () => {
  for (const name of readdirSync(join(root, server, 'modules'))) {
    const lines = linesOfCode(find(`${server}/modules/${name}/**/*.ts`).filter((path) => isWritten(path) && !isTest(path)))
    ok(lines <= 1200, `${name}: ${lines} lines`)
  }
})

test('no file is longer than 250 lines', () => {
  ok(sources.length > 300)
  deepEqual(sources.filter((path) => isWritten(path) && linesOf(path) > 250), [])
})

test('every module tells in 60 lines what it is for', () => {
  const readmes = readdirSync(join(root, server, 'modules')).map((name) => `${server}/modules/${name}/README.md`)
  deepEqual(readmes.filter((path) => !existsSync(join(root, path))), [])
  deepEqual(readmes.filter((path) => linesOf(path) > 60), [])
})

test('the architecture is told in 200 lines', () => ok(linesOf('ARCHITECTURE.md') <= 200))

for (const { name, words: own } of modules) {
  test(`the README of ${name} lists what it records`, () => {
    const section = read(`${server}/modules/${name}/README.md`).split(/^## /m).find((part) => part.startsWith('Records')) ?? ''
    const listed = section.split('Listens')[0]!.match(/[a-z][a-z-]*(\.[a-z-]+)+/g) ?? []
    deepEqual(listed.toSorted(), Object.keys(own).toSorted())
  })
}

test('whatever is recorded has its words', () => {
  const recorded = find(`${server}/**/*.ts`).filter((path) => !isTest(path)).flatMap((path) => [...read(path).matchAll(/\brecord\(\s*(?:ctx,\s*)?'([^']+)'/g)].map(([, name]) => name!))
  ok(recorded.length > 30)
  deepEqual([...new Set(recorded)].filter((name) => !words.has(name)), [])
})

/** Where a word may stand besides, and why. */
const allowed: { what: string, pattern: RegExp, where: RegExp }[] = [
  // PostgreSQL's own process is given a few variables of ours by name.
  { what: 'only config.ts reads the environment', pattern: /process\.env/, where: /^apps\/server\/src\/(config|postgres\/initdb)\.ts$/ },
  // PostgreSQL's socket and lock are no network; http answers it and asks nobody.
  { what: 'only outside uses the network', pattern: /\bfetch\(|^import (?!type ).*'(node:(https?|http2|net|tls|dgram|dns)(\/promises)?|undici)'/m, where: /^apps\/server\/src\/(outside|postgres)\// },
  { what: 'only kernel and start know the job store', pattern: /from 'pg-boss'|pgboss\./, where: /^apps\/server\/src\/(kernel|start)\// },
]
for (const { what, pattern, where } of allowed) {
  test(what, () => deepEqual(sources.filter((path) => path.startsWith(server) && !isTest(path) && !where.test(path) && pattern.test(read(path))), []))
}

test('nothing is left for later, and nothing is commented out', () => {
  deepEqual(sources.filter((path) => /\b(TO-?DO|FIX-?ME|X{3})\b|^\s*\/\/\s*(const|let|await|import|return|if \()/m.test(read(path))), [])
})

test('lock files name no registry', () => {
  for (const path of find('package-lock.json', 'apps/*/package-lock.json')) deepEqual(read(path).match(/"resolved": "[a-z+]+:\/\/[^"]*"/g), null, path)
})
