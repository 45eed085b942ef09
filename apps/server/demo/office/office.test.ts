import assert from 'node:assert/strict'
import { test } from 'node:test'
import { complaintOf, isReplyStep, replyField } from '@linli/contract'
import { directory } from '../../src/modules/matter/directory/index.ts'
import { communityReplies, streetReplies } from './reply-words.ts'

test('the usual words of the demo are such as the office could write itself', () => {
  const codes = new Set(directory.map(({ code }) => code))
  for (const { name, text, matters, steps } of [...streetReplies, ...communityReplies]) {
    assert.equal(complaintOf(text), undefined, name)
    assert.ok(name.length <= 30 && text.length <= 300, `${name}: some fields take 300`)
    assert.deepEqual([matters.filter((code) => !codes.has(code)), steps.filter((step) => !isReplyStep(step))], [[], []], name)
  }
  assert.equal(new Set(streetReplies.map(({ name }) => name)).size, streetReplies.length)
})

test('there are words for the steps of the straight way and its commonest turns', () => {
  const said = new Set(streetReplies.flatMap(({ steps }) => steps))
  for (const step of ['accept', 'askInfo', 'dispatch', 'feedback', 'return', 'cancel', 'askExtension', 'revisit', 'check', 'close'] as const) assert.ok(said.has(step) && replyField[step], step)
})
