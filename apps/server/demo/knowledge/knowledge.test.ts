import { deepEqual, equal, throws } from 'node:assert/strict'
import { test } from 'node:test'
import { directory } from '../../src/modules/matter/directory/index.ts'
import { makeUnits } from '../people/unit.ts'
import { randomOf } from '../random.ts'
import { drawDistrict } from '../town/district.ts'
import { subdistrict } from '../town/profile.ts'
import { entries, type StarterEntry } from './index.ts'
import { entriesOf } from './starter-entry.ts'

/** Lines that answer everywhere in the country, and those of lifts and fires (domain §7.7). */
const publicLines = '110 119 120 122 12345 12348 12355 12356 12393 12333 12366 12315 12329 12338 12349 12385 95598 96110 96119 96333'.split(' ')
/** What the seventy questions of domain §7.7 are about, in its order. */
const seventy = `报备 发烧 抗原 疫苗 密接 停课 家庭医生 居住证 居住登记 签注 积分落户 租房 身份证 港澳台 居住证明 居民医保 新生儿 异地就医 家庭共济 资格认证 退休 缴费档次 断缴 高龄津贴 长护险 优待证 助餐 低保 临时救助
  残疾证 大病 失业 就业困难 公租房 备案 押金 群租 中介 垃圾分类 大件 漏水 装修噪音 广场舞 养犬 乱停车 电动自行车 飞线 消防通道 高空抛物 困人 加装电梯 维修基金 停水 路灯 违建 油烟 一年级 积分入学 幼儿园 生育登记
  志愿者 党员 法律援助 诈骗 社区活动 网格员 走失 选举 丧葬 兵役`.trim().split(/\s+/)
const units = makeUnits(randomOf('a seed'), drawDistrict('a seed', subdistrict.path), 0)
const phones = new Set([...publicLines, ...units.all.map(({ phone }) => phone)])

const textsOf = ({ category, question, similar, short, long, steps, materials, entry, phone, audience, source }: StarterEntry) =>
  [category, question, ...similar, short, long, ...steps, ...materials, ...entry.map(({ text }) => text), ...[phone, audience, source?.title, source?.date].filter((text) => text !== undefined)]
const lengthOf = (text: string) => [...text].length
/** A question without its marks: how it is written makes it no other question. */
const bare = (question: string) => question.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()

test('the starter set has 320 answers to 1,900 ways of asking, numbered without a gap', () => {
  deepEqual(entries.map(({ no }) => no), Array.from({ length: 320 }, (_, index) => index + 1))
  equal(entries.reduce((sum, { similar }) => sum + similar.length, 0), 1900)
})

test('the seventy questions of the domain come first, in their order', () => {
  equal(seventy.length, 70)
  deepEqual(seventy.filter((topic, index) => !entries[index]!.question.includes(topic)), [])
})

test('no question stands twice, in one answer or in two', () => {
  const asked = entries.flatMap(({ question, similar }) => [question, ...similar]).map(bare)
  deepEqual(asked.filter((question, index) => asked.indexOf(question) !== index), [])
})

test('every answer says something, short and long, and where to turn', () => {
  const said = (when: (entry: StarterEntry) => boolean) => entries.filter((entry) => !when(entry)).map(({ no }) => no)
  deepEqual(said((entry) => textsOf(entry).every((text) => text.trim() === text && text !== '')), [])
  deepEqual(said(({ short, long }) => lengthOf(short) <= 80 && lengthOf(long) >= 80 && lengthOf(long) <= 250), [])
  deepEqual(said(({ entry, phone }) => entry.length > 0 || phone !== undefined), [])
  deepEqual(said(({ source }) => source === undefined || /^(19|20)\d\d-(0\d|1[0-2])-[0-3]\d$/.test(source.date)), [])
})

test('whoever is named by a number can be called by it', () => {
  const numbers = (text: string) => text.match(/(?<!\d)(?:1[12]\d|9[56]\d{3}|12\d{3}|0\d{2,3}-?\d{7,8}|1\d{10}|400-?\d{3}-?\d{4})(?!\d|天|日|字|元|平|分|人)/g) ?? []
  deepEqual(entries.flatMap((entry) => textsOf(entry).flatMap(numbers).filter((number) => !phones.has(number)).map((number) => `${entry.no} ${number}`)), [])
  deepEqual(entries.filter(({ phone }) => phone !== undefined && !phones.has(phone)).map(({ no, phone }) => `${no} ${phone}`), [])
})

test('what an answer is about is a matter of the directory that can be reported', () => {
  const leaves = new Set(directory.filter(({ isLeaf }) => isLeaf).map(({ code }) => code))
  deepEqual(entries.filter(({ matter }) => matter !== undefined && !leaves.has(matter)).map(({ no, matter }) => `${no} ${matter}`), [])
})

test('an entry in short writing with an unknown word is refused', () => {
  const [entry] = entriesOf('居住户籍', '8 居住证怎么办\nsimilar 暂住证怎么办|居住正怎么办\nshort 短\nlong 长\nwindow 3号窗\ncall 12345\nsource 居住证暂行条例|2015-11-26')
  deepEqual(entry, {
    no: 8, category: '居住户籍', question: '居住证怎么办', similar: ['暂住证怎么办', '居住正怎么办'], short: '短', long: '长', steps: [], materials: [],
    entry: [{ kind: 'window', text: '3号窗' }, { kind: 'phone', text: '12345' }], source: { title: '居住证暂行条例', date: '2015-11-26' },
  })
  throws(() => entriesOf('居住户籍', '8 居住证怎么办\nanswer 短'), /居住户籍 8: answer 短/)
})
