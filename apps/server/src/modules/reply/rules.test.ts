import assert from 'node:assert/strict'
import { test } from 'node:test'
import { complaintOf, filledReply, isReplyStep, plainBraces, replyFacts, replyVariable, unfilledIn, Take, type ReplyFacts } from '@linli/contract'
import { isKeeper } from './rules.ts'

const event = {
  number: '260302091500123456', matter: { name: '暴露垃圾' }, area: '/33/99/01/008/005/012/', areaName: '东苑社区 第12网格', place: '3幢北侧', unit: { name: '环卫所' }, handleLimit: '4 工作时',
  dueAt: '2026-03-02T09:30:00Z', reportedAt: '2026-03-02T01:15:00Z',
}
const now = new Date('2026-03-03T01:00:00Z')
const facts = replyFacts(event, now)
const nothing = Object.fromEntries(Object.keys(replyVariable).map((name) => [name, null])) as ReplyFacts

const filled: [string, ReplyFacts, string][] = [
  ['{编号} {事项} {地点} {社区} {承办单位} {办结时限} {到期时间} {上报时间} {今天}', facts, '260302091500123456 暴露垃圾 3幢北侧 东苑社区 环卫所 4 工作时 3月2日 17:30 3月2日 09:15 3月3日'],
  ['{ 编号 }与{编号}', facts, '260302091500123456与260302091500123456'],
  ['由{承办单位}在{到期时间}前办结', nothing, '由【请填写承办单位】在【请填写到期时间】前办结'],
  ['{地点}', { ...facts, place: '{编号}旁' }, '编号旁'],
  ['{地点}', { ...facts, place: '  ' }, '【请填写地点】'],
  ['{地点}', replyFacts({ ...event, place: '' }, now), '东苑社区 第12网格'],
  ['{社区}', replyFacts({ ...event, area: '/33/99/01/008/', areaName: '临河街道' }, now), '【请填写社区】'],
  ['{承办单位}', replyFacts({ ...event, unit: null }, now), '【请填写承办单位】'],
  ['$&已办', facts, '$&已办'],
]
for (const [text, told, words] of filled) test(`filled in: ${text} → ${words}`, () => assert.equal(filledReply(text, told), words))

test('every variable has a value where the event has everything, and nothing of them is who reported', () => {
  assert.deepEqual(Object.keys(facts), Object.keys(replyVariable))
  assert.equal(Object.values(facts).every((value) => value), true)
  const told = replyFacts({ ...event, reporter: { name: '李例二', phone: '13900001234' } } as typeof event, now)
  assert.doesNotMatch(JSON.stringify(told), /李例二|13900001234/)
})

const written: [string, RegExp | undefined][] = [
  ['已清运', undefined], ['{编号}已办结', undefined], ['{ 事项 }', undefined], [plainBraces('｛地点｝已清运'), undefined],
  ['{姓名}您好', /没有“\{姓名\}”这个变量，可用的有：\{编号\}/], ['{}', /没有“\{\}”/], ['{编号', /没有成对/], ['编号}', /没有成对/], ['{{编号}}', /没有成对/], ['{a\n}', /没有“/],
]
for (const [text, wrong] of written) test(`braces: ${text}`, () => wrong ? assert.match(complaintOf(text) ?? '', wrong) : assert.equal(complaintOf(text), undefined))

const sent: [string, boolean][] = [['已清运', true], ['【通知】明日停水', true], ['【请填写承办单位】已清运', false], ['{编号}已清运', false], ['{ 编号 }', false], ['{别的}', true]]
for (const [text, isWhole] of sent) {
  test(`what is still to fill in is not sent: ${text}`, () => {
    assert.equal(unfilledIn(text) === undefined, isWhole)
    assert.equal(Take.safeParse({ step: 'feedback', publicReply: text, photos: [] }).success, isWhole)
    assert.equal(Take.safeParse({ step: 'cancel', reason: text }).success, isWhole)
  })
}

test('who keeps what', () => {
  const office = '/33/99/01/008/'
  const street = { office, mayAt: (area: string) => area.startsWith(office) }
  const secretary = { office, mayAt: (area: string) => area.startsWith('/33/99/01/008/005/') }
  const cases: [string, boolean, boolean][] = [[office, true, false], ['/33/99/01/008/005/', true, true], ['/33/99/01/008/006/', true, false], ['/33/99/01/008/005/012/', false, false], ['/33/99/01/', false, false], ['/33/99/01/009/', false, false]]
  for (const [area, byStreet, bySecretary] of cases) assert.deepEqual([isKeeper(area, street), isKeeper(area, secretary)], [byStreet, bySecretary], area)
})

test('words are kept for steps alone', () => assert.deepEqual(['feedback', 'toString', 'join'].map(isReplyStep), [true, false, false]))
