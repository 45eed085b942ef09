import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { csvOf, fileNameOf, wallClock } from './rules.ts'

const cells: [string, string, string][] = [
  ['plain words', '已派遣', '已派遣'],
  ['a comma', '环卫所,城管', '"环卫所,城管"'],
  ['a quotation mark', '说"好"', '"说""好"""'],
  ['a new line', '一\n二', '"一\n二"'],
  ['a formula', '=cmd|"/c calc"!A0', '"\'=cmd|""/c calc""!A0"'],
  ['a plus', '+1', "'+1"],
  ['a minus', '-1', "'-1"],
  ['an at sign', '@SUM(A1)', "'@SUM(A1)"],
  ['a formula after spaces', '  =1+1', "'  =1+1"],
  ['a formula after a tab', '\t=1+1', "'\t=1+1"],
  ['a full-width formula', '＝1+1', "'＝1+1"],
  ['an equals sign inside', '1=1', '1=1'],
  ['nothing', '', ''],
]
for (const [what, value, written] of cells) {
  test(`a cell with ${what}`, () => equal(csvOf([[value]]), `\uFEFF${written}\r\n`))
}

test('moments are written as the clock on the wall shows them', () => {
  equal(wallClock(new Date('2026-01-31T16:05:06Z')), '2026-02-01 00:05:06')
  equal(fileNameOf(new Date('2026-01-31T16:05:06Z')), '审计记录-2026-02-01-000506.csv')
})
