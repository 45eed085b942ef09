import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { makeIdentityNumber, readIdentityNumber } from './identity-number.ts'
import { maskAddress, maskBankCard, maskIdentityNumber, maskName, maskNumbers, maskWithin, maskPhone } from './mask.ts'
import { parsePhone } from './phone.ts'

const tables: [string, (text: string) => string, [string, string][]][] = [
  ['name', maskName, [
    ['张三', '张*'], ['张三丰', '张**'], ['欧阳锋', '欧阳*'], ['欧阳', '欧*'], ['诸葛孔明', '诸葛**'], ['司马相如', '司马**'],
    ['张', '*'], ['阿卜杜·热合曼', '阿**'], ['John Smith', 'J**'], [' 李 四 ', '李*'], ['', ''],
  ]],
  ['phone', maskPhone, [
    ['13800001234', '138****1234'], ['+86 138 0000 1234', '138****1234'], ['0571-88001234', '0571-******34'], ['88001234-801', '******34'],
    ['12345', '*****'], ['', ''],
  ]],
  ['identity number', maskIdentityNumber, [
    ['33990119900101123X', '339***********123X'], ['339901 19900101 123x', '339***********123X'], ['339901900101123', '339********1123'],
    ['E12345678', '*******78'], ['H1234567890', '*********90'], ['C123', '****'], ['', ''],
  ]],
  ['numbers in text', maskNumbers, [
    ['王示一 138 0000 1234', '王示一 138****1234'], ['１３８００００１２３４', '138****1234'], ['1-3-8-0-0-0-0-1-2-3-4', '138****1234'], ['0571-88001234转801', '0571-******34'], ['33990119900101123x', '339***********123X'],
    ['339901 19900101 123X 王示一', '339***********123X 王示一'], ['33990119900101123', '*************1123'], ['13800001234、13800005678', '******************5678'], ['护照E12345678', '护照E******78'],
    ['1234', '1234'], ['123X', '123X'], ['12-3-1501', '12-3-1501'], ['文澜苑12幢3单元1501室', '文澜苑12幢3单元1501室'], ['2026-03-02', '2026-03-02'], ['王示一', '王示一'], ['', ''],
  ]],
  ['bank card', maskBankCard, [['6222 0000 1111 2345', '************2345'], ['12345678', '********'], ['', '']]],
  ['address', maskAddress, [
    ['云禾里小区3幢2单元501室', '云禾里小区3幢***'], ['云禾里3-2-501', '云禾里3***'], ['三幢二单元５０１', '三幢***'],
    ['文一路123号501室', '文一路123号***'], ['文一路123号', '文一路123号'], ['云禾里3幢', '云禾里3幢'],
    ['柳浜村3组12号301-1', '柳浜村***'], ['云禾里501', '云禾里***'], ['301-1', '***'], ['临河街道', '临河街道'], ['', ''],
  ]],
]

for (const [name, mask, cases] of tables) {
  for (const [text, expected] of cases) test(`${name} ${JSON.stringify(text)}`, () => assert.equal(mask(text), expected))
}

test('numbers in whatever was asked, wherever they were typed; what only looks like one stays', () => {
  const stays = { id: '01900000-0000-7000-8000-000000000000', area: '/33/99/01/008/', on: '2026-03-02', from: '2026-03-02T08:00:00+08:00', address: '192.168.100.200', after: 'WyIxMzkwMDAwMDAwMSJd13900000001', limit: 20, isOpen: true, none: null }
  assert.deepEqual(maskWithin({ ...stays, own: { name: 'x_card', value: '6222 0000 1111 2345' }, texts: ['王示一', '139 0000 0001'] }), { ...stays, own: { name: 'x_card', value: maskNumbers('6222 0000 1111 2345') }, texts: ['王示一', '139****0001'] })
})

const revealed = (masked: string): string => masked.replace(/[*-]/g, '')
const anything = fc.string({ unit: 'binary', maxLength: 40 })

test('no mask shows more than it may, whatever it is given', () => {
  fc.assert(fc.property(anything, (text) => {
    assert.ok(Array.from(revealed(maskName(text))).length <= 2)
    assert.ok(revealed(maskPhone(text)).length <= 7)
    assert.ok(revealed(maskIdentityNumber(text)).length <= 7)
    assert.ok(revealed(maskBankCard(text)).length <= 4)
  }))
})

test('names: never the whole, and always the same number of characters for Chinese names', () => {
  const name = fc.string({ unit: fc.constantFrom(...'张王李欧阳上官司马三四五明芳'.split('')), minLength: 1, maxLength: 4 })
  fc.assert(fc.property(name, (text) => {
    assert.notEqual(maskName(text), text)
    assert.ok(maskName(text).endsWith('*'))
    assert.equal(maskName(text).length, text.length)
  }))
})

test('identity numbers: birthday and sequence stay hidden', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 999 }), fc.constantFrom('1990-12-31', '1955-07-08'), (sequence, birthDate) => {
    const number = makeIdentityNumber('339901', birthDate, sequence)
    assert.equal(maskIdentityNumber(number), `339***********${number.slice(-4)}`)
  }))
})

test('text: no number that would be read as a phone or an identity number is left in it, however it is written', () => {
  const pieces = fc.array(fc.constantFrom(...' \u200b-.', '', '', '', '', '', '转'), { minLength: 30, maxLength: 30 })
  const toWide = (digit: string) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)
  let met = 0
  const number = fc.oneof(fc.integer({ min: 0, max: 9999 }).map((tail) => `1380000${String(tail).padStart(4, '0')}`), fc.integer({ min: 1, max: 999 }).map((at) => makeIdentityNumber('339901', '1990-12-31', at)), fc.constantFrom('057188001234', '88001234'))
  fc.assert(fc.property(number, pieces, fc.constantFrom('', '王示一', '找 '), (plain, between, before) => {
    const written = [...plain].map((digit, at) => (at % 2 === 0 ? digit : toWide(digit)) + between[at]!).join('')
    const read = parsePhone(written)?.number ?? (readIdentityNumber(written, '2026-03-02').ok ? plain : undefined)
    if (read === undefined) return
    met += 1
    const left = maskNumbers(before + written).replace(/[^0-9X]/g, '')
    assert.ok(!left.includes(read.replace(/\D/g, '').slice(0, -2)) && left.length < read.length, `${before}${written} → ${left}`)
  }), { numRuns: 5000 })
  assert.ok(met > 1000, `${met}`)
})

test('addresses: neither entrance nor room, in any writing', () => {
  const small = fc.integer({ min: 1, max: 30 })
  const writings = [
    (b: number, e: number, r: number) => `云禾里小区${b}幢${e}单元${r}室`,
    (b: number, e: number, r: number) => `云禾里${b}-${e}-${r}`,
    (b: number, e: number, r: number) => `文一路8号云禾里${b}号楼${e}门${r}`,
    (b: number, e: number, r: number) => `云禾里 ${b} ${e} ${r}`,
    (b: number, e: number, r: number) => `云禾里${b}座${e}梯${r}号`,
    (b: number, e: number, r: number) => `云禾里,${b}#,${e}单元,${r}`,
  ]
  fc.assert(fc.property(small, small, fc.integer({ min: 31, max: 99 }), fc.constantFrom(...writings), (building, entrance, room, write) => {
    const masked = maskAddress(write(building, entrance, room * 100 + 1))
    assert.match(masked, new RegExp(`^(?:文一路8号)?云禾里(?:小区)?-?${building}(?:幢|号楼|座|#)?\\*\\*\\*$`))
  }))
})

test('addresses: never three digits together where no road is named', () => {
  const text = fc.string({ unit: fc.constantFrom(...'云禾里村苑幢单元室号-0123456789组楼'.split('')), maxLength: 20 })
  fc.assert(fc.property(text, (address) => {
    assert.doesNotMatch(maskAddress(address), /\d{3}/)
  }), { numRuns: 5000 })
})
