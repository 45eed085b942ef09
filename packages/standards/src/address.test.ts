import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { addressKey, formatAddress, normaliseAddress, readAddress, type Address } from './address.ts'
import { fromNumerals } from './address-number.ts'

const parts = ({ raw: _raw, rest, region, community, ...found }: Address): object => ({ ...found, ...(rest && { rest }), ...(region && { region }), ...(community && { community }) })
const unset = (address: object): object => Object.fromEntries(Object.entries(address).filter(([, value]) => value !== undefined))

/** Writings of one house, in the order 幢 单元 室. */
const same: [string, string[]][] = [
  ['云禾里//3/2/501/', [
    '云禾里3幢2单元501室', '云禾里小区3幢2单元501', '云禾里3-2-501', '云禾里三幢二单元５０１', '云禾里3号楼2单元501', '云禾里 3 栋 2 门 501 室', '云禾里３座２梯５０１房',
    '云禾里03幢02单元0501室', '云禾里3#2单元501', '云禾里3#楼2-501', '云禾里3幢2单元5楼501', '云禾里3幢2单元5层01室', '云禾里三幢二单元五〇一室', '云禾里,3,2,501',
    '云禾里3—2—501', '云禾里 3 2 501', '云禾里3楼2单元501', '云禾里3幢2单元501号', '文一路12号云禾里3幢2单元501', '浙江省杭州市某某区临河街道云禾里社区云禾里小区3幢2单元501室',
    '临河街道云禾里3-2-501', '云禾里3.2.501', '云禾里第三幢2单元501', '云禾里3幢2号门501',
  ]],
  ['//3/2/501/', ['3幢2单元501室', '3-2-501', '三幢二单元５０１', '3号楼2单元501']],
  ['云禾里//3//501/', ['云禾里3幢501', '云禾里3-501', '云禾里三栋501室', '云禾里3号501']],
  ['云禾里//A//1203/', ['云禾里A座1203', '云禾里a幢1203室', '云禾里A-1203']],
  ['云禾里//3/2/501/1', ['云禾里3-2-501-1', '云禾里3幢2单元501室1间', '云禾里3幢2单元501-1', '云禾里3幢2单元501室1号床', '云禾里3幢2单元501-1室']],
  ['云禾里//3/2/501/甲', ['云禾里3幢2单元501甲', '云禾里3幢2单元501甲室', '云禾里3-2-501甲', '云禾里3幢2单元501室甲']],
  ['云禾里//3/2/501/东', ['云禾里3幢2单元501东', '云禾里3幢2单元501东户', '云禾里3幢2单元501室东']],
  ['云禾里//3/2/501/2', ['云禾里3幢2单元501室隔断2', '云禾里3幢2单元501隔2', '云禾里3-2-501床位2']],
  ['云禾里//3/A/1201/', ['云禾里3幢A座1201', '云禾里3幢A单元1201室', '云禾里3-A-1201']],
  ['云禾里//3/2/501/', ['云禾里3幢2号501']],
  ['云禾里//3/2/东/', ['云禾里3幢2单元东户']],
  ['云禾里//23///', ['云禾里23幢', '云禾里廿三幢', '云禾里二十三号楼']],
  ['柳浜村//12//1/', ['柳浜村12号附1号', '柳浜村12号之一', '柳浜村12-1号']],
  ['临丁路8底商/////', ['临丁路8号底商']],
  ['临丁路10底商/////', ['临丁路10号底商']],
  ['柳浜村/3/12//301/1', ['柳浜村3组12号301-1', '柳浜村3组12号301-1室', '柳浜村第三村民小组12号301-1户', '柳浜村三组12号301室1间', '柳浜村3组12号3楼301-1', '柳浜村3小组12号-301-1']],
  ['柳浜村//12///', ['柳浜村12号', '柳浜村十二号']],
  ['翠园1区//3///', ['翠园一区3幢', '翠园1区3号楼', '翠园一区03幢']],
  ['文一路123////501/', ['文一路123号501室', '文一路123号501', '文一路１２３号五〇一室']],
  ['文一路12-1/////', ['文一路12-1号', '文一路12号-1', '文一路12号附1号']],
  ['市心中路8弄4////501/', ['市心中路8弄4号501室']],
  ['云禾里//3//B1F12/', ['云禾里3幢负一层12号', '云禾里3幢-1层12号', '云禾里3幢地下一层12室', '云禾里3幢B1层12室']],
  ['示范桥社区//3/2/501/', ['临河街道示范桥社区3幢2单元501']],
]

for (const [key, writings] of same) {
  for (const text of writings) test(`${text} is ${key}`, () => assert.equal(addressKey(readAddress(text)), key))
}

const read: [string, object][] = [
  ['文一路12号云禾里3幢2单元501室', { road: '文一路', doorNo: '12', estate: '云禾里', building: '3', entrance: '2', floor: '5', room: '501' }],
  ['柳浜村3组12号301-1', { estate: '柳浜村', group: '3', building: '12', floor: '3', room: '301', sub: '1' }],
  ['某某区临河街道云禾里社区云禾里3幢', { region: '某某区临河街道云禾里社区', community: '云禾里社区', estate: '云禾里', building: '3' }],
  ['云禾里3幢2单元门口', { estate: '云禾里', building: '3', entrance: '2', rest: '门口' }],
  ['云禾里3幢楼下', { estate: '云禾里', building: '3', rest: '楼下' }],
  ['云禾里小区北门', { estate: '云禾里小区北门' }],
  ['云禾里1203', { estate: '云禾里', floor: '12', room: '1203' }],
  ['301-1', { floor: '3', room: '301', sub: '1' }],
  ['云禾里3幢甲单元501室主卧', { estate: '云禾里', building: '3', entrance: '甲', floor: '5', room: '501', sub: '主卧' }],
  ['滨江1号3幢501', { estate: '滨江1号', building: '3', floor: '5', room: '501' }],
  ['云禾1号院3幢', { estate: '云禾1号院', building: '3' }],
  ['三里亭新村5幢', { estate: '三里亭新村', building: '5' }],
  ['十五奎巷3号', { road: '十五奎巷', doorNo: '3' }],
  ['市心中路12号', { road: '市心中路', doorNo: '12' }],
  ['SOHO3幢', { estate: 'SOHO', building: '3' }],
  ['云禾里3幢501室502室', { estate: '云禾里', building: '3', floor: '5', room: '501', rest: '502室' }],
  ['', {}],
  ['不清楚', { estate: '不清楚' }],
]

for (const [text, expected] of read) test(`reads ${JSON.stringify(text)}`, () => assert.deepEqual(unset(parts(readAddress(text))), expected))

test('keeps what was typed, and fills in what the context knows', () => {
  const address = readAddress(' 3－2－501 ', { estate: '云禾里' })
  assert.equal(address.raw, ' 3－2－501 ')
  assert.equal(addressKey(address), addressKey(readAddress('云禾里小区3幢2单元501室')))
})

test('the official writing', () => {
  const cases: [string, string][] = [
    ['文一路12号云禾里三栋2门501', '文一路12号云禾里3幢2单元501室'], ['柳浜村3组12号301-1', '柳浜村3组12号301室-1'], ['云禾里3-2-501-2', '云禾里3幢2单元501室-2'],
    ['云禾里5楼', '云禾里5层'], ['示范桥社区3-1', '示范桥社区3幢1单元'], ['不清楚', '不清楚'], ['', ''],
  ]
  for (const [text, official] of cases) assert.equal(normaliseAddress(text), official)
})

const number = fc.integer({ min: 1, max: 60 })
const house = fc.record({
  estate: fc.constantFrom('云禾里', '翠园一区', '永宁家园', '三里亭新村', '海棠湾'),
  building: number, entrance: fc.integer({ min: 1, max: 9 }), room: fc.tuple(fc.integer({ min: 1, max: 33 }), fc.integer({ min: 1, max: 20 })),
})
const numerals = (value: number): string => {
  const [ten, one] = [Math.floor(value / 10), value % 10]
  return (ten === 0 ? '' : `${ten === 1 ? '' : '〇一二三四五六'.charAt(ten)}十`) + (one === 0 ? '' : '〇一二三四五六七八九'.charAt(one))
}
const fullWidth = (text: string): string => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
const writings = [
  (b: string, e: string, r: string) => `${b}幢${e}单元${r}室`, (b: string, e: string, r: string) => `${b}号楼${e}单元${r}`, (b: string, e: string, r: string) => `${b}栋${e}门${r}房`,
  (b: string, e: string, r: string) => `${b}座 ${e}梯 ${r}`, (b: string, e: string, r: string) => `${b}幢${e}-${r}`,
]

test('every writing of a house gives one key', () => {
  fc.assert(fc.property(house, fc.constantFrom(...writings), fc.constantFrom(String, numerals), fc.boolean(), (where, write, say, isWide) => {
    const room = `${where.room[0]}${`0${where.room[1]}`.slice(-2)}`
    const text = where.estate + write(say(where.building), say(where.entrance), room)
    const short = `${where.estate}${where.building}-${where.entrance}-${room}`
    assert.equal(addressKey(readAddress(isWide ? fullWidth(text) : text)), addressKey(readAddress(short)), text)
  }))
})

test('different houses have different keys', () => {
  fc.assert(fc.property(house, house, (a, b) => {
    const key = ({ estate, building, entrance, room }: typeof a): string => addressKey(readAddress(`${estate}${building}幢${entrance}单元${room[0]}${`0${room[1]}`.slice(-2)}室`))
    assert.equal(key(a) === key(b), JSON.stringify(a) === JSON.stringify(b))
  }))
})

test('whatever is typed: never throws, and normalising twice changes nothing', () => {
  const pieces = `云禾里 翠园 一区 小区 新村 村 社区 街道 路 街 巷 弄 号 号楼 幢 栋 座 # 单元 门 梯 层 楼 室 房 户 组 间 床 主卧 东 甲 - , ( ) 3 03 2 501 0 12 12A A B1 三 十二
    五〇一 负 地下 门口 楼下 市 省 区 县 镇 F 院 公寓 ５ 百 附近`.split(/\s+/)
  const jumble = fc.oneof(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((list) => list.join('')), fc.string({ unit: 'binary' }))
  fc.assert(fc.property(jumble, (text) => {
    const address = readAddress(text)
    assert.equal(address.raw, text)
    assert.equal(addressKey(address).split('/').length, 6)
    assert.equal(typeof formatAddress(address), 'string')
    assert.equal(normaliseAddress(normaliseAddress(text)), normaliseAddress(text))
  }), { numRuns: 3000 })
})

test('Chinese numerals', () => {
  const cases: [string, string][] = [['三', '3'], ['十', '10'], ['十二', '12'], ['二十', '20'], ['五〇一', '501'], ['一百零三', '103'], ['两', '2'], ['〇三', '3']]
  for (const [text, digits] of cases) assert.equal(fromNumerals(text), digits, text)
})
