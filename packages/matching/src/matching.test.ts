import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bestOf } from './best.ts'
import community from './community.fixture.json' with { type: 'json' }
import { cleaned } from './clean.ts'
import { aurocOf, evaluate, intervalOf } from './evaluation.ts'
import { wordingsOf } from './entry.ts'
import { matcherOf } from './matcher.ts'
import { merged } from './merge.ts'
import { rarityOf } from './background.ts'
import { termsOf } from './terms.ts'

for (const [written, expected] of [
  ['您好，請問居住證怎麼辦？', '居住证怎么办'], ['ＥＴＣ　在哪儿 办', 'etc 在哪里 办'], ['我妈八十五岁', '我妈85岁'], ['三十天', '30天'], ['十分满意', '十分满意'], ['阿拉囡囡打针啥辰光', '我孩子打针什么时候'], ['？！', ''], ['', ''],
] as const) test(`“${written}” is compared as “${expected}”`, () => assert.equal(cleaned(written), expected))

test('of names within names only the longest counts, and every line that holds it', () => {
  const terms = termsOf(['居住证 暂住证', '证 证件', '暂住证 登记卡'])
  assert.deepEqual(terms.in('暂住证和证件'), ['#0', '#2', '#1'])
})

test('what is common in Chinese says less than what is rare, and a pair that is in no word no more than the rarest', () => {
  assert.ok(rarityOf('的') < rarityOf('证'))
  assert.ok(rarityOf('什么') < rarityOf('居住'))
  assert.ok(rarityOf('住办') <= 13 && rarityOf('住办') > rarityOf('居住'))
})

const few = matcherOf([
  { id: 'permit', question: '居住证怎么办理，需要什么材料？', similar: ['外地人办居住证要带什么'], answer: '带身份证、租赁合同，到社区服务中心办理。' },
  { id: 'lift', question: '电梯坏了怎么报修？', answer: '请拨打物业值班电话。' },
  { id: 'noise', question: '楼上装修太吵怎么办？', answer: '工作日 8 点至 12 点可以施工。' },
])
for (const [asked, id, band] of [
  ['居住证怎么办理', 'permit', 'answer'], ['局住正要啥材料', 'permit', undefined], ['暂住证在哪里办', 'permit', undefined], ['升降机不动了', 'lift', undefined], ['礼拜天楼上敲墙', 'noise', undefined], ['今天天气真好', undefined, 'handOver'], ['', undefined, 'handOver'],
] as const) {
  test(`“${asked}” is ${id ?? 'nothing'} ${band ?? ''}`, () => {
    const match = few.match(asked)
    if (id) assert.equal(match.ranked[0]!.id, id)
    if (band) assert.equal(match.band, band)
  })
}

test('an empty knowledge base hands everything over', () => assert.deepEqual(matcherOf([]).match('居住证怎么办'), { band: 'handOver', confidence: 0, ranked: [] }))

test('a very long text and one of signs alone are matched as well', () => {
  assert.equal(few.match('居住证'.repeat(2000)).ranked[0]!.id, 'permit')
  assert.equal(few.match('<script>&🙂'.repeat(50)).ranked.length, 3)
})

test('an answer is found by the names that the place itself uses', () => {
  const entries = [{ id: 'canteen', question: '长者食堂几点开饭？' }, { id: 'gym', question: '健身房几点开门？' }]
  const own = matcherOf(entries, { terms: ['长者食堂 银龄餐桌'] })
  assert.equal(own.match('银龄餐桌在哪').ranked[0]!.id, 'canteen')
  assert.deepEqual([matcherOf(entries).match('银龄餐桌几点开饭').band, own.match('银龄餐桌几点开饭').band, own.match('长者食堂几点开饭').band, own.match('银龄餐桌', 1).ranked.length], ['offer', 'answer', 'answer', 1])
})

test('where an encoder says what texts mean, an answer is found that has no word in common', () => {
  const entries = [{ id: 'canteen', question: '老年食堂几点开饭？', similar: ['哪里能吃助餐'] }, { id: 'permit', question: '居住证怎么办？' }, { id: 'lift', question: '电梯坏了怎么报修？' }]
  assert.deepEqual(wordingsOf([...entries, entries[1]!]), ['老年食堂几点开饭？', '哪里能吃助餐', '居住证怎么办？', '电梯坏了怎么报修？'])
  const vectors = new Map([['老年食堂几点开饭？', Float32Array.of(1, 0, 0)], ['哪里能吃助餐', Float32Array.of(0.9, 0.436, 0)], ['居住证怎么办？', Float32Array.of(0, 1, 0)], ['电梯坏了怎么报修？', Float32Array.of(0, 0, 1)]])
  const [encoding, without] = [matcherOf(entries, { vectors }), matcherOf(entries)]
  const asked = '奶奶一个人做不动中饭'
  assert.equal(without.match(asked).band, 'handOver')
  const { band, ranked } = encoding.match(asked, 3, Float32Array.of(0.96, 0.28, 0))
  assert.equal(ranked[0]!.id, 'canteen')
  assert.notEqual(band, 'handOver')
  assert.deepEqual(encoding.match('居住证怎么办').ranked[0]!.id, 'permit')
})

test('a question and other words for it are one: the surest leads', () => {
  const unsure = { band: 'handOver' as const, confidence: 0.05, ranked: [{ id: 'a', score: 0.9 }, { id: 'b', score: 0.2 }] }
  const sure = { band: 'answer' as const, confidence: 0.8, ranked: [{ id: 'b', score: 0.8 }, { id: 'c', score: 0.1 }] }
  assert.deepEqual(merged([unsure, sure]), { band: 'answer', confidence: 0.8, ranked: [{ id: 'b', score: 0.8 }, { id: 'a', score: 0.9 }, { id: 'c', score: 0.1 }] })
  assert.deepEqual(merged([]), { band: 'handOver', confidence: 0, ranked: [] })
})

test('telling apart is measured as it is defined', () => {
  assert.equal(aurocOf([3, 2], [1, 0]), 100)
  assert.equal(aurocOf([1], [1]), 50)
  assert.equal(aurocOf([0], [1]), 0)
  assert.deepEqual(intervalOf(50, 100).map((end) => Math.round(end)), [40, 60])
})

test('a threshold asks for more where the answers are nearly the same questions', () => {
  const rooms = Array.from({ length: 40 }, (_, at) => ({ id: `r${at}`, question: `怎么预约活动室${at}号房间，需要什么材料？` }))
  const things = ['电梯坏了怎么报修？', '居住证在哪里办？', '楼上漏水找谁？', '老年食堂几点开饭？'].map((question, at) => ({ id: `t${at}`, question }))
  const asked = '预约活动室要什么材料'
  assert.equal(matcherOf(rooms).match(asked).band === 'answer', false)
  assert.equal(matcherOf([...things, rooms[0]!]).match(asked).ranked[0]!.id, 'r0')
  assert.ok(matcherOf([...things, rooms[0]!]).match(asked).confidence > matcherOf(rooms).match(asked).confidence)
})

test('two questions that have only the words of asking in common are not alike', () => {
  const matcher = matcherOf([{ id: 'permit', question: '居住证怎么办理，需要什么材料？' }, { id: 'canteen', question: '老年食堂在哪里？' }])
  assert.equal(matcher.match('签证怎么办理，需要什么材料').band, 'offer')
  assert.equal(matcher.match('居住证办理需要什么材料').band, 'answer')
})

test('the best are found without sorting the others, of equal ones the first', () => {
  assert.deepEqual(bestOf(Float64Array.of(1, 3, 2, 3, -1), 3), [1, 3, 2])
  assert.deepEqual(bestOf(Float64Array.of(), 3), [])
  assert.deepEqual(bestOf(Float64Array.of(2, 1), 5), [0, 1])
})

test('on questions that people of a community asked it stays above the floor', () => {
  const { result } = evaluate(community.faqs, community.queries, { build: (entries) => matcherOf(entries), now: () => 0 })
  assert.deepEqual([result.n, result.oos], [300, 80])
  for (const [name, floor] of [['top1', 76], ['top3', 86], ['auroc', 83], ['cov90', 60]] as const) assert.ok(result[name]! >= floor, `${name} ${result[name]!.toFixed(1)} < ${floor}`)
  assert.ok(result.shipped.precision! >= 94, `precision ${result.shipped.precision!.toFixed(1)}`)
  assert.ok(result.shipped.answered >= 48, `answered ${result.shipped.answered.toFixed(1)}`)
  assert.ok(result.shipped.oosAnswered <= 4, `unanswerable answered ${result.shipped.oosAnswered.toFixed(1)}`)
})

test('chit-chat is not answered', () => {
  const matcher = matcherOf(community.faqs)
  const chat = community.queries.filter((one) => 'oos' in one && (one.oos === 'chitchat' || one.oos === 'general'))
  assert.deepEqual(chat.filter(({ text }) => matcher.match(text).band === 'answer').map(({ text }) => text), [])
})
