import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'

/** The package also runs in a browser and in a mini-program with an old engine; nothing there may be missing. */
const forbidden: [RegExp, string][] = [
  [/from '(?!\.\.?\/)/, 'imports only files of this package'],
  [/\bimport\(|\brequire\(/, 'loads nothing while running'],
  [/\bprocess\b|\bBuffer\b|\bglobalThis\b|\bwindow\b|\bwx\b/, 'knows no platform'],
  [/\(\?<[=!]/, 'no lookbehind in regular expressions'],
  [/\(\?<[a-zA-Z]|\\p\{/, 'no named groups and no Unicode classes in regular expressions'],
  [/\.(?:at|toSorted|toReversed|toSpliced|with|findLast|findLastIndex|replaceAll|flat|flatMap|normalize)\(/, 'no young methods'],
  [/Object\.(?:hasOwn|fromEntries|groupBy)|structuredClone/, 'no young functions'],
  [/\bIntl\b|toLocale|localeCompare|getTimezoneOffset|\.get(?:Hours|Day|Date|Month|FullYear)\(/, "asks neither the machine's language nor its time zone"],
  [/\beval\(|new Function/, 'runs no code from text'],
  [/\bDate\.now\(|new Date\(\)|Math\.random/, 'takes time and chance as arguments'],
]

const root = new URL('./', import.meta.url)
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !/\.(?:test|d)\.ts$/.test(name))

test('there are sources to look at', () => assert.ok(files.length > 15))

for (const [pattern, rule] of forbidden) {
  test(rule, () => {
    for (const file of files) assert.doesNotMatch(readFileSync(new URL(file, root), 'utf8'), pattern, file)
  })
}
