import { complaintOf, filledReply, replyVariable } from '@linli/contract/words/index'
import { expect, test } from 'vitest'
import { fewWords, joined, sampleFacts, toFill } from './reply-words.ts'

test.each([[[], '所有事项'], [['甲', '乙'], '甲、乙'], [['甲', '乙', '丙', '丁'], '甲、乙、丙 等 4 个']] as const)('%j is said as %s', (names, words) => {
  expect(fewWords(names, '所有事项')).toBe(words)
})

test.each([[undefined, '已清运', '已清运'], ['  ', '已清运', '已清运'], ['您好。', '已清运', '您好。\n已清运'], ['您好。\n\n', '已清运', '您好。\n已清运']])('%j then %s', (before, text, words) => {
  expect(joined(before, text)).toBe(words)
})

test.each([['已清运', 0, [3, 3]], ['由【请填写承办单位】办', 0, [1, 10]], ['【请填写地点】和【请填写社区】', 7, [8, 15]]] as const)('%s from %i is gone on with at %j', (text, from, at) => {
  expect(toFill(text, from)).toEqual(at)
})

test('the sample fills in every variable', () => {
  const all = Object.values(replyVariable).map((label) => `{${label}}`).join(' ')
  expect(complaintOf(all)).toBeUndefined()
  expect(filledReply(all, sampleFacts)).not.toMatch(/[{}【]/)
})
