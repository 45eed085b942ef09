import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dangerIn, helpFor } from '@linli/contract'
import { placeIn, unitsIn } from './contact-rules.ts'
import { ageIn, missingFor, withAge } from './missing-rules.ts'
import { partAsked, wishOf } from './recogniser-rules.ts'
import { counted, isFlood, isRepeat, mayRate, outcomeOf, titleOf } from './rules.ts'
import { nextOf, piecesOf, shortOf } from './short-rules.ts'
import { leftToSay, messagesOf } from './unasked-rules.ts'
import { handedOver, partOf } from './words-rules.ts'

const dangers: [string, string[]][] = [
  ['我家着火了怎么办', ['119']], ['楼下有煤气味', ['119']], ['厨房天然气泄漏', ['119']], ['电梯困人了', ['119']], ['我爸老年痴呆走失了', ['110']], ['隔壁在家暴', ['110']], ['我老公又打我了', ['110']], ['我不想活了', ['110', '12356']], ['有人要自杀怎么办', ['110', '120', '12356']],
  ['老人叫不醒', ['120']], ['孩子找不到了', ['110']], ['邻居晕倒了', ['120']], ['着火了保险怎么理赔', ['119']],
  ['天然气怎么开户', []], ['煤气费在哪里交', []], ['煤气安检电话多少', []], ['家暴怎么申请人身保护令', []], ['走失老人手环怎么领', []], ['火灾补助怎么申请', []], ['消防知识讲座什么时候', []], ['摔伤了医保能报吗', []], ['路灯坏了', []],
]
for (const [text, numbers] of dangers) test(`danger: ${text} → ${numbers.join() || 'nobody is alerted'}`, () => assert.deepEqual(dangerIn(text).map(({ number }) => number), numbers))

test('what puts somebody in danger is among what the report page gives numbers for', () => {
  for (const [text] of dangers) for (const { number } of dangerIn(text)) assert.ok(helpFor(text).some((one) => one.number === number), text)
})

const wishes: [string, string, boolean?][] = [
  ['转人工', 'worker'], ['我要找真人', 'worker'], ['人工客服', 'worker'], ['社工证怎么考', 'question'],
  ['我要上报，楼道灯坏了', 'report'], ['楼道灯坏了三天了', 'report'], ['帮我反映一下小区垃圾没人收', 'report'], ['广场舞太吵', 'report'], ['下水道堵了', 'report'], ['楼道灯坏了找谁修', 'question'], ['怎么举报违建', 'question'], ['路灯坏了怎么报修？', 'question'], ['怎么上报', 'question'],
  ['社区电话多少', 'contacts'], ['怎么联系社区', 'contacts'], ['网格员电话', 'contacts'], ['我们网格员怎么找', 'contacts'], ['居委会联系方式', 'contacts'], ['环卫所电话是多少', 'contacts'], ['社区食堂电话', 'question'], ['社区医院的电话', 'question'], ['怎么找社区办理居住证', 'question'],
  ['你好', 'small'], ['谢谢你', 'small'], ['好的', 'small'], ['你是机器人吗', 'small'], ['？？', 'small'], ['你好，居住证怎么办', 'question'],
  ['要带什么材料', 'follow', true], ['那要带什么材料呢', 'follow', true], ['在哪里办', 'follow', true], ['怎么办', 'follow', true], ['电话多少', 'follow', true], ['说详细一点', 'follow', true], ['要带什么材料', 'question', false], ['办居住证要带什么材料', 'question', true], ['居住证在哪里办', 'question', true], ['社区电话多少', 'contacts', true],
]
for (const [text, kind, hasAnswer = false] of wishes) test(`${hasAnswer ? 'after an answer: ' : ''}${text} → ${kind}`, () => assert.equal(wishOf(text, { hasAnswer }).kind, kind))

const parts: [string, string | undefined][] = [['需要什么证件', 'materials'], ['要准备啥', 'materials'], ['流程是什么', 'steps'], ['那去哪儿办', 'where'], ['地址在哪里', 'where'], ['打谁电话', 'phone'], ['依据是什么', 'source'], ['还有效吗', 'source'], ['不明白', 'more'], ['低保怎么办', undefined], ['孩子上学要什么材料', undefined]]
for (const [text, part] of parts) test(`about the answer: ${text} → ${part ?? 'another question'}`, () => assert.equal(partAsked(text), part))

const missing: [string, boolean, boolean, string | undefined][] = [
  ['社区食堂几点开门', false, true, 'community'], ['社区食堂几点开门', true, true, undefined], ['居委会地址在哪', false, false, 'community'], ['居住证怎么办', false, false, undefined], ['社区矫正是什么', false, false, undefined],
  ['孩子打疫苗去哪', true, false, 'childAge'], ['孩子打疫苗去哪', true, true, undefined], ['3岁的孩子打疫苗去哪', true, false, undefined], ['孙子上小学怎么报名', true, false, undefined], ['娃上学要啥', true, false, 'childAge'],
]
for (const [text, isPlaced, isSure, need] of missing) test(`missing of ${text}: ${need ?? 'nothing'}`, () => assert.equal(missingFor(text, { isPlaced, isSure }), need))

const ages: [string, number | undefined][] = [['3岁', 3], ['不到 3 岁', 1], ['3 到 5 岁', 3], ['十二岁', 12], ['六个月', 1], ['两岁半', 2], ['上幼儿园', 4], ['小学二年级', 8], ['初一', 14], ['不知道', undefined]]
for (const [text, age] of ages) test(`${text} is ${age ?? 'no age'}`, () => assert.equal(ageIn(text), age))
test('the age goes into the question in the words of services', () => assert.deepEqual([1, 4, 8, 14].map((age) => withAge('孩子打疫苗', age)), ['孩子打疫苗 3岁以下婴幼儿', '孩子打疫苗 幼儿园', '孩子打疫苗 小学', '孩子打疫苗 初中']))

const places = ['东苑社区', '西苑社区', '东苑新村'].map((name) => ({ name }))
const named: [string, string | undefined][] = [['东苑社区', '东苑社区'], ['我住西苑', '西苑社区'], ['西苑社区的', '西苑社区'], ['西苑和东苑社区', undefined], ['南苑', undefined], ['3幢', undefined]]
for (const [text, name] of named) test(`${text} names ${name ?? 'no one community'}`, () => assert.equal(placeIn(text, places)?.name, name))

test('units are found by their names, the longest first', () => {
  const units = [{ name: '环卫所', kind: 'department', area: '/33/', phone: '1' }, { name: '临河环卫所', kind: 'department', area: '/33/', phone: '2' }, { name: '东苑社区', kind: 'community', area: '/33/', phone: null }]
  assert.deepEqual(unitsIn('临河环卫所的电话', units).map(({ name }) => name), ['临河环卫所', '环卫所'])
  assert.deepEqual(unitsIn('东苑的电话', units).map(({ name }) => name), ['东苑社区'])
})

test('the same asked again is answered twice, then pointed to, then refused; later and in other words it is another question', () => {
  const now = new Date('2026-03-02T09:00:00+08:00')
  const asked = (times: number, at = now) => Array.from({ length: times }).reduce<ReturnType<typeof counted>>((last, _, no) => counted({ last }, no % 2 ? '居住证怎么办？' : '居住证怎么办', at), counted({}, '居住证怎么办', at))
  assert.deepEqual([0, 1, 2, 5, 6].map((times) => [isRepeat(asked(times)), isFlood(asked(times))]), [[false, false], [false, false], [true, false], [true, false], [true, true]])
  assert.equal(counted({ last: asked(5) }, '居住证怎么办', new Date(now.getTime() + 11 * 60_000)).times, 1)
  assert.equal(counted({ last: asked(5) }, '老年证怎么办', now).times, 1)
})

test('what becomes of what the knowledge said', () => {
  assert.deepEqual([outcomeOf('answer', { misses: 1, hits: 3 }), outcomeOf('offer', { misses: 0, hits: 3 }), outcomeOf('offer', { misses: 1, hits: 3 }), outcomeOf('hand-over', { misses: 0, hits: 0 }), outcomeOf('offer', { misses: 0, hits: 0 })], ['answer', 'offer', 'misses', 'unsure', 'unsure'])
})

test('a talk is rated once, within a week after its end', () => {
  const now = new Date('2026-03-10T09:00:00+08:00')
  const at = (day: string) => new Date(`${day}T09:00:00+08:00`)
  const rated: [Parameters<typeof mayRate>[0], boolean][] = [
    [{ state: 'open', ended_at: null, rating: null, turns: 3 }, true], [{ state: 'open', ended_at: null, rating: null, turns: 1 }, false], [{ state: 'ended', ended_at: at('2026-03-04'), rating: null, turns: 3 }, true], [{ state: 'ended', ended_at: at('2026-03-03'), rating: null, turns: 3 }, false], [{ state: 'open', ended_at: null, rating: 5, turns: 3 }, false],
  ]
  for (const [talk, may] of rated) assert.equal(mayRate(talk, now), may)
})

const card = { question: '居住证怎么办', answerShort: '到窗口办', answerLong: '', steps: ['申请', '领取'], materials: [], entry: [{ kind: 'window' as const, text: '2 号窗口' }], phone: '', audience: '', source: { title: '居住证条例', date: '2016-01-01' }, validFrom: null, validTo: '2026-12-31', version: 1, isUnchecked: true }
test('parts of an answer, and that it says nothing of one', () => {
  assert.equal(partOf(card, 'steps'), '“居住证怎么办”这样办：\n1. 申请\n2. 领取')
  assert.equal(partOf(card, 'where'), '“居住证怎么办”在这里办：\n1. 窗口：2 号窗口')
  assert.match(partOf(card, 'materials'), /没有写要带什么材料/)
  assert.equal(partOf(card, 'source'), '“居住证怎么办”的依据：居住证条例（2016-01-01）；有效期到 2026-12-31；待核实，以社区答复为准。')
})

test('who is called outside office hours is told when somebody comes', () => {
  assert.match(handedOver('wish', new Date('2026-03-02T00:30:00Z')), /3月2日 08:30 上班后回复/)
  assert.match(handedOver('wish', null), /尽快回复/)
  assert.equal(titleOf('一'.repeat(40)).length, 30)
})

const more = '（回复0看下文）'
const cuts: [string, string[]][] = [
  ['短。', ['短。']], ['一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十', ['一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十']],
  ['带身份证到窗口办理，当场领取。也可以请家里人代办，要写委托书。', [`带身份证到窗口办理，当场领取。${more}`, '也可以请家里人代办，要写委托书。']],
  ['带身份证和户口簿，还有一寸照片到社区服务大厅二号窗口办理就可以', [`带身份证和户口簿，${more}`, '还有一寸照片到社区服务大厅二号窗口办理就可以']],
  ['🏠'.repeat(16), [`${'🏠'.repeat(11)}${more}`, '🏠'.repeat(5)]],
]
test('a text message is cut after a sentence, else at a comma, and says how to read on', () => {
  for (const [text, pieces] of cuts) assert.deepEqual(piecesOf(text, 30), pieces)
  const said = { by: 'machine' as const, from: 3, to: 5, piece: 0, of: 2 }
  assert.deepEqual([nextOf(said, '０')?.piece, nextOf(said, '继续')?.piece, nextOf({ ...said, piece: 1 }, '0'), nextOf(said, '0571'), nextOf(undefined, '0')], [1, 1, undefined, undefined, undefined])
})

test('a text message says who speaks, and nothing that the gateway refuses', () => {
  const told = (by: string, text: string) => ({ by, name: by === 'worker' ? '小李' : null, text, cards: [] })
  assert.equal(shortOf([told('machine', '【注意】看 https://a.cn/b?c=1，或点“转人工”。')]), '智能客服：（注意）看（网址请在居民端查看），或回复“转人工”。')
  assert.equal(shortOf([told('worker', '好的'), told('worker', '明天来')]), '社工小李：好的\n明天来')
})

test('what nobody asked for is sent once, in as few messages as sides speak; to WeChat within two days, and five times', () => {
  const at = new Date('2026-03-02T09:00:00+08:00')
  const turns = ([['resident', 'say'], ['machine', 'answer'], ['worker', 'say'], ['worker', 'say'], ['machine', 'say'], ['resident', 'say'], ['machine', 'ended']] as const).map(([by, kind], no) => ({ no: no + 1, by, kind, at }))
  assert.deepEqual(messagesOf(turns, 0), [{ by: 'worker', from: 2, to: 4 }, { by: 'machine', from: 4, to: 5 }, { by: 'machine', from: 6, to: 7 }])
  assert.deepEqual(messagesOf(turns, 5), [{ by: 'machine', from: 6, to: 7 }])
  assert.deepEqual([47, 48].map((hours) => leftToSay(turns, new Date(at.getTime() + hours * 3_600_000)).messages), [4, 0])
  assert.equal(leftToSay(turns.filter(({ by }) => by !== 'resident'), at).messages, 0)
  assert.deepEqual([leftToSay(turns.slice(0, 5), at), leftToSay(turns.slice(0, 5), at, 3).messages], [{ messages: 2, until: new Date('2026-03-04T09:00:00+08:00') }, 4])
})
