import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eventStatus, type EventStatus, type LinkKind, type LinkState } from '@linli/contract'
import { alphabet, deliveryOf, isOverdue, isSensibleDue, isWanted, stateOf, tokenLength, untilOf, type What } from './rules.ts'

const now = new Date('2026-03-02T10:00:00+08:00')
const [before, later] = [new Date(now.getTime() - 1), new Date(now.getTime() + 1)]
const asked: What = { kind: 'ask', stageNo: 2, until: later, usedAt: null, withdrawnAt: null, event: { status: 'needInfo', stageNo: 2 } }
const out: What = { ...asked, kind: 'forward', event: { status: 'handling', stageNo: 9 } }

const states: [string, What, LinkState][] = [
  ['asked', asked, 'open'],
  ['until its last moment', { ...asked, until: now }, 'open'],
  ['afterwards', { ...asked, until: before }, 'expired'],
  ['asked again later', { ...asked, event: { status: 'needInfo', stageNo: 4 } }, 'withdrawn'],
  ['gone on', { ...asked, event: { status: 'reported', stageNo: 3 } }, 'withdrawn'],
  ['gone on, and past', { ...asked, until: before, event: { status: 'accepted', stageNo: 4 } }, 'withdrawn'],
  ['used, whatever came then', { ...asked, usedAt: before, until: before, event: { status: 'closed', stageNo: 9 } }, 'used'],
  ['forwarded', out, 'open'],
  ['taken back', { ...out, withdrawnAt: before }, 'withdrawn'],
  ['fed back without it', { ...out, event: { status: 'feedback', stageNo: 10 } }, 'withdrawn'],
]
for (const [words, link, state] of states) test(`a link that is ${words} is ${state}`, () => assert.equal(stateOf(link, now), state))

test('states in which an event waits for a link', () => {
  const waiting = (kind: LinkKind) => (Object.keys(eventStatus) as EventStatus[]).filter((status) => isWanted({ kind, stageNo: 2, event: { status, stageNo: 2 } }))
  assert.deepEqual([waiting('ask'), waiting('forward')], [['needInfo', 'needDetail'], ['handling', 'needDetail', 'suspended']])
})

test('late is what was forwarded and is still wanted', () => {
  const late = (link: What) => isOverdue({ ...link, dueAt: before }, now)
  assert.deepEqual([out, { ...out, until: before }, { ...out, usedAt: now }, { ...out, withdrawnAt: now }, asked].map(late), [true, true, false, false, false])
  assert.equal(isOverdue({ ...out, dueAt: now }, now), false)
})

test('limits of what outside units are given', () => {
  const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000)
  assert.deepEqual([-1, 0, 1, 92, 93].map((days) => isSensibleDue(inDays(days), now)), [false, false, true, true, false])
  assert.equal(untilOf(now).getTime(), inDays(30).getTime())
})

test('what is sent, and a secret that nobody guesses', () => {
  assert.deepEqual([deliveryOf({ isWished: true, isMobile: true }), deliveryOf({ isWished: true, isMobile: false }), deliveryOf({ isWished: false, isMobile: true })], ['waiting', 'noMobile', 'notAsked'])
  assert.equal(new Set(alphabet).size, 62)
  assert.ok(tokenLength * Math.log2(62) >= 128)
})
