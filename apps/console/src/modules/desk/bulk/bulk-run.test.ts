// @vitest-environment jsdom
import { Refusal } from '@linli/client'
import { expect, test } from 'vitest'
import { begin, run, sendAll, tally, undoOf } from './bulk-run.ts'
import type { Item, Outcome } from './bulk-run.ts'

const item = (id: string): Item => ({ id, title: id, asOf: '2026-03-02T01:00:00.000Z', take: { step: 'mark', isUrgent: true }, key: `key-of-${id}` })
const refusal = (code: string) => new Refusal({ type: 'about:blank', code: code as never, status: 429, title: `不行：${code}` })

test('each is sent by itself; what time heals is sent again under the same key, what is refused says why', async () => {
  const sent: string[] = []
  const rested: number[] = []
  const told: Record<string, Outcome> = {}
  await sendAll(['a', 'b', 'c', 'd'].map(item), ({ id }, outcome) => { told[id] = outcome }, {
    rest: async (ms) => void rested.push(ms),
    send: async ({ id, key }) => {
      sent.push(key)
      if (id === 'b' && sent.filter((one) => one === key).length < 3) throw refusal('request.too-many')
      if (id === 'c') throw refusal('event.step-not-open')
      return { changedAt: `later-${id}` }
    },
  })
  expect(told).toEqual({ a: { isDone: true, changedAt: 'later-a' }, b: { isDone: true, changedAt: 'later-b' }, c: { isDone: false, words: '不行：event.step-not-open' }, d: { isDone: true, changedAt: 'later-d' } })
  expect(sent.filter((key) => key === 'key-of-b')).toHaveLength(3)
  expect(rested).toEqual([2_000, 5_000])
})

test('a line that stays broken is given up and said', async () => {
  const told: Outcome[] = []
  await sendAll([item('a')], (_, outcome) => told.push(outcome), { rest: async () => undefined, send: async () => { throw refusal('server.busy') } })
  expect(told).toEqual([{ isDone: false, words: '不行：server.busy' }])
})

test('only what was done is taken back, as it stood after it was done', async () => {
  await begin({ title: '标记', items: [item('a'), item('b')], undo: () => ({ step: 'mark', isUrgent: false }) }, async ({ id }) => {
    if (id === 'b') throw refusal('event.step-not-open')
    return { changedAt: 'after' }
  })
  const over = run.get()!
  expect([over.isOver, tally(over)]).toEqual([true, { all: 2, done: 1, refused: 1, left: 0 }])
  expect(undoOf(over).map(({ id, take, asOf }) => ({ id, take, asOf }))).toEqual([{ id: 'a', take: { step: 'mark', isUrgent: false }, asOf: 'after' }])
  expect(undoOf({ ...over, undo: undefined })).toEqual([])
})
