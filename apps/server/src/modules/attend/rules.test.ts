import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TalkState } from '@linli/contract'
import { askedLast, minutesBetween, spread, stepsFor } from './rules.ts'

const steps: [TalkState, boolean, boolean, string[]][] = [
  ['open', false, true, []], ['waiting', false, true, ['claim', 'reply']], ['attended', true, true, ['reply', 'pass', 'report', 'close']], ['attended', true, false, ['reply', 'pass', 'close']], ['attended', false, true, ['takeOver']], ['ended', true, true, []],
]
for (const [state, isMine, mayReport, wanted] of steps) test(`${state}${isMine ? ', mine' : ''}: ${wanted.join(', ') || 'nothing'}`, () => assert.deepEqual(stepsFor({ state, isMine, mayReport }), wanted))

test('minutes are whole and never less than none', () => {
  assert.equal(minutesBetween(new Date('2026-03-02T09:00:00Z'), new Date('2026-03-02T09:07:29Z')), 7)
  assert.equal(minutesBetween(new Date('2026-03-02T09:00:00Z'), new Date('2026-03-02T08:59:00Z')), 0)
})

test('the middle and the slowest tenth', () => {
  assert.deepEqual(spread([]), { median: null, p90: null })
  assert.deepEqual(spread([10, 1, 2, 3, 4, 5, 6, 7, 8, 60]), { median: 5, p90: 10 })
  assert.deepEqual(spread([3]), { median: 3, p90: 3 })
})

const turn = (by: string, text: string) => ({ by, text })
test('what was asked last: the longest of the resident’s last words since a person spoke, never the wish for one', () => {
  assert.equal(askedLast([turn('resident', '居住证怎么办'), turn('machine', '…'), turn('resident', '转人工')]), '居住证怎么办')
  assert.equal(askedLast([turn('resident', '居住证怎么办'), turn('worker', '带身份证'), turn('resident', '那孩子呢')]), '那孩子呢')
  assert.equal(askedLast([turn('resident', '小区东门的喷泉什么时候修'), turn('worker', '下周'), turn('resident', '居住证怎么办'), turn('worker', '带身份证')]), '居住证怎么办', 'answered: the last, not the longest')
  assert.equal(askedLast([turn('resident', '转人工')]), '')
})
