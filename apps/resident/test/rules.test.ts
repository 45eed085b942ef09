import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keyFor, newKey } from '../src/kernel/key.ts'
import { latestWords, momentWords } from '../src/kernel/time.ts'
import { moved, viewOf, zoomed } from '../src/pages/map/ground.ts'
import { helpFor } from '@linli/contract/words/emergency.ts'

const now = Date.parse('2026-03-02T08:30:00+08:00')

for (const [iso, words] of [
  ['2026-03-01T16:15:00.000Z', '今天 00:15'],
  ['2026-03-01T15:59:00.000Z', '昨天 23:59'],
  ['2026-03-03T09:00:00+08:00', '明天 09:00'],
  ['2026-01-09T08:05:00+08:00', '1 月 9 日 08:05'],
  ['2025-12-31T23:30:00+08:00', '2025 年 12 月 31 日 23:30'],
] as const) {
  test(`${iso} is ${words} in Beijing, wherever the phone is`, () => assert.equal(momentWords(iso, now), words))
}

test('a deadline is said with a space only before digits', () => {
  assert.equal(latestWords('2026-03-02T10:00:00+08:00', now), '最晚今天 10:00')
  assert.equal(latestWords('2026-03-06T10:00:00+08:00', now), '最晚 3 月 6 日 10:00')
})

for (const [text, numbers] of [
  ['三楼着火了，有人被困', ['119']],
  ['楼下有人打架流血了', ['110', '120']],
  ['闻到煤气味', ['119']],
  ['老人走失两小时', ['110']],
  ['有人要跳楼', ['110', '120', '12356']],
  ['电梯困人了，按铃没人应', ['119']],
  ['厨房烧起来了', ['119']],
  ['老爸早上出门找不到了', ['110']],
  ['有个大爷倒在楼梯口叫不醒', ['120']],
  ['小孩掉河里了', ['119']],
  ['路灯坏了三天', []],
  ['井盖不见了', []],
  ['垃圾都倒在路边', []],
  ['找不到停车位', []],
  ['消防通道被车堵住', []],
] as const) {
  test(`「${text}」: ${numbers.join(', ') || 'nobody to call first'}`, () => assert.deepEqual(helpFor(text).map(({ number }) => number), numbers))
}

test('the key of a submission is the same for the same content, another for other content, and of the form the server takes', () => {
  const key = newKey()
  assert.equal(keyFor(key, { text: '灯坏了' }), keyFor(key, { text: '灯坏了' }))
  assert.notEqual(keyFor(key, { text: '灯坏了' }), keyFor(key, { text: '灯坏了！' }))
  assert.match(keyFor(key, { text: '灯坏了' }), /^[A-Za-z0-9_-]{8,64}$/)
  assert.notEqual(newKey(), newKey())
})

test('a map zooms around the finger and moves with it, between a town and a doorstep', () => {
  const view = { x: 100, y: 50, scale: 1 }
  assert.deepEqual(moved(view, 30, -10), { x: 70, y: 60, scale: 1 })
  const nearer = zoomed(view, 2, [40, 0])
  assert.equal(nearer.x + 40 / nearer.scale, view.x + 40 / view.scale, 'what is under the finger stays there')
  assert.equal(zoomed(view, 1000).scale, 6)
  assert.equal(zoomed(view, 1 / 1000).scale, 0.04)
  assert.deepEqual(viewOf({ west: -500, east: 500, north: -200, south: 200 }, [390, 640]), { x: 0, y: 0, scale: 0.39 * 0.95 })
})
