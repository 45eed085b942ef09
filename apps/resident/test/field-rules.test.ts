import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pauseAfter, refusedBy, verdictOn } from '../src/pages/staff/delivery-rules.ts'
import { readable, wired, wrongWith } from '../src/pages/staff/entry-rules.ts'
import { openSteps } from '../src/pages/staff/forms.ts'
import type { Step } from '../src/pages/staff/forms.ts'
import { hintsIn, leavesOf } from '../src/pages/staff/matter-rules.ts'
import { distanceWords, inOrder } from '../src/pages/staff/near-rules.ts'
import { asNote, mayBecomeNote, missingIn, reportOf, takeOf, toSend, whistleTakeOf } from '../src/pages/staff/parcel.ts'
import type { Parcel } from '../src/pages/staff/parcel.ts'
import { addedTo, fittingReplies, wholeReplies } from '../src/pages/staff/reply-rules.ts'
import type { Offer } from '../src/pages/staff/reply-rules.ts'
import { stampLines } from '../src/pages/staff/stamp-rules.ts'
import { attempts, stamp, within } from '../src/phone/print.ts'

for (const [offered, underWay, open] of [
  [['return', 'sign'], [], ['sign', 'return']],
  [['return', 'sign'], ['sign'], ['feedback', 'handle', 'return', 'askExtension', 'askSuspension']],
  [['return', 'sign'], ['sign', 'handle'], ['feedback', 'handle', 'return', 'askExtension', 'askSuspension']],
  [['return', 'sign'], ['sign', 'handle', 'feedback'], []],
  [['return', 'sign'], ['sign', 'askSuspension'], ['feedback', 'handle']],
  [['return', 'sign'], ['return'], []],
  [['handle', 'feedback', 'askExtension'], ['handle'], ['feedback', 'handle', 'askExtension']],
  [['return', 'handle', 'feedback', 'askExtension', 'askSuspension'], ['askExtension'], ['feedback', 'handle']],
  [['resume'], ['resume'], ['feedback', 'handle', 'return', 'askExtension', 'askSuspension']],
  [['assistDone', 'handle'], ['assistDone'], ['handle']],
  [['handle', 'replySupervision'], ['replySupervision'], ['handle']],
  [['confirm', 'refute'], ['confirm'], []],
  [['check', 'rework'], ['rework'], []],
  [['urge'], [], []],
  [['whistle.answer', 'whistle.reportIn'], [], ['whistle.reportIn', 'whistle.answer']],
  [['whistle.answer', 'whistle.reportIn'], ['whistle.answer'], ['whistle.reportIn']],
  [['whistle.answer', 'whistle.reportIn'], ['whistle.answer', 'whistle.reportIn'], ['whistle.feedback']],
  [['whistle.answer', 'whistle.reportIn'], ['whistle.reportIn', 'whistle.feedback'], ['whistle.rateOffice']],
  [['whistle.rateOffice'], ['whistle.rateOffice'], []],
  [['whistle.end', 'whistle.callMore'], [], []],
] as [string[], Step[], Step[]][]) {
  test(`offered ${offered.join(', ')}, on the way ${underWay.join(', ') || 'nothing'}: ${open.join(', ') || 'nothing'} can be done`, () => assert.deepEqual(openSteps(offered, underWay), open))
}

for (const [status, code, fields, verdict] of [
  [0, 'server.busy', undefined, 'later'],
  [503, 'server.busy', undefined, 'later'],
  [500, 'server.fault', undefined, 'later'],
  [401, 'sign-in.expired', undefined, 'later'],
  [403, 'sign-in.change-password', undefined, 'later'],
  [429, 'request.too-many', undefined, 'later'],
  [403, 'may.not', undefined, 'refused'],
  [409, 'event.step-not-open', undefined, 'refused'],
  [400, 'event.place-unknown', undefined, 'refused'],
  [400, 'input.invalid', [{ path: 'photos', message: '请重新上传照片' }], 'photos-gone'],
  [400, 'input.invalid', [{ path: 'description', message: '请填写' }], 'refused'],
] as const) {
  test(`${status} ${code}${fields ? ` of ${fields[0].path}` : ''}: ${verdict}`, () => assert.equal(verdictOn({ status, code, fields: fields && [...fields] }), verdict))
}

test('of a refusal stays what happened, who was faster and where the event stands', () => {
  const problem = { type: '', code: 'event.step-not-open', status: 409, title: '', detail: '这件事刚由李例二办理过', details: { by: '李例二', status: 'handling', open: [] } } as const
  assert.deepEqual(refusedBy({ ...problem, details: { ...problem.details } }), { code: 'event.step-not-open', words: '这件事刚由李例二办理过', by: '李例二', status: 'handling', open: [] })
})

test('what does not get through is tried soon, then less often, and never less than every five minutes', () =>
  assert.deepEqual([0, 1, 2, 3, 7, 50].map(pauseAfter), [5000, 5000, 10_000, 20_000, 300_000, 300_000]))

const sheet: Parcel = { id: 'a', owner: 'me', state: 'draft', key: '', at: 1, isTried: false, event: { id: 'e', title: '灯坏了' }, step: 'feedback', told: {}, isHandled: true, matter: null, point: null, shots: [], refused: null }

test('what is written is told the server in its words, and what was left empty is left out', () => {
  const shots = [{ key: 'k1', part: 'after', id: 'p1' }, { key: 'k2', part: 'after', id: null }] as const
  assert.deepEqual(takeOf({ ...sheet, told: { publicReply: ' 已换灯泡。 ', note: ' ' }, shots: [...shots] }), { id: 'e', take: { step: 'feedback', publicReply: '已换灯泡。', photos: ['p1'] } })
  assert.deepEqual(takeOf({ ...sheet, step: 'sign' }), { id: 'e', take: { step: 'sign' } })
  assert.deepEqual(missingIn(sheet, 0), { publicReply: '请写下处理结果' })
})

for (const [kind, text, words] of [
  ['amount', '', '请写下它'], ['amount', '0', '请填写 1 到 90 的整数'], ['amount', '91', '请填写 1 到 90 的整数'], ['amount', '1.5', '请填写 1 到 90 的整数'], ['amount', '90', null],
  ['day', '', '请选择它'], ['day', '2026-3-5', '请填写今天以后的日期，例如 2026-12-31'], ['day', '2026-13-05', '请填写今天以后的日期，例如 2026-12-31'], ['day', '2026-03-02', '请填写今天以后的日期，例如 2026-12-31'], ['day', '2026-03-03', null],
  ['choice', '', '请选择它'], ['choice', 'duty', null], ['stars', '', '请选择它'], ['yesNo', 'no', null], ['words', '', '请写下它'], ['words', '好', null],
] as const) {
  test(`${kind} 「${text}」: ${words ?? 'good'}`, () => assert.equal(wrongWith({ name: 'it', label: '它', most: 90, kind }, text, '2026-03-02'), words))
}

test('numbers, stars and yes or no are told as the server wants them, and read as people do', () => {
  assert.deepEqual([wired({ kind: 'amount' }, '3'), wired({ kind: 'stars' }, '4'), wired({ kind: 'yesNo' }, 'yes'), wired({ kind: 'yesNo' }, 'no'), wired({}, '3')], [3, 4, true, false, '3'])
  assert.deepEqual([readable({ kind: 'choice', options: { duty: '职责不符' } }, 'duty'), readable({ kind: 'stars' }, '4'), readable({}, '好')], ['职责不符', '4 星', '好'])
})

test('a step of a whistle tells the moment and the position of the tap; without a position it needs the reason', () => {
  const reportIn: Parcel = { ...sheet, event: null, whistle: { id: 'w', title: '整治' }, step: 'whistle.reportIn', takenAt: '2026-03-02T02:00:00.000Z', point: { lng: 120, lat: 30, accuracy: 12 } }
  assert.deepEqual(whistleTakeOf(reportIn), { id: 'w', take: { step: 'reportIn', photos: [], point: { lng: 120, lat: 30 }, accuracy: 12, takenAt: '2026-03-02T02:00:00.000Z' } })
  assert.deepEqual(missingIn(reportIn, 0), {})
  assert.deepEqual(missingIn({ ...reportIn, point: null }, 0), { reason: '没有取得位置，请写明为什么没有定位' })
  assert.deepEqual(whistleTakeOf({ ...reportIn, point: null, told: { reason: '地下室' } }).take, { step: 'reportIn', photos: [], reason: '地下室', takenAt: '2026-03-02T02:00:00.000Z' })
  assert.deepEqual(whistleTakeOf({ ...reportIn, step: 'whistle.rateOffice', told: { isRight: 'no', preparation: '3' } }).take, { step: 'rateOffice', isRight: false, preparation: 3 })
})

test('words that came too late can be told as what was done, while the event is in the same hands', () => {
  const refused: Parcel = { ...sheet, state: 'refused', step: 'return', told: { reason: 'duty', note: '归市政所' }, refused: { code: 'event.step-not-open', words: '', by: null, status: 'handling', open: ['handle', 'feedback'] } }
  assert.equal(mayBecomeNote(refused), true)
  assert.equal(asNote(refused), '职责不符\n归市政所')
  assert.equal(mayBecomeNote({ ...refused, refused: { ...refused.refused!, open: [] } }), false)
  assert.equal(mayBecomeNote({ ...refused, told: {} }), false)
})

test('a report names its photos before and after apart, and what was done only where something was', () => {
  const report: Parcel = { ...sheet, event: null, step: 'report', told: { description: '纸箱堵门', publicReply: '已清理。', place: '3 幢' }, matter: { code: '06010', name: '暴露垃圾', isOwn: true }, point: { lng: 120, lat: 30 }, shots: [{ key: 'k1', part: 'before', id: 'p1' }, { key: 'k2', part: 'after', id: 'p2' }] }
  assert.deepEqual(reportOf(report), { description: '纸箱堵门', matter: '06010', place: '3 幢', photos: ['p1'], point: { lng: 120, lat: 30 }, handled: { publicReply: '已清理。', photos: ['p2'] } })
  assert.equal(reportOf({ ...report, isHandled: false }).handled, undefined)
  assert.deepEqual(missingIn(report, 0), {})
  assert.deepEqual(Object.keys(missingIn({ ...report, told: {}, matter: null, point: null, shots: [] }, 0)), ['after', 'description', 'publicReply', 'matter', 'point'])
})

test('what was written first is sent first', () => {
  const at = (moment: number, state: Parcel['state']) => ({ ...sheet, id: `${moment}`, at: moment, state })
  assert.deepEqual(toSend([at(3, 'waiting'), at(1, 'waiting'), at(2, 'refused'), at(0, 'draft')]).map(({ id }) => id), ['1', '3'])
})

test('the list is by time, or by distance once the phone knows where it is; what has neither comes last', () => {
  const rows = [{ id: 'far', point: { lng: 120.01, lat: 30 }, dueAt: '2026-03-02T01:00:00Z' }, { id: 'nowhere', point: null, dueAt: null }, { id: 'near', point: { lng: 120.001, lat: 30 }, dueAt: '2026-03-03T01:00:00Z' }]
  const order = (...told: Parameters<typeof inOrder> extends [unknown, ...infer R] ? R : never) => inOrder(rows, ...told).map(({ id }) => id)
  assert.deepEqual(order('due', { lng: 120, lat: 30 }), ['far', 'near', 'nowhere'])
  assert.deepEqual(order('near', { lng: 120, lat: 30 }), ['near', 'far', 'nowhere'])
  assert.deepEqual(order('near', null), ['far', 'near', 'nowhere'])
  const named = rows.map((row) => ({ ...row, person: row.id === 'nowhere' ? { id: 'me' } : null }))
  assert.deepEqual([inOrder(named, 'near', { lng: 120, lat: 30 }, 'me').map(({ id }) => id), inOrder(named, 'near', { lng: 120, lat: 30 }, 'you').map(({ id }) => id)], [['nowhere', 'near', 'far'], ['near', 'far', 'nowhere']])
  assert.deepEqual([3, 84, 996, 1240, 17_300].map(distanceWords), ['10 米', '80 米', '1000 米', '1.2 公里', '17 公里'])
})

test('a photo says when, by whom and where in office time; without a place it says so', () => {
  const at = Date.parse('2026-03-01T16:15:09Z')
  assert.deepEqual(stampLines({ at, by: '李例二', spot: { lng: 120.1, lat: 30.2, accuracy: 12.4 }, place: '示例路 3 号' }), ['2026-03-02 00:15:09 李例二', '示例路 3 号', '北纬 30.200000 东经 120.100000（误差约 12 米）'])
  assert.deepEqual(stampLines({ at, by: '李例二', spot: null, place: '' }), ['2026-03-02 00:15:09 李例二', '没有取得定位'])
})

test('words are drawn within the picture, and a photo is tried smaller until it fits', () => {
  assert.deepEqual(within({ width: 4000, height: 3000 }, 1600), { width: 1600, height: 1200 })
  assert.deepEqual(within({ width: 300, height: 200 }, 1600), { width: 300, height: 200 })
  const lines: number[][] = []
  stamp({ fillStyle: '', font: '', textBaseline: '', fillRect: () => {}, fillText: (_, x, y, most) => { lines.push([x, y, most!]) } }, { width: 1600, height: 1200 }, ['a', 'b'])
  assert.ok(lines.length === 2 && lines.every(([x, y, most]) => x! > 0 && y! < 1200 && x! + most! <= 1600))
  const tries = attempts({ lines: [], longestEdge: 1600, mostBytes: 1 })
  assert.ok(tries.every(({ edge, quality }, at) => at === 0 || edge < tries[at - 1]!.edge || quality < tries[at - 1]!.quality))
})

test('without the server a matter is suggested by the words of its name, what was used lately first among equals', () => {
  const leaves = leavesOf([{ code: '06', name: '市容环境', parent: null, isLeaf: false }, { code: '06010', name: '暴露垃圾', parent: '06', isLeaf: true }, { code: '06042', name: '垃圾满溢', parent: '06', isLeaf: true }, { code: '01037', name: '路灯', parent: null, isLeaf: true }])
  assert.deepEqual(hintsIn(leaves, '楼下暴露垃圾一堆', []).map(({ code }) => code), ['06010', '06042'])
  assert.deepEqual(hintsIn(leaves, '垃圾没人收', ['06042']).map(({ code }) => code), ['06042', '06010'])
  assert.deepEqual(hintsIn(leaves, '墙上有字', ['06042']), [])
})

test('usual words fit by step, by the matter or a group above it, and by where it lies', () => {
  const offer = (id: string, some: Partial<Offer>): Offer => ({ id, name: id, text: '已办。', steps: [], matters: [], area: '/33/99/01/008/', areaName: '', used: 0, isFavourite: false, ...some })
  const offers = [offer('all', {}), offer('group', { matters: ['06'], steps: ['feedback'] }), offer('other', { matters: ['01'] }), offer('ask', { steps: ['askInfo'] }), offer('east', { area: '/33/99/01/008/001/' })]
  const fits = (about: Parameters<typeof fittingReplies>[1]) => fittingReplies(offers, about).map(({ id }) => id)
  assert.deepEqual(fits({ step: 'feedback', line: ['06010', '06'], area: '/33/99/01/008/001/002/' }), ['all', 'group', 'east'])
  assert.deepEqual(fits({ step: 'feedback', line: ['06010', '06'], area: '/33/99/01/008/003/' }), ['all', 'group'])
  assert.deepEqual(fits({ step: 'askInfo', line: ['06010'], area: null }), ['all', 'ask', 'east'])
  const facts = { number: null, matter: '暴露垃圾', place: '现场', community: null, unit: null, limit: null, due: null, reportedAt: '3月2日', today: '3月2日' }
  assert.deepEqual(wholeReplies([offer('a', { text: '{地点}已清理。' }), offer('b', { text: '{编号}已清理。' })], facts).map(({ id }) => id), ['a'])
  assert.deepEqual([addedTo(' ', '已清理。'), addedTo('您好。 ', '已清理。')], ['已清理。', '您好。\n已清理。'])
})

test('what usual words left to fill in is not sent', () => {
  assert.deepEqual(missingIn({ ...sheet, told: { publicReply: '由【请填写承办单位】办理' } }, 0), { publicReply: '还有“【请填写承办单位】”没有填' })
  assert.deepEqual(missingIn({ ...sheet, told: { publicReply: '已办理' } }, 0), {})
})

test('what 12345 passed on is answered with what the hotline wants to know, and what follows from an answer is asked only then', () => {
  const answer = (isHotline: boolean, told: Record<string, string>): Parcel => ({
    id: 'p', owner: 'o', state: 'draft', key: '', at: 0, isTried: false, event: { id: 'e', title: '灯柱倾斜', isHotline }, step: 'feedback', told: { publicReply: '已扶正', ...told }, isHandled: false, matter: null, point: null, shots: [], refused: null,
  })
  assert.deepEqual(missingIn(answer(false, {}), Date.now()), {})
  assert.deepEqual(Object.keys(missingIn(answer(true, {}), Date.now())), ['isTrue', 'isBeyondDuty', 'isContacted', 'isSolved'])
  const answers = { isTrue: 'yes', isBeyondDuty: 'no', beyondKind: '写了又改', isContacted: 'yes' }
  assert.deepEqual(Object.keys(missingIn(answer(true, { ...answers, isSolved: 'no' }), Date.now())), ['unsolvedReason'])
  assert.deepEqual(takeOf(answer(true, { ...answers, isSolved: 'yes' })).take, { step: 'feedback', publicReply: '已扶正', photos: [], isTrue: true, isBeyondDuty: false, isContacted: true, isSolved: true })
})
